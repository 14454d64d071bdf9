import { wordsOf } from './wordIndex.ts';

/** So many letters that were kept next to words hold them in their place. */
export const LEAST_TIE = 4;
/** So many words may be replaced on each side of kept ones, by so many others. */
const MOST_REPLACED = 3;
/** And so many code units. */
const REACH = 64;

/** What became of the text on one side of kept words, up to the next kept words or to the end of the line. */
export interface KeptSide {
  /** How many letters were kept right next to the words. */
  readonly tie: number;
  /** What was replaced, and what stands there now. */
  readonly before: string;
  readonly after: string;
  /** At which end of `before` and `after` the line goes on, seen from the words. */
  readonly far: 'start' | 'end';
}

export const isTied = ({ tie }: KeptSide): boolean => tie >= LEAST_TIE;

/** True where what stands on one side of kept words, or stood there, may be these words as well. */
export function mayHold(side: KeptSide, other: KeptSide, words: string): boolean {
  const { before, after, far } = side;
  if (isTied(side)) return false;
  if (before.includes(words)) return true;
  if (hasWord(before) || !(isTied(other) || isIntact(other))) return after.includes(words);
  // Where words were only put in, they are in one piece: just those at its far end may be the old ones and the rest new.
  return far === 'start' ? after.trimStart().startsWith(words) : after.trimEnd().endsWith(words);
}

/** True where little was replaced on one side of kept words, or something was put in and the other side is as it was. */
export function isHeld({ tie, before, after }: KeptSide, other: KeptSide): boolean {
  if (tie > 0) return true;
  if (!hasWord(before)) return !hasWord(after) || isIntact(other);
  return [before, after].every((text) => text.length <= REACH && wordsOf(text).length <= MOST_REPLACED);
}

/** No word was replaced or put in. */
const isIntact = ({ before, after }: KeptSide): boolean => !hasWord(before) && !hasWord(after);

const hasWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);
