import { distance } from 'fastest-levenshtein';
import { foldAccents } from '../../text/foldAccents.ts';
import { rememberForms } from '../../text/rememberForms.ts';

const EMPTY = /^(?:the|a|an|of|and|for|mr|mrs|ms|dr|sir|general|colonel|captain|said|its|his|her|their)$/;

const wordsOf: (name: string) => readonly string[] = rememberForms((name) =>
  foldAccents(name)
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1 && !EMPTY.test(word))
    .slice(0, 12),
);

/**
 * True where two names can be of one: all words of the shorter stand in the longer, misspelt by an edit
 * distance of at most two (one in words of less than six letters, three in those of more than ten).
 */
export function namesAlike(a: string, b: string): boolean {
  const [x, y] = [wordsOf(a), wordsOf(b)];
  const [short, long] = x.length <= y.length ? [x, y] : [y, x];
  if (short.length === 0) return false;
  const anchored = short.some((word) => long.includes(word));
  return short.every((word) => long.some((other) => wordsAlike(word, other, anchored)));
}

/** @param anchored another word of the names is the same to the letter: this one may then begin otherwise. */
function wordsAlike(a: string, b: string, anchored: boolean): boolean {
  if (a === b) return true;
  const longest = Math.max(a.length, b.length);
  if (longest < 4 || longest > 40) return false;
  return distance(a, b) <= (longest < 6 ? 1 : longest < 11 ? 2 : 3) && (anchored || a[0] === b[0]);
}
