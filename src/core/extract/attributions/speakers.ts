import { OFFICES, ORGANISATION_NOUNS, PERSON_NOUNS } from '../entities/nouns.ts';
import { isPersonNoun, singular } from '../figures/units.ts';
import { DETERMINERS, isCapitalised, isWord, POSSESSIVES, PREPOSITIONS } from '../grammar/words.ts';
import type { TokenRange } from './nounPhrase.ts';
import type { Unit } from './unit.ts';

const PERSONS_OWN = /^(?:my|his|her|their)$/;
const WHO_SPEAKS = /^(?:he|she|they|we|i)$/;
const SPEAKERS =
  /^(?:report|study|survey|poll|paper|media|press|source|data|figure|document|deed|contract|certificate|diary|ledger|record|statement|indictment|complaint|lawsuit|memo|letter|email|file|filing|transcript|analysis|research|statistic|census|inquiry|investigation|audit|review|result|finding|image|imagery|footage|video|photo|photograph|recording|email|message|post|calculation|test|account|board|league|office|service|mission|embassy|consulate|chamber|fund|church|hospital|clinic|railway|prosecution|palace|station|radio|portal|site|lawyer|advocate|executive|boss|aide|ally|opponent|proponent|operator|relative|family|friend|colleague|rival|police|prosecution|defence|defense|observer|insider|people|many|some|others)$/;
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
  if (PREPOSITIONS.has(first)) return false;
  if (to === from + 1 && WHO_SPEAKS.test(first)) return !plural || PLURAL.test(first) || first === 'i';
  if (!plural && /^(?:one|another|neither|none)$/.test(first) && words[from + 1] === 'of') return true;
  const led = DETERMINERS.has(first) || POSSESSIVES.has(first);
  const isName = isCapitalised(tokens[led ? from + 1 : from]?.text ?? '') && !(plural && from === 0);
  // "ONS figures show"
  if (isName) return !plural || (to - from > 1 && isSpeakerNoun(words[to - 1] as string, true));
  // "her agent", "their mother"
  if (!plural && to === from + 2 && PERSONS_OWN.test(first)) return true;
  // "the city's own study"
  let head = from;
  for (let i = from + 1; i < to - 1 && !PREPOSITIONS.has(words[i] as string); i++)
    if (/^['’]s?$/.test(words[i] as string)) head = i + 1;
  while (head + 1 < to && isWord(words[head + 1] as string) && !PREPOSITIONS.has(words[head + 1] as string)) {
    if (isCapitalised(tokens[head + 1]?.text ?? '')) break;
    head++;
  }
  // "the consultancy Brandt-Holm"
  const name = tokens.slice(head + 1, to);
  const named = name.length > 0 && name.every(({ text }) => isCapitalised(text) || text === '-');
  if (led && !plural && head > from && head - from < 3 && named) return true;
  // "a 2019 World Bank study"
  let last = from;
  while (last + 1 < to && !PREPOSITIONS.has(words[last + 1] as string) && words[last + 1] !== ',') last++;
  if (led && isSpeakerNoun(words[last] as string, plural)) return true;
  // "documents seen by the paper", "people familiar with the talks"
  const hangs = head > from && head + 1 < to && PREPOSITIONS.has(words[head + 1] as string);
  return isSpeakerNoun(words[head] as string, plural) || (hangs && isSpeakerNoun(words[head - 1] as string, plural));
}

/**
 * Whether a lower-case noun is one for people, bodies or documents.
 * @param plural whether it is to be one in the plural.
 */
export function isSpeakerNoun(word: string, plural: boolean): boolean {
  const one = singular(word);
  if (plural && word === one && !PLURAL.test(word)) return false;
  return (
    isPersonNoun(word) ||
    [one, word].some((noun) => SPEAKERS.test(noun) || PERSON_NOUNS.has(noun) || OFFICES.has(noun)) ||
    ORGANISATION_NOUNS.has(one) ||
    AGENTS.test(word)
  );
}
