import { MEASURES, singular } from '../figures/units.ts';
import { DETERMINERS, LIGHT_ADVERBS } from '../grammar/words.ts';

const ADJECTIVE = /^\p{Ll}{3,}(?:al|ic|ous|ive|ary|ful|less|ible|able|ish|ian)$/u;

/** "two hours and 18 minutes": one figure. */
export function joinsMeasures(words: readonly string[], at: number): boolean {
  return [at - 1, at + 2].every((i) => MEASURES.has(singular(words[i] ?? '')));
}

/** "in political and economic decisions": two adjectives of one noun. */
export function joinsAdjectives(words: readonly string[], i: number): boolean {
  return ADJECTIVE.test(words[i - 1] ?? '') && ADJECTIVE.test(words[i + 1] ?? '');
}

/** "as real as", "as well as", "such as", "known as". */
export function isComparison(words: readonly string[], i: number): boolean {
  if (words[i] !== 'as') return false;
  return (
    words.slice(Math.max(0, i - 4), i).includes('as') ||
    words[i - 1] === 'such' ||
    words[i + 2] === 'as' ||
    /^(?:long|many|much|few|little|far|big|large|high|low|fast|good|bad|early|late|strong|often|likely)$/.test(
      words[i + 1] ?? '',
    ) ||
    (words[i - 1] === ',' && words[i + 1] === 'well')
  );
}

/** "never asked for, nor received, a cent": the object comes behind both verbs. */
export function leavesOpen(words: readonly string[], at: number): boolean {
  const last = words[at] === ',' || words[at - 1] !== ',' ? words[at - 1] : words[at - 2];
  return /^(?:of|for|by|with|at|from|to|about|against|into)$/.test(last ?? '');
}

export function isAdverb(word: string): boolean {
  if (/\p{Ll}{3}ly$/u.test(word)) return !/(?:famil|assemb|suppl|monopo|ita|anoma|reply)/.test(word);
  return LIGHT_ADVERBS.has(word) && !DETERMINERS.has(word) && !/^(?:have|has|had)$/.test(word);
}
