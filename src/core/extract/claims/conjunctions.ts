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

/** "never asked for, nor received, a cent", "can and may build": what completes it comes behind both; "both the old and new ones"; "but not limited to". */
export function leavesOpen(words: readonly string[], at: number): boolean {
  const last = words[at] === ',' || words[at - 1] !== ',' ? words[at - 1] : words[at - 2];
  if (/^(?:can|could|may|might|must|shall|should|will|would)$/.test(last ?? '')) return true;
  if (words.slice(Math.max(0, at - NEAR_BOTH), at).includes('both')) return true;
  const next = words[at] === ',' ? at + 1 : at;
  if (words[next + 1] === 'not' && words[next + 2] === 'limited') return true;
  return /^(?:of|for|by|with|at|from|to|about|against|into)$/.test(last ?? '');
}

/** "once a year", "more than once": a count, no conjunction. */
export function isCount(words: readonly string[], i: number): boolean {
  return (
    /^(?:than|at|only|just|all)$/.test(words[i - 1] ?? '') ||
    /^(?:a|an|every|each|again|more)$/.test(words[i + 1] ?? '')
  );
}

const NEAR_BOTH = 5;
const LINKING = /^(?:instead|nonetheless|nevertheless|otherwise|likewise|afterwards?|soon|again|nor)$/;

export function isAdverb(word: string): boolean {
  if (LINKING.test(word)) return true;
  if (/\p{Ll}{3}ly$/u.test(word)) return !/(?:famil|assemb|suppl|monopo|ita|anoma|reply)/.test(word);
  return LIGHT_ADVERBS.has(word) && !DETERMINERS.has(word) && !/^(?:have|has|had)$/.test(word);
}
