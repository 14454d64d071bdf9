import { isAuxiliary, isGerund, isPastForm } from '../grammar/verbs.ts';
import {
  COORDINATORS,
  DETERMINERS,
  isCapitalised,
  LIGHT_ADVERBS,
  PREPOSITIONS,
  SUBORDINATORS,
} from '../grammar/words.ts';
import type { SureReport } from './candidate.ts';
import { afterCue, complementiser, contentEnd, contentStart, unitEnd } from './contentPhrase.ts';
import type { CueVerb } from './cueVerbs.ts';
import { PARTS_NO_CLAUSE, readAsked, readCited, readEstimate, readManner, readToldBy } from './fixedReports.ts';
import { readFrontedAs, readView } from './frontedSources.ts';
import { phraseStartingAt, type TokenRange } from './nounPhrase.ts';
import { readRejection } from './rejections.ts';
import { isSpeaker } from './speakers.ts';
import { isTimeWord } from './timeWords.ts';
import { finiteAt, finiteWithin, type Unit } from './unit.ts';
import { type Form, Kind } from './wordForms.ts';

/** Verbs that behind a comma have an object, or are the next thing that the subject did. */
const OTHERWISE = /^(?:ask|read|hear|find|discover|learn|determine|fear|mean|guess|agree|decide|sue|plead|see)$/;
const LONGEST_SOURCE = 10;
const NEAR_VERB = 9;

/**
 * Reads the verb at `i`, outside of quotation marks, as the report of what stands before the comma: "X, claims his lawyer",
 * "X, the mayor told reporters", or of what goes on behind it: "the fire, police believe, was started". Null where the
 * words are no clause, or there is no speaker.
 */
export function readSureReport(unit: Unit, i: number): SureReport | null {
  const { verb, ruleCue } = unit.forms[i] as Form;
  if ((unit.inQuote[i] as number) >= 0) return null;
  if (ruleCue) return readView(unit, i) ?? readEstimate(unit, i);
  if (!verb) return readManner(unit, i);
  if (verb.form === 'gerund') return readCited(unit, i);
  const special =
    readRejection(unit, i) ??
    readFrontedAs(unit, i) ??
    readToldBy(unit, i) ??
    readAsked(unit, i) ??
    readNameless(unit, i);
  if (special) return special;
  if (i < 3 || !verb.frames.includes('c') || OTHERWISE.test(verb.lemma)) return null;
  const inverted = unit.words[i - 1] === ',';
  const source = inverted ? behind(unit, i) : before(unit, i);
  if (!source || !isSpeaker(unit, source, verb.form === 'base')) return null;
  const comma = unit.words.lastIndexOf(',', Math.min(i, source.from) - 1);
  if ((unit.inQuote[comma - 1] as number) >= 0) return null;
  return trailing(unit, i, verb, source, comma) ?? interposed(unit, i, source, comma);
}

/** "The ferry was full, it was reported", "it was reported in the media that the ferry was full". */
function readNameless(unit: Unit, i: number): SureReport | null {
  const { words } = unit;
  if (i < 4 && words[0] === 'it' && words[i + 1] !== 'that') {
    const that = PREPOSITIONS.has(words[i + 1] ?? '') && words[i + 1] !== 'by' ? complementiser(unit, i + 1) : -1;
    const passive = (unit.forms[i] as Form).verb?.form === 'past' && unit.forms[i - 1]?.kind === Kind.be;
    return that > 0 && passive ? { source: null, content: [{ from: that + 1, to: contentEnd(unit, that + 1) }] } : null;
  }
  const it = words[i - 1] === 'been' ? i - 3 : i - 2;
  if (it < 3 || words[it] !== 'it' || words[it - 1] !== ',' || !/^(?:is|was|has|had)$/.test(words[it + 1] ?? ''))
    return null;
  const { verb } = unit.forms[i] as Form;
  if (verb?.form !== 'past' || !verb.frames.includes('c') || !endsReport(unit, i + 1)) return null;
  const front = { from: contentStart(unit, it - 1), to: it - 1 };
  const goesOn = words[i + 1] === ',' && !COORDINATORS.has(words[i + 2] ?? '');
  if (!(goesOn && finiteAt(unit, i + 2)) && !isClause(unit, lastPiece(unit, it - 1), it - 1)) return null;
  return { source: null, content: goesOn ? [front, { from: i + 2, to: contentEnd(unit, i + 2) }] : [front] };
}

const behind = (unit: Unit, i: number): TokenRange | null =>
  isTimeWord(unit.words[i + 1] ?? '') ? null : phraseStartingAt(unit, i + 1);

/** The words between a comma and the verb, where they are one noun phrase. */
function before(unit: Unit, i: number): TokenRange | null {
  const comma = unit.words.lastIndexOf(',', i - 1);
  if (comma < 1 || i - comma > LONGEST_SOURCE) return null;
  const from = unit.words[comma + 1] === 'as' ? comma + 2 : comma + 1;
  if (COORDINATORS.has(unit.words[from] as string)) return null;
  const source = phraseStartingAt(unit, from, i);
  if (!source || source.to === i) return source;
  // "a survey by the union shows", "figures released on Monday show"
  const next = unit.words[source.to] as string;
  return PREPOSITIONS.has(next) || isPastForm(next) ? { from, to: i } : null;
}

