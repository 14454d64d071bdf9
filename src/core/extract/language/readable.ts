import type { Span } from '../../text/span.ts';

/** What of a text is worth reading. */
export interface Readable {
  /** As long as the text, or as its beginning, with line ends in the place of what is not read: offsets stay true. */
  readonly text: string;
  /** A sentence for each reason why something is not read; empty for every ordinary text. */
  readonly notices: readonly string[];
}

/** Characters; a very long novel has half as many. */
const LONGEST_TEXT = 6_000_000;
/** Characters without white space: longer than any address. */
const LONGEST_RUN = 2000;
/** So many words in a row... */
const STRETCH = 5000;
/** ...with fewer different ones than this are no prose, no list and no table... */
const FEWEST_WORDS = 40;
/** ...and so many of them tell all that the stretch has to tell. */
const BEGINNING = 200;
/** Share of control characters, and of those that were lost in decoding, above which a file is no text. */
const CONTROLS = 0.05;
const LOST = 0.2;

const UNSPACED =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Tibetan}]/gu;

/**
 * Leaves out what no reader would call a text: files that are no text, thousands of characters without a space (but for
 * scripts that have none), thousands of words of which all are the same few, and what is beyond six million characters.
 * Decided here and nowhere else. Linear in the length.
 */
export function readablePart(whole: string): Readable {
  const notices: string[] = [];
  const text = whole.length > LONGEST_TEXT ? whole.slice(0, LONGEST_TEXT) : whole;
  if (text !== whole) notices.push('The text is very long; only its first six million characters were read.');
  if (isBinary(text)) return { text: '', notices: ['The text does not look like prose: it holds control characters.'] };
  const { runs, repeats } = unreadable(text);
  if (runs.length > 0) notices.push('Thousands of characters without a space between them were not read.');
  if (repeats.length > 0) notices.push('The same few words come again thousands of times; only the first were read.');
  const skipped = [...runs, ...repeats].sort((a, b) => a.start - b.start);
  return { text: skipped.length === 0 ? text : blankOut(text, skipped), notices };
}

function isBinary(text: string): boolean {
  let controls = 0;
  let lost = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 32 ? code !== 9 && code !== 10 : code === 127) controls++;
    else if (code === 0xfffd) lost++;
  }
  return controls > text.length * CONTROLS || controls + lost > text.length * LOST;
}

/** The runs without white space that are too long, and the stretches of too few different words, their first words left out. */
function unreadable(text: string): { runs: Span[]; repeats: Span[] } {
  const runs: Span[] = [];
  const repeats: Span[] = [];
  const seen = new Set<string>();
  let words = 0;
  let beginning = 0; // where the words end that are read of the stretch
  let repeating = false;
  const close = (end: number) => {
    const repeated = seen.size < FEWEST_WORDS;
    const start = repeating ? (repeats.at(-1) as Span).end : beginning;
    if (repeated && start < end) repeats.push({ start, end });
    repeating = repeated;
    words = 0;
    seen.clear();
  };
  for (let at = 0; at < text.length; ) {
    if (isSpace(text.charCodeAt(at))) {
      at++;
      continue;
    }
    const start = at;
    while (at < text.length && !isSpace(text.charCodeAt(at))) at++;
    if (at - start > LONGEST_RUN) {
      if (!isUnspaced(text.slice(start, start + LONGEST_RUN))) runs.push({ start, end: at });
      continue;
    }
    words++;
    if (words === BEGINNING) beginning = at;
    if (seen.size < FEWEST_WORDS) seen.add(sameWord(text.slice(start, at)));
    if (words === STRETCH) close(at);
  }
  if (repeating && seen.size < FEWEST_WORDS) close(text.length);
  return { runs, repeats };
}

/** One for all words that differ in digits and case alone; numbers stand for themselves. */
function sameWord(word: string): string {
  return /\p{L}/u.test(word) ? word.toLowerCase().replace(/\d+/g, '0') : word;
}

/** White space as the eye sees it: invisible signs are none. */
function isSpace(code: number): boolean {
  if (code < 128) return code === 32 || (code >= 9 && code <= 13);
  return code === 0xa0 || code === 0x3000 || code === 0x1680 || (code >= 0x2000 && code <= 0x200a) || isLineEnd(code);
}

function isLineEnd(code: number): boolean {
  return code === 0x85 || code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f;
}

function isUnspaced(run: string): boolean {
  return (run.match(UNSPACED)?.length ?? 0) > run.length / 4;
}

/** Line ends in the place of the spans, which are sorted; they may overlap. */
function blankOut(text: string, spans: readonly Span[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of spans) {
    if (end <= at) continue;
    const from = Math.max(at, start);
    parts.push(text.slice(at, from), '\n'.repeat(end - from));
    at = end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}
