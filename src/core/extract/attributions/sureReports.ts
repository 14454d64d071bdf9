import { isAuxiliary, isGerund, isPastForm } from '../grammar/verbs.ts';
import {
  COORDINATORS,
  DETERMINERS,
  isCapitalised,
  isDigit,
  isWord,
  LIGHT_ADVERBS,
  PREPOSITIONS,
  SUBORDINATORS,
} from '../grammar/words.ts';
import { readAccusation, readAttitude, readCause, readExpectation } from './attitudes.ts';
import type { SureReport } from './candidate.ts';
import { afterCue, complementiser, contentEnd, contentStart, unitEnd } from './contentPhrase.ts';
import type { CueVerb } from './cueVerbs.ts';
import { PARTS_NO_CLAUSE, readAsked, readCited, readManner, readNamedBy, readToldBy } from './fixedReports.ts';
import { readVerbFirst, readView } from './frontedSources.ts';
import { readInversion } from './inversions.ts';
import { isDash, phraseEndingAt, phraseStartingAt, subjectEnd, type TokenRange } from './nounPhrase.ts';
import { readRejection } from './rejections.ts';
import { isSpeaker, isSpeakerNoun } from './speakers.ts';
import { readStatedFigure } from './statedFigures.ts';
import { isSureCue, thatBehind } from './sureCues.ts';
import { isTimeWord } from './timeWords.ts';
import { finiteAt, finiteWithin, type Unit } from './unit.ts';
import { type Form, Kind } from './wordForms.ts';

/** Verbs that behind a comma have an object, or are the next thing that the subject did. */
const OTHERWISE = /^(?:ask|read|mean|guess|agree|decide|sue|plead|see)$/;
/** Such verbs that tell a report where nothing follows them: "X, the court heard". */
const AT_END = /^(?:hear|find|discover|learn|determine|fear)$/;
const LONGEST_SOURCE = 10;
const NEAR_VERB = 9;
const LONGEST_DESCRIBED = 24;

/**
 * Reads the verb at `i`, outside of quotation marks, as the report of what stands before the comma: "X, claims his lawyer",
 * "X, the mayor told reporters", or of what goes on behind it: "the fire, police believe, was started". Null where the
 * words are no clause, or there is no speaker.
 */
