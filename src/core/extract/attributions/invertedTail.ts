import { OFFICES, ORGANISATION_NOUNS, PERSON_NOUNS } from '../entities/nouns.ts';
import { isPersonNoun, singular } from '../figures/units.ts';
import { isGerund, isPastForm } from '../grammar/verbs.ts';
import {
  COORDINATORS,
  DETERMINERS,
  isCapitalised,
  isWord,
  POSSESSIVES,
  PREPOSITIONS,
  SUBORDINATORS,
} from '../grammar/words.ts';
import { contentStart } from './contentPhrase.ts';
import { phraseStartingAt, type TokenRange } from './nounPhrase.ts';
import { isTimeWord } from './timeWords.ts';
import { finiteWithin, type Unit } from './unit.ts';
import type { Form } from './wordForms.ts';

/** Who speaks and what, in "The road is closed, claim residents". */
export interface InvertedTail {
  readonly source: TokenRange;
  readonly content: TokenRange;
}

/** Verbs that behind a comma have an object, or are the next thing that the subject did. */
const OTHERWISE = /^(?:ask|tell|read|hear|find|discover|learn|determine|fear|mean|guess|agree|decide|sue|plead|see)$/;
const PARTS_NO_CLAUSE = /^(?:who|whom|which|whose|that|where|how|why|if|whether)$/;
const SPEAKERS =
  /^(?:report|study|survey|poll|paper|media|press|source|data|figure|document|record|statement|indictment|complaint|lawsuit|lawyer|advocate|aide|ally|relative|family|friend|colleague|rival|police|prosecution|defence|defense|observer|people|many|some|others)$/;
/** Those who are called by what they do: "campaigners", "lobbyists", "trustees". */
const AGENTS = /\p{Ll}{3,}(?:ers|ors|ists|ians|ees)$/u;

/**
 * Reads the verb at `i` as the report of the clause before it, with its subject behind: "X, claims his lawyer Y". Null
 * where the words before the comma are no clause, or those behind the verb no speaker and nothing else.
 */
export function readInvertedTail(unit: Unit, i: number): InvertedTail | null {
  const { words, forms, inQuote } = unit;
  const verb = (forms[i] as Form).verb;
  if (!verb || words[i - 1] !== ',' || i < 3 || (inQuote[i] as number) >= 0 || (inQuote[i - 2] as number) >= 0)
    return null;
  const { frames, form, lemma } = verb;
  if (!frames.includes('c') || frames.includes('o') || form === 'gerund' || OTHERWISE.test(lemma)) return null;
  const source = isTimeWord(words[i + 1] ?? '') ? null : phraseStartingAt(unit, i + 1);
  if (!source || !isSpeaker(unit, source, form === 'base') || !endsReport(unit, source.to)) return null;
  const end = i - 1;
  return isClause(unit, lastPiece(unit, end), end)
    ? { source, content: { from: contentStart(unit, end), to: end } }
    : null;
}

/** Where the words between the last comma and `end` begin. */
function lastPiece({ words }: Unit, end: number): number {
  const comma = words.lastIndexOf(',', end - 1);
  return COORDINATORS.has(words[comma + 1] ?? '') ? comma + 2 : comma + 1;
}

/** A subject and its verb, and nothing that hangs on a word before: "who lives there", "published in May". */
function isClause(unit: Unit, from: number, end: number): boolean {
  const first = unit.words[from] ?? '';
  if (PARTS_NO_CLAUSE.test(first) || SUBORDINATORS.has(first)) return false;
  if (!PREPOSITIONS.has(first) && (isPastForm(first) || isGerund(first))) return false;
  return finiteWithin(unit, from + 1, end);
}

function isSpeaker({ words, tokens }: Unit, { from, to }: TokenRange, plural: boolean): boolean {
  const first = words[from] as string;
  const led = DETERMINERS.has(first) || POSSESSIVES.has(first);
  if (!led && isCapitalised(tokens[from]?.text ?? '')) return !plural;
  let head = from;
  while (head + 1 < to && isWord(words[head + 1] as string) && !PREPOSITIONS.has(words[head + 1] as string)) {
    if (isCapitalised(tokens[head + 1]?.text ?? '')) break;
    head++;
  }
  const word = words[head] as string;
  const one = singular(word);
  if (plural && word === one && !/^(?:media|police|data|people|many|some|others)$/.test(word)) return false;
  return (
    isPersonNoun(word) ||
    [one, word].some((noun) => SPEAKERS.test(noun) || PERSON_NOUNS.has(noun) || OFFICES.has(noun)) ||
    ORGANISATION_NOUNS.has(one) ||
    AGENTS.test(word)
  );
}

/** Nothing goes on behind the speaker but where and when it was said. */
function endsReport(unit: Unit, at: number): boolean {
  const next = unit.words[at];
  if (next === undefined) return true;
  if (!/^[.,;:!?)–—-]$/.test(next) && !PREPOSITIONS.has(next) && !isTimeWord(next) && !PARTS_NO_CLAUSE.test(next))
    return false;
  return /^[.,;:!?)–—]$/.test(next) || PARTS_NO_CLAUSE.test(next) || !finiteWithin(unit, at, at + 3);
}
