import { foldAccents } from '../../text/foldAccents.ts';

const SKIPPED = new Set([
  'of',
  'the',
  'and',
  'for',
  'in',
  'on',
  'at',
  'to',
  'de',
  'la',
  'du',
  'des',
  'del',
  'der',
  'and',
  '&',
  'a',
  'an',
  '-',
]);

/** The same for every spelling that differs in case, hyphens, spaces, dots of initialisms, quotes and accents. */
export function plainKey(name: string): string {
  return foldAccents(name)
    .replace(/^(?:the|a|an)\s+(?=\S)/iu, '')
    .replace(/['’]s?$/u, '')
    .replace(/(?<=\p{L})\.(?=\p{L}|$)/gu, '')
    .replace(/[\s\-‐-―_]+/gu, ' ')
    .replace(/["“”'‘’`]/gu, '')
    .trim()
    .toLowerCase();
}

/** Letters that transliterations swap are made equal, doubled ones single: Qaeda and Kaida, Hussein and Husein. */
export function soundKey(key: string): string {
  return key
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/ph/g, 'f')
    .replace(/v/g, 'b')
    .replace(/ck|kh|q|c(?![eiyh])/g, 'k')
    .replace(/ou|oo/g, 'u')
    .replace(/ae|ei|ey|ai|ee|y/g, 'i')
    .replace(/(.)\1/g, '$1');
}

/** Words that carry meaning, lower case, without links such as "of the". */
export function contentWords(key: string): string[] {
  return key.split(' ').filter((word) => word !== '' && !SKIPPED.has(word));
}

/** First letters of the content words. */
export function initials(key: string): string {
  return contentWords(key)
    .map((word) => word.charAt(0))
    .join('');
}

/** Short and mostly capitals: NATO, U.N., AFP, Isis-K (a capital after the hyphen), G7. */
export function isAcronym(name: string): boolean {
  const bare = name.replace(/\./g, '');
  if (bare.length < 2 || bare.length > 10 || /\s/.test(bare)) return false;
  const capitals = bare.replace(/[^\p{Lu}]/gu, '').length;
  const small = bare.replace(/[^\p{Ll}]/gu, '').length;
  return capitals >= 2 && (capitals > small || /^\p{Lu}\p{L}{1,5}-\p{Lu}{1,2}$/u.test(bare));
}

/** Initials to compare: letters that sound alike are one. */
export function foldInitials(letters: string): string {
  return letters
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/[cq]/g, 'k');
}

/** Length of the longest common subsequence of two short strings. */
export function commonLetters(a: string, b: string): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const character of a.slice(0, 16)) {
    const next = [0];
    for (let j = 1; j <= b.length; j++) {
      next[j] = character === b[j - 1] ? (row[j - 1] as number) + 1 : Math.max(row[j] as number, next[j - 1] as number);
    }
    row = next;
  }
  return row[b.length] as number;
}