export function readSureReport(unit: Unit, i: number): SureReport | null {
  const { verb, ruleCue } = unit.forms[i] as Form;
  const attitude = readAttitude(unit, i);
  if (attitude || (unit.inQuote[i] as number) >= 0) return attitude;
  const figure = ruleCue ? (readView(unit, i) ?? readStatedFigure(unit, i)) : null;
  if (figure) return figure;
  if (!verb) return readNamedBy(unit, i) ?? readManner(unit, i) ?? readThat(unit, i);
  if (verb.form === 'gerund') return readCited(unit, i);
  const special =
    readSpoken(unit, i) ??
    readRejection(unit, i) ??
    readVerbFirst(unit, i) ??
    readNamedBy(unit, i) ??
    readInversion(unit, i) ??
    readToldBy(unit, i) ??
    readAsked(unit, i) ??
    readAccusation(unit, i) ??
    readCause(unit, i) ??
    readExpectation(unit, i) ??
    readDescribed(unit, i) ??
    readNameless(unit, i);
  if (special) return special;
  if (i < 3 || !verb.frames.includes('c') || OTHERWISE.test(verb.lemma)) return null;
  if (AT_END.test(verb.lemma) && (unit.words[i - 1] === ',' || !endsSaying(unit, i + 1))) return null;
  const source = speakerOf(unit, i, verb.form === 'base');
  if (!source) return null;
  const comma = unit.words.lastIndexOf(',', Math.min(i, source.from) - 1);
  if ((unit.inQuote[comma - 1] as number) >= 0 && !opensUnquoted(unit, comma - 1)) return null;
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

/** `The memo was "unclear," the judge wrote`, `"Never," testifies the guard`: the quoted words are what was said. */
function readSpoken(unit: Unit, i: number): SureReport | null {
  const report = (unit.forms[i] as Form).verb?.frames.includes('q') ? readManner(unit, i) : null;
  const from = report?.content[0]?.from ?? -1;
  const inverted = report?.source && report.source.from > i;
  // `"Never", the head of the port, Ann Lee, promised`
  const apposed = report?.source && unit.words.slice(report.source.from, report.source.to).includes(',');
  return inverted || apposed || (from > 0 && isWord(unit.words[from - 1] as string)) ? report : null;
}

/** "The firm calculates that ...": whatever the verb, a speaker before it and a clause behind tell a report. */
function readThat(unit: Unit, i: number): SureReport | null {
  const that = thatBehind(unit, i);
  const source = that > 0 && isSureCue(unit, i) ? phraseEndingAt(unit, subjectEnd(unit, i)) : null;
  return source && { source, content: [{ from: that + 1, to: contentEnd(unit, that + 1) }] };
}

/** "Files seen by the Post and shared with the daily show that ...": a subject with participles that its verb comes after. */
function readDescribed(unit: Unit, i: number): SureReport | null {
  const { words } = unit;
  const that = thatBehind(unit, i);
  const noun = DETERMINERS.has(words[0] ?? '') ? 1 : 0;
  if (that < 0 || i - noun < 3 || i > LONGEST_DESCRIBED || words.lastIndexOf(',', i) > 0) return null;
  if (!isPastForm(words[noun + 1] as string) || !/^(?:by|from|in|with|to|on)$/.test(words[noun + 2] as string))
    return null;
  const plural = isSpeakerNoun(words[noun] as string, true);
  if (!plural && !(noun === 1 && isSpeakerNoun(words[noun] as string, false))) return null;
  if (words.slice(noun + 1, i).some((word) => SUBORDINATORS.has(word) || isAuxiliary(word))) return null;
  return { source: { from: 0, to: i }, content: [{ from: that + 1, to: contentEnd(unit, that + 1) }] };
}

/** Who speaks by the verb at `i`: behind it where a comma stands before it, else in front of it. */
function speakerOf(unit: Unit, i: number, plural: boolean): TokenRange | null {
  const ends = unit.words[i - 1] === ',';
  // who stands behind "told" is told
  const told = (unit.forms[i] as Form).verb?.lemma === 'tell';
  const source = ends ? (told ? null : behind(unit, i)) : before(unit, i);
  if (source && (isSpeaker(unit, source, plural) || isSaidByIt(unit, source, i))) return source;
  // "the head of the port, Ann Lee, wrote"
  const apposed = ends ? phraseEndingAt(unit, i - 1) : null;
  return apposed && unit.words[apposed.from - 1] === ',' && isSpeaker(unit, apposed, plural) ? apposed : null;
}

/** "..., it said". */
function isSaidByIt({ words }: Unit, { from, to }: TokenRange, i: number): boolean {
  return (
    words[from] === 'it' && to === i && /^(?:said|says|added|adds|claimed|argued|insisted)$/.test(words[i] as string)
  );
}

const behind = (unit: Unit, i: number): TokenRange | null =>
  isTimeWord(unit.words[i + 1] ?? '') ? null : phraseStartingAt(unit, i + 1);

/** The words between a comma and the verb, where they are one noun phrase. */
function before(unit: Unit, i: number): TokenRange | null {
  const comma = unit.words.lastIndexOf(',', i - 1);
  if (comma < 1 || i - comma > LONGEST_SOURCE) return null;
  const from = unit.words[comma + 1] === 'as' ? comma + 2 : comma + 1;
  if (COORDINATORS.has(unit.words[from] as string)) return null;
  const perfect = /^(?:has|have)$/.test(unit.words[i - 1] as string) ? i - 1 : i;
  const source = phraseStartingAt(unit, from, perfect);
  if (!source || source.to === perfect) return source;
  // "a survey by the union shows", "figures released on Monday show"
  const next = unit.words[source.to] as string;
  return PREPOSITIONS.has(next) || isPastForm(next) ? { from, to: i } : null;
}

function trailing(unit: Unit, i: number, verb: CueVerb, source: TokenRange, comma: number): SureReport | null {
  const inverted = source.from > i;
  let end = Math.max(i + 1, source.to);
  const after = afterCue(unit, i, false);
  // "most die at home, doctors believe, and nobody counts them"
  const joined = unit.words[after] === ',' && COORDINATORS.has(unit.words[after + 1] ?? '');
  const endsThere = !inverted && (joined || after >= unitEnd(unit) || isSettingOnly(unit, i + 1));
  if (verb.frames.includes('o') && !endsThere) {
    // "warned residents" has them for its object
    const addressee = inverted ? null : behind(unit, i);
    if (!addressee) return null;
    end = addressee.to;
  } else if (!inverted && !endsThere) return null;
  if (!endsReport(unit, end) || !holdsClause(unit, comma)) return null;
  const opened = opensUnquoted(unit, comma - 1) ? sentenceStart(unit, comma) : contentStart(unit, comma);
  const start = afterColon(unit, opened, comma);
  return !inverted && holdsStop(unit, start, comma) ? null : { source, content: [{ from: start, to: comma }] };
}

/** True where words outside of quotation marks lead to the quoted ones that end at `i`: "The plan was “dead”, she said". */
function opensUnquoted({ inQuote, words }: Unit, i: number): boolean {
  const open = (inQuote[i] ?? -1) < 0 ? -1 : inQuote.indexOf(inQuote[i] as number);
  return open > 0 && isWord(words[open - 1] as string);
}

function sentenceStart({ words, inQuote }: Unit, end: number): number {
  let from = end;
  while (from > 0 && !(/^[.!?;]$/.test(words[from - 1] as string) && (inQuote[from - 1] as number) < 0)) from--;
  return from;
}

/** Nothing follows but where and when it was said. */
function endsSaying(unit: Unit, from: number): boolean {
  return from >= unitEnd(unit) || isTimeWord(unit.words[from] ?? '') || isSettingOnly(unit, from);
}

/** Where and when it was said, up to the end or a semicolon: "on Telegram at 04:12 on Monday". */
function isSettingOnly(unit: Unit, from: number): boolean {
  const { words, inQuote } = unit;
  if (!/^(?:in|on|at|during|via|late|early)$/.test(words[from] ?? '')) return false;
  for (let k = from; k < unitEnd(unit); k++) {
    if (words[k] === ';' || isDash(unit.tokens, k)) return true;
    if (finiteAt(unit, k) || (inQuote[k] as number) >= 0 || /^(?:[,(–—]|that)$/.test(words[k] as string)) return false;
    if (words[k] === ':' && !isDigit(words[k + 1] ?? '')) return false;
  }
  return true;
}

/** "The bus fell into the river, killing nine, its driver among them": participles and verbless pieces hang on the clause before. */
function holdsClause(unit: Unit, end: number): boolean {
  let to = end;
  for (let from = lastPiece(unit, to); ; from = lastPiece(unit, to)) {
    if (isClause(unit, from, to)) return true;
    const comma = unit.words.lastIndexOf(',', from - 1);
    // "Lee, whom the papers dislike, has left"
    if (comma > 0 && finiteAt(unit, from) && PARTS_NO_CLAUSE.test(unit.words[lastPiece(unit, comma)] ?? ''))
      return true;
    if (comma < 1 || comma >= to) return false;
    to = comma;
  }
}

/** Where the words behind the last colon before `end` begin, if they are a clause. */
function afterColon(unit: Unit, from: number, end: number): number {
  const colon = unit.words.lastIndexOf(':', end - 1);
  return colon > from && (unit.inQuote[colon] as number) < 0 && finiteWithin(unit, colon + 1, end) ? colon + 1 : from;
}

/** A subject, who says it between commas, and its verb. */
function interposed(unit: Unit, i: number, source: TokenRange, comma: number): SureReport | null {
  const { words } = unit;
  let close = Math.max(i + 1, source.to);
  // "engineers warned in May"
  if (PREPOSITIONS.has(words[close] ?? '') || isTimeWord(words[close] ?? '')) close = words.indexOf(',', close);
  const colon = words.lastIndexOf(':', comma);
  const from = Math.max(contentStart(unit, comma), colon + 1);
  if (words[close] !== ',' || close - comma > LONGEST_SOURCE) return null;
  if (comma <= from) return null;
  // "it was, engineers say, safe": the verb is still without its complement
  const unfinished = isAuxiliary(words[comma - 1] as string) && !COORDINATORS.has(words[close + 1] ?? '');
  // "there was no word, it said, that any crew were lost", "it fell, experts say, under its own weight"
  const next = words[close + 1] ?? '';
  const goesOn = (next === 'that' || PREPOSITIONS.has(next)) && finiteWithin(unit, from, comma);
  if (!unfinished && !goesOn) {
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
  const compares = first === 'as' && unit.words[from + 2] === 'as';
  if (PARTS_NO_CLAUSE.test(first) || (SUBORDINATORS.has(first) && !compares)) return false;
  if (!PREPOSITIONS.has(first) && (isPastForm(first) || isGerund(first))) return false;
  return finiteWithin(unit, from + 1, end);
}

/** Nothing goes on there but where and when it was said. */
function endsReport(unit: Unit, at: number): boolean {
  const next = unit.words[at];
  if (next === undefined || /^[.,;:!?)–—]$/.test(next) || PARTS_NO_CLAUSE.test(next)) return true;
  return (PREPOSITIONS.has(next) || isTimeWord(next)) && !finiteWithin(unit, at, at + 3);
}