function trailing(unit: Unit, i: number, verb: CueVerb, source: TokenRange, comma: number): SureReport | null {
  const inverted = source.from > i;
  let end = Math.max(i + 1, source.to);
  const endsThere = !inverted && afterCue(unit, i, false) >= unitEnd(unit);
  if (verb.frames.includes('o') && !endsThere) {
    // "warned residents" has them for its object
    const addressee = inverted ? null : behind(unit, i);
    if (!addressee) return null;
    end = addressee.to;
  } else if (!inverted && !endsThere) return null;
  let from = lastPiece(unit, comma);
  // "the mayor resigned, according to aides, claims the newspaper"
  if (unit.words[from] === 'according') from = lastPiece(unit, from - 1);
  if (!endsReport(unit, end) || !isClause(unit, from, comma)) return null;
  const start = contentStart(unit, comma);
  return !inverted && holdsStop(unit, start, comma) ? null : { source, content: [{ from: start, to: comma }] };
}

/** A subject, who says it between commas, and its verb. */
function interposed(unit: Unit, i: number, source: TokenRange, comma: number): SureReport | null {
  const { words } = unit;
  let close = Math.max(i + 1, source.to);
  // "engineers warned in May"
  if (PREPOSITIONS.has(words[close] ?? '') || isTimeWord(words[close] ?? '')) close = words.indexOf(',', close);
  const from = contentStart(unit, comma);
  if (words[close] !== ',' || close - comma > LONGEST_SOURCE) return null;
  if (comma <= from) return null;
  // "it was, engineers say, safe": the verb is still without its complement
  const unfinished = isAuxiliary(words[comma - 1] as string) && !COORDINATORS.has(words[close + 1] ?? '');
  if (!unfinished) {
    if (finiteWithin(unit, from, comma) || PREPOSITIONS.has(words[from] ?? '')) return null;
    let verb = close + 1;
    while (LIGHT_ADVERBS.has(words[verb] ?? '')) verb++;
    if (!finiteAt(unit, verb) && !agrees(unit, comma - 1, verb)) return null;
  }
  return {
    source,
    content: [
      { from, to: comma },
      { from: close + 1, to: unfinished ? clauseEnd(unit, close + 1) : contentEnd(unit, close + 1) },
    ],
  };
}

/** "The results, ..., point to", "the drug, ..., halves the": of subject and verb one ends in -s. */
function agrees({ words, forms }: Unit, subject: number, verb: number): boolean {
  const next = words[verb + 1] ?? '';
  const kind = forms[verb]?.kind;
  const object = DETERMINERS.has(next) || next === 'that';
  if (!endsInS(words[subject] as string)) return endsInS(words[verb] ?? '') && object;
  return (
    !endsInS(words[verb] ?? '') && (kind === Kind.word || kind === Kind.base) && (object || PREPOSITIONS.has(next))
  );
}

const endsInS = (word: string) => /[^s]s$/.test(word);

/** Where the clause ends that a verb of saying was put into. */
function clauseEnd(unit: Unit, from: number): number {
  const end = contentEnd(unit, from);
  for (let k = from; k < end; k++) {
    const goesOn =
      unit.words[k] === ',' && COORDINATORS.has(unit.words[k + 1] ?? '') && (unit.inQuote[k] as number) < 0;
    if (goesOn && finiteWithin(unit, k + 2, k + NEAR_VERB)) return k;
  }
  return end;
}

/** True where a sentence ends on the way, as in a unit that a quotation holds together. */
function holdsStop({ words, tokens, inQuote }: Unit, from: number, to: number): boolean {
  for (let k = from; k < to - 1; k++) {
    if (!/^[.!?]$/.test(words[k] as string)) continue;
    if (isCapitalised(tokens[k + 1]?.text ?? '') || inQuote[k + 2] !== inQuote[k]) return true;
  }
  return false;
}

/** Where the words between the last comma and `end` begin. */
function lastPiece({ words }: Unit, end: number): number {
  const comma = words.lastIndexOf(',', end - 1);
  return COORDINATORS.has(words[comma + 1] ?? '') ? comma + 2 : comma + 1;
}

/** A subject and its verb, and nothing that hangs on a word before: "who lives there", "published in May". */
function isClause(unit: Unit, from: number, end: number): boolean {
  const first = unit.words[from] ?? '';
  // "where the money went is unclear"
  const verb = unit.finite.indexOf(1, from + 1);
  const question = /^(?:where|how|why|whether|what|who)$/.test(first) && from === 0;
  if (question) return verb >= 0 && finiteWithin(unit, verb + 1, end);
  if (PARTS_NO_CLAUSE.test(first) || SUBORDINATORS.has(first)) return false;
  if (!PREPOSITIONS.has(first) && (isPastForm(first) || isGerund(first))) return false;
  return finiteWithin(unit, from + 1, end);
}

/** Nothing goes on there but where and when it was said. */
function endsReport(unit: Unit, at: number): boolean {
  const next = unit.words[at];
  if (next === undefined || /^[.,;:!?)–—]$/.test(next) || PARTS_NO_CLAUSE.test(next)) return true;
  return (PREPOSITIONS.has(next) || isTimeWord(next)) && !finiteWithin(unit, at, at + 3);
}
