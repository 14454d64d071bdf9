import type { Span } from './span.ts';

const PART_OF_WORD = /[\p{L}\p{M}\p{N}_]/u;

/** Where `words` stand in `text` letter by letter and as whole words, in order, not overlapping. Linear. */
export function occurrencesOf(text: string, words: string): Span[] {
  const found: Span[] = [];
  if (words.trim() === '') return found;
  const wordFirst = PART_OF_WORD.test(firstOf(words));
  // A point may be that of an abbreviation, which goes on where a letter follows.
  const wordLast = words.endsWith('.') || PART_OF_WORD.test(lastOf(words));
  for (let at = text.indexOf(words); at >= 0; ) {
    const end = at + words.length;
    const inside =
      (wordFirst && PART_OF_WORD.test(lastOf(text.slice(Math.max(0, at - 2), at)))) ||
      (wordLast && PART_OF_WORD.test(firstOf(text.slice(end, end + 2))));
    if (!inside) found.push({ start: at, end });
    at = text.indexOf(words, inside ? at + 1 : end);
  }
  return found;
}

/** The first or last character, also where it is of two code units. */
const firstOf = (text: string) => String.fromCodePoint(text.codePointAt(0) ?? 0x20);
const lastOf = (text: string) => (/[\uDC00-\uDFFF]$/.test(text) ? text.slice(-2) : text.slice(-1));
