import { COORDINATORS, DETERMINERS, isCapitalised, isDigit, PREPOSITIONS } from '../grammar/words.ts';
import { afterCue } from './contentPhrase.ts';
import { phraseEndingAt, phraseStartingAt, subjectEnd, type TokenRange } from './nounPhrase.ts';
import { isSpeaker, isSpeakerNoun } from './speakers.ts';
import { finiteAt, finiteWithin, type Unit } from './unit.ts';
import { type Form, isThirdOrPast, Kind } from './wordForms.ts';

/** Verbs whose "that" tells what they bring about or amount to. */
const NO_REPORT = /^(?:mean|ensure|guarantee|require)/;
const FAR = 15;
const NEAR = 10;

/** Whether the surroundings of the word at `i` tell a report, whatever the word: a speaker before it, and a clause behind. */
export function isSureCue(unit: Unit, i: number): boolean {
  const { kind, verb } = unit.forms[i] as Form;
  if ((unit.inQuote[i] as number) >= 0 || kind === Kind.gerund) return false;
  if (unit.words[i + 1] === 'to' && verb?.frames.includes('t')) return intends(unit, i);
  return (thatBehind(unit, i) > 0 || verb?.frames.includes('c') === true) && tellsClause(unit, i);
}

/** The "that" of the cue at `i`, where only a setting may stand between: "said on Monday that"; -1 where there is none. */
export function thatBehind(unit: Unit, i: number): number {
  const at = afterCue(unit, i, unit.forms[i]?.verb?.frames.includes('o') === true);
  return unit.words[at] === 'that' ? at : -1;
}

/** Whether a content is the clause behind the "that" of a sure cue, where a setting may stand between: "said on Monday that". */
export function isSureThat(unit: Unit, i: number, content: readonly TokenRange[]): boolean {
  const [only, more] = content;
  return !more && only !== undefined && only.from > i && unit.words[only.from - 1] === 'that' && isSureCue(unit, i);
}

/** "The ministry communicated that the road was open", "documents show the firm paid". */
function tellsClause(unit: Unit, i: number): boolean {
  const { words } = unit;
  const { kind, verb } = unit.forms[i] as Form;
  // "relatives affirm that"
  const plain = kind === Kind.word && words[i + 1] === 'that' && !words[i]?.endsWith('s');
  const plural = kind === Kind.base || verb?.form === 'base' || plain;
  if (!plural && !isThirdOrPast(unit.forms[i] as Form)) return false;
  const noun =
    (unit.forms[i] as Form).reportNoun && !(words[i - 1] === ')' || isCapitalised(unit.tokens[i - 1]?.text ?? '')); // "the office (ORA) estimates"
  if (kind === Kind.word && (finiteAt(unit, i - 1) || noun)) return false;
  // "so many lies that"
  if (NO_REPORT.test(words[i] as string) || (kind !== Kind.past && !plural && isSpeakerNoun(words[i - 1] ?? '', true)))
    return false;
  const at = thatBehind(unit, i);
  const that = at > 0;
  const from = that ? at + 1 : i + 1;
  if (that ? !holdsClause(unit, from) : !opensClause(unit, from, verb?.frames.includes('t') === true)) return false;
  // "praised the crew and denied that": the subject stands before the first verb
  const shares = that && /^(?:and|but)$/.test(words[i - 1] ?? '') ? unit.finite.indexOf(1, 1) : i;
  const source = phraseEndingAt(unit, subjectEnd(unit, shares));
  const end = words[shares - 1] === ',' ? shares - 1 : shares;
  return source?.to === end && words[i - 1] !== 'to' && isSpeaker(unit, source, plural);
}

/** "The rebels vowed to fight on". */
function intends(unit: Unit, i: number): boolean {
  const { kind } = unit.forms[i] as Form;
  if (kind !== Kind.past && kind !== Kind.third) return false;
  const source = phraseEndingAt(unit, subjectEnd(unit, i));
  return source?.to === i && isSpeaker(unit, source, false);
}

/** Words behind "that" which are no noun with it, as in "earns that much": their verb comes before any comma. */
function holdsClause(unit: Unit, from: number): boolean {
  const { words } = unit;
  if (finiteAt(unit, from)) return false;
  const led = PREPOSITIONS.has(words[from] ?? '');
  for (let k = from + 1; k < Math.min(words.length, from + FAR); k++) {
    if (finiteAt(unit, k)) return !COORDINATORS.has(words[k - 1] as string);
    if (/^[.!?]$/.test(words[k] as string)) return false;
    if (words[k] === ',' && !led) {
      // "that Lund, then the chief, had told"
      const close = words.indexOf(',', k + 1);
      return close > 0 && close - k < NEAR && finiteAt(unit, close + 1);
    }
  }
  return false;
}

/** A subject right before its verb; with a verb that governs infinitives also before "to". */
function opensClause(unit: Unit, at: number, infinitive: boolean): boolean {
  const { words, tokens, forms } = unit;
  const subject =
    DETERMINERS.has(words[at] ?? '') ||
    isCapitalised(tokens[at]?.text ?? '') ||
    isDigit(words[at] ?? '') ||
    forms[at]?.kind === Kind.pronoun;
  const end = subject ? phraseStartingAt(unit, at)?.to : undefined;
  return end !== undefined && (finiteAt(unit, end) || (infinitive && unit.words[end] === 'to'));
}

/** True for a cue that belongs to another report: "was quoted as saying", "it was reported on the website". */
export function isPartOfReport(unit: Unit, i: number): boolean {
  const { words, forms } = unit;
  const { verb } = forms[i] as Form;
  if (words[i - 1] === 'to' && words[i + 1] === 'more') return true; // "declined to say more"
  if (verb?.form !== 'past') return false;
  if (words[i + 1] === 'as' && forms[i + 2]?.verb?.form === 'gerund') return true;
  if (forms[i - 1]?.kind !== Kind.be || words[i - 2] !== 'it' || words[i - 3] === ',') return false;
  return verb.frames.includes('c') && PREPOSITIONS.has(words[i + 1] ?? '') && !finiteWithin(unit, i + 1, words.length);
}
