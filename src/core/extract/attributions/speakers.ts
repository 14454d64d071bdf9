import { OFFICES, ORGANISATION_NOUNS, PERSON_NOUNS } from '../entities/nouns.ts';
import { isPersonNoun, singular } from '../figures/units.ts';
import { DETERMINERS, isCapitalised, isWord, POSSESSIVES, PREPOSITIONS } from '../grammar/words.ts';
import type { TokenRange } from './nounPhrase.ts';
import type { Unit } from './unit.ts';

const WHO_SPEAKS = /^(?:he|she|they|we|i)$/;
const SPEAKERS =
  /^(?:report|study|survey|poll|paper|media|press|source|data|figure|document|record|statement|indictment|complaint|lawsuit|lawyer|advocate|executive|boss|aide|ally|relative|family|friend|colleague|rival|police|prosecution|defence|defense|observer|insider|people|many|some|others)$/;
/** Nouns in the singular that take a verb in the plural. */
const PLURAL = /^(?:media|police|data|people|many|some|others|they|we)$/;
/** Those who are called by what they do: "campaigners", "lobbyists", "trustees". */
const AGENTS = /\p{Ll}{3,}(?:ers|ors|ists|ians|ees)$/u;

/**
 * Whether a noun phrase is a name, a pronoun, or headed by a noun for people, bodies or documents.
 * @param plural whether its verb is in the plural.
 */
export function isSpeaker({ words, tokens }: Unit, { from, to }: TokenRange, plural: boolean): boolean {
  const first = words[from] as string;
  if (to === from + 1 && WHO_SPEAKS.test(first)) return !plural || PLURAL.test(first) || first === 'i';
  const led = DETERMINERS.has(first) || POSSESSIVES.has(first);
  if (!led && isCapitalised(tokens[from]?.text ?? '')) return !plural;
  let head = from;
  while (head + 1 < to && isWord(words[head + 1] as string) && !PREPOSITIONS.has(words[head + 1] as string)) {
    if (isCapitalised(tokens[head + 1]?.text ?? '')) break;
    head++;
  }
  const word = words[head] as string;
  const one = singular(word);
  if (plural && word === one && !PLURAL.test(word)) return false;
  return (
    isPersonNoun(word) ||
    [one, word].some((noun) => SPEAKERS.test(noun) || PERSON_NOUNS.has(noun) || OFFICES.has(noun)) ||
    ORGANISATION_NOUNS.has(one) ||
    AGENTS.test(word)
  );
}
