import type { Span } from '../../text/span.ts';

/** A paragraph: one line with text, or several that a break inside a sentence had torn apart. */
export interface Block extends Span {
  readonly text: string;
  readonly words: number;
  /** True when an empty line, or the edge of the text, stands before it. */
  readonly afterGap: boolean;
}

const INVISIBLE = /\s|\u200b|\u200c|\u200d|\u2060|\ufeff|\u00ad/;

/** Number of words, counted up to 400. */
export function countWords(text: string): number {
  let words = 0;
  let inside = false;
  for (let i = 0; i < text.length && words < 400; i++) {
    const c = text.charCodeAt(i);
    const space = c === 32 || c === 10 || c === 9 || c === 0xa0;
    if (!space && !inside) words++;
    inside = !space;
  }
  return words;
}

/** The lines with text, without the white space at their edges. */
export function readLines(text: string): Block[] {
  const blocks: Block[] = [];
  let gap = true;
  for (let from = 0; from <= text.length; ) {
    const feed = text.indexOf('\n', from);
    const until = feed < 0 ? text.length : feed;
    let start = from;
    let end = until;
    while (start < end && INVISIBLE.test(text[start] as string)) start++;
    while (end > start && INVISIBLE.test(text[end - 1] as string)) end--;
    if (start < end) {
      const cut = gluedCredit(text.slice(start, end));
      if (cut > 0) blocks.push(blockOf(text, start, start + cut, gap), blockOf(text, start + cut, end, false));
      else blocks.push(blockOf(text, start, end, gap));
      gap = false;
    } else gap = true;
    from = until + 1;
  }
  return blocks;
}

function blockOf(text: string, start: number, end: number, afterGap: boolean): Block {
  const line = text.slice(start, end);
  return { start, end, text: line, words: countWords(line), afterGap };
}

const GLUED_CREDIT =
  /[\p{Ll}\p{N}.!?…”"’')\]](?=(?:(Authors?|By|Text|Words)|Photos?|Pictures?|Images?|Illustration|Video|Credit|Source)(?: by| credit)?: ?[\p{Lu}@©][^:]{2,80}$)/u;
const LONGEST_TAIL = 110;
/** A shorter line with a credit is a caption. */
const PARAGRAPH = 30;

/** Where a credit begins that is run on to a title or paragraph ("shut on MondayAuthor: Ann Lee"), or 0. */
function gluedCredit(line: string): number {
  const from = Math.max(0, line.length - LONGEST_TAIL);
  const match = GLUED_CREDIT.exec(line.slice(from));
  if (!match || (!match[1] && countWords(line) < PARAGRAPH)) return 0;
  return from + match.index + match[0].length;
}

const ENDS_SENTENCE = /[.!?…:;][\s"'”’»)\]]*$/;
const STARTS_LOWER = /^\p{Ll}/u;

/** Joins a line with the next one where the break stands inside a sentence (hard-wrapped text). */
export function joinBrokenLines(text: string, lines: readonly Block[]): Block[] {
  const joined: Block[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    const torn =
      last && !line.afterGap && STARTS_LOWER.test(line.text) && !ENDS_SENTENCE.test(last.text) && last.words > 3;
    if (torn && !(joined.length === 1 && last.words < 20)) {
      joined[joined.length - 1] = {
        start: last.start,
        end: line.end,
        text: text.slice(last.start, line.end),
        words: last.words + line.words,
        afterGap: last.afterGap,
      };
    } else joined.push(line);
  }
  return joined;
}

export function endsSentence(text: string): boolean {
  return /[.!?…][\s"'”’»“)\]]*$/.test(text.slice(-12));
}

export function startsLower(text: string): boolean {
  return STARTS_LOWER.test(text);
}
