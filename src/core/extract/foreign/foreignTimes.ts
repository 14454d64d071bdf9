import type { Span } from '../../text/span.ts';
import type { ExtractedTime } from '../extraction.ts';
import { isRealDay, pad } from '../times/calendar.ts';

const months = (words: string): ReadonlyMap<string, number> =>
  new Map(words.split(' ').flatMap((names, i) => names.split('/').map((name) => [name, i + 1] as const)));

/** Month names, in small letters, with their usual short forms. */
const MONTHS: Readonly<Record<string, ReadonlyMap<string, number>>> = {
  de: months(
    'januar/jan/jänner februar/feb märz/mär april/apr mai juni/jun juli/jul august/aug september/sept/sep oktober/okt november/nov dezember/dez',
  ),
  es: months(
    'enero/ene febrero/feb marzo/mar abril/abr mayo/may junio/jun julio/jul agosto/ago septiembre/setiembre/sept/sep octubre/oct noviembre/nov diciembre/dic',
  ),
  fr: months(
    'janvier/janv février/févr mars avril/avr mai juin juillet/juil août septembre/sept octobre/oct novembre/nov décembre/déc',
  ),
  it: months(
    'gennaio/gen febbraio/feb marzo/mar aprile/apr maggio/mag giugno/giu luglio/lug agosto/ago settembre/set ottobre/ott novembre/nov dicembre/dic',
  ),
  nl: months(
    'januari/jan februari/feb maart/mrt april/apr mei juni/jun juli/jul augustus/aug september/sep oktober/okt november/nov december/dec',
  ),
  pt: months(
    'janeiro/jan fevereiro/fev março/mar abril/abr maio/mai junho/jun julho/jul agosto/ago setembro/set outubro/out novembro/nov dezembro/dez',
  ),
};
const YEAR = /(?<![\p{L}\p{N}.,/:-])(?:19|20)\d\d(?![\p{L}\p{N}]|[.,:/-]\d|\s?[%€$])/gu;
const ISO = /(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)/g;
const NUMERIC = /(?<![\d.])(\d{1,2})[./](\d{1,2})[./](\d{4})(?!\d)/g;
const WORDED =
  /(?<![\p{N}.,])(?:(\d{1,2})(?:\.|º|er)?\s(?:de\s)?)?(\p{L}{3,10})\.?\s(?:de[l]?\s)?((?:19|20)\d\d)(?!\d)/gu;

/**
 * Dates by what holds across languages: ISO, day before month in figures, month names of the commonest languages of
 * Latin script, and years; `passages` are where they are looked for, whole, because sentences end otherwise ("am 3. März"). All of them absolute; in document order, not overlapping.
 */
export function foreignTimes(text: string, passages: readonly Span[], language: string): ExtractedTime[] {
  const names = MONTHS[language];
  const times: ExtractedTime[] = [];
  for (const { start, end } of passages) {
    const passage = text.slice(start, end);
    const found: ExtractedTime[] = [];
    const covered = new Uint8Array(passage.length);
    const add = (index: number, length: number, edtf: string) => {
      if (covered.subarray(index, index + length).includes(1)) return;
      covered.fill(1, index, index + length);
      const span = { start: start + index, end: start + index + length };
      found.push({ ...span, edtf, timex: edtf, kind: 'date', basis: 'absolute', origin: 'rule:times', score: 0.9 });
    };
    for (const { 0: all, 1: year, 2: month, 3: day, index } of passage.matchAll(ISO)) {
      if (isRealDay(Number(year), Number(month), Number(day))) add(index, all.length, all);
    }
    for (const { 0: all, 1: day, 2: month, 3: year, index } of passage.matchAll(NUMERIC)) {
      if (isRealDay(Number(year), Number(month), Number(day)))
        add(index, all.length, `${year}-${pad(Number(month))}-${pad(Number(day))}`);
    }
    for (const { 0: all, 1: day, 2: name = '', 3: year, index } of names ? passage.matchAll(WORDED) : []) {
      const month = names?.get(name.toLowerCase());
      if (month === undefined || (day && !isRealDay(Number(year), month, Number(day)))) continue;
      add(index, all.length, [year, pad(month), ...(day ? [pad(Number(day))] : [])].join('-'));
    }
    for (const { 0: year, index } of passage.matchAll(YEAR)) add(index, year.length, year);
    times.push(...found.sort((a, b) => a.start - b.start));
  }
  return times;
}
