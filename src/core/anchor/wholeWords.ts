import type { Span } from '../text/span.ts';

const WORD_END = /[\p{L}\p{M}\p{N}_]$/u;
const WORD_START = /^[\p{L}\p{M}\p{N}_]/u;
const NUMBER_END = /\p{N}[.,]$/u;
const NUMBER_START = /^[.,]\p{N}/u;
const WORD_RUN_END = /[\p{L}\p{M}\p{N}_]{1,64}$/u;
const WORD_RUN_START = /^[\p{L}\p{M}\p{N}_]{1,64}/u;

/** What stands next to words that were marked: the mark may itself have begun or ended inside a word. */
export interface Surroundings {
  readonly prefix: string;
  readonly suffix: string;
}

/** False inside a longer word or number ("60" in "160" or "60,000"), unless the marked words themselves were cut like that. */
export function standsAlone(text: string, { start, end }: Span, { prefix, suffix }: Surroundings): boolean {
  const words = text.slice(start, end);
  const before = text.slice(Math.max(0, start - 2), start);
  const after = text.slice(end, end + 2);
  if (WORD_START.test(words) && WORD_END.test(before) && !WORD_END.test(prefix)) return false;
  if (WORD_END.test(words) && WORD_START.test(after) && !WORD_START.test(suffix)) return false;
  if (/^\p{N}/u.test(words) && NUMBER_END.test(before) && !NUMBER_END.test(prefix)) return false;
  return !(/\p{N}$/u.test(words) && NUMBER_START.test(after) && !NUMBER_START.test(suffix));
}

/** The span grown to the ends of the words that it cuts. Words of more than 64 characters count as cut. */
export function wholeWords(text: string, { start, end }: Span): Span {
  const before = text.slice(Math.max(0, start - 64), start);
  const after = text.slice(end, end + 64);
  const words = text.slice(start, end);
  const left = WORD_START.test(words) ? (WORD_RUN_END.exec(before)?.[0].length ?? 0) : 0;
  const right = WORD_END.test(words) ? (WORD_RUN_START.exec(after)?.[0].length ?? 0) : 0;
  return { start: start - left, end: end + right };
}

const DIGITS = /\p{N}+/gu;

/** The numbers of two texts are the same, in the same order. */
export function sameDigits(a: string, b: string): boolean {
  return (a.match(DIGITS) ?? []).join(' ') === (b.match(DIGITS) ?? []).join(' ');
}
