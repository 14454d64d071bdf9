import { isGerund, isPastForm } from '../grammar/verbs.ts';
import { COORDINATORS, LIGHT_ADVERBS, PREPOSITIONS, SUBORDINATORS } from '../grammar/words.ts';
import { contentEnd, contentStart } from './contentPhrase.ts';
import type { CueVerb } from './cueVerbs.ts';
import { phraseStartingAt, type TokenRange } from './nounPhrase.ts';
import { isSpeaker } from './speakers.ts';
import { isTimeWord } from './timeWords.ts';
import { finiteAt, finiteWithin, type Unit } from './unit.ts';
import type { Form } from './wordForms.ts';

/** A report whose commas tell it, whatever its verb. */
export interface SureReport {
  readonly source: TokenRange;
  readonly content: readonly TokenRange[];
}

/** Verbs that behind a comma have an object, or are the next thing that the subject did. */
const OTHERWISE = /^(?:ask|read|hear|find|discover|learn|determine|fear|mean|guess|agree|decide|sue|plead|see)$/;
const PARTS_NO_CLAUSE = /^(?:who|whom|which|whose|that|where|how|why|if|whether)$/;
const LONGEST_SOURCE = 10;

/**
 * Reads the verb at `i`, outside of quotation marks, as the report of what stands before the comma: "X, claims his lawyer",
 * "X, the mayor told reporters", or of what goes on behind it: "the fire, police believe, was started". Null where the
 * words are no clause, or there is no speaker.
 */
export function readSureReport(unit: Unit, i: number): SureReport | null {
  const { verb } = unit.forms[i] as Form;
  if (!verb || i < 3 || (unit.inQuote[i] as number) >= 0 || verb.form === 'gerund') return null;
  if (!verb.frames.includes('c') || OTHERWISE.test(verb.lemma)) return null;
  const inverted = unit.words[i - 1] === ',';
  const source = inverted ? behind(unit, i) : before(unit, i);
  if (!source || !isSpeaker(unit, source, verb.form === 'base')) return null;
  const comma = Math.min(i, source.from) - 1;
  if ((unit.inQuote[comma - 1] as number) >= 0) return null;
  return trailing(unit, i, verb, source, comma) ?? interposed(unit, i, source, comma);
}

const behind = (unit: Unit, i: number): TokenRange | null =>
  isTimeWord(unit.words[i + 1] ?? '') ? null : phraseStartingAt(unit, i + 1);

/** The words between a comma and the verb, where they are one noun phrase. */
function before(unit: Unit, i: number): TokenRange | null {
  const comma = unit.words.lastIndexOf(',', i - 1);
  if (comma < 1 || i - comma > LONGEST_SOURCE) return null;
  const source = phraseStartingAt(unit, comma + 1, i);
  return source?.to === i ? source : null;
}

function trailing(unit: Unit, i: number, verb: CueVerb, source: TokenRange, comma: number): SureReport | null {
  const inverted = source.from > i;
  let end = Math.max(i + 1, source.to);
  if (verb.frames.includes('o')) {
    // "warned residents" has them for its object
    const addressee = inverted ? null : behind(unit, i);
    if (!addressee) return null;
    end = addressee.to;
  } else if (!inverted) return null;
  const from = lastPiece(unit, comma);
  if (!endsReport(unit, end) || !isClause(unit, from, comma)) return null;
  return { source, content: [{ from: contentStart(unit, comma), to: comma }] };
}

/** A subject, who says it between commas, and its verb. */
function interposed(unit: Unit, i: number, source: TokenRange, comma: number): SureReport | null {
  const { words } = unit;
  let close = Math.max(i + 1, source.to);
  // "engineers warned in May"
  if (PREPOSITIONS.has(words[close] ?? '') || isTimeWord(words[close] ?? '')) close = words.indexOf(',', close);
  const from = contentStart(unit, comma);
  if (words[close] !== ',' || close - comma > LONGEST_SOURCE) return null;
  if (comma <= from || finiteWithin(unit, from, comma)) return null;
  let verb = close + 1;
  while (LIGHT_ADVERBS.has(words[verb] ?? '')) verb++;
  if (!finiteAt(unit, verb) || PREPOSITIONS.has(words[from] ?? '')) return null;
  return {
    source,
    content: [
      { from, to: comma },
      { from: close + 1, to: contentEnd(unit, close + 1) },
    ],
  };
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

/** Nothing goes on there but where and when it was said. */
function endsReport(unit: Unit, at: number): boolean {
  const next = unit.words[at];
  if (next === undefined || /^[.,;:!?)–—]$/.test(next) || PARTS_NO_CLAUSE.test(next)) return true;
  return (PREPOSITIONS.has(next) || isTimeWord(next)) && !finiteWithin(unit, at, at + 3);
}
