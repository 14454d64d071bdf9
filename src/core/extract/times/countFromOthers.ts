import type { ArticleDocument } from '../document.ts';
import type { ExtractedTime } from '../extraction.ts';
import { addMonths, dayNumber, isoDay, pad, parseDay, yearOf } from './calendar.ts';

/** "six days later", "two years earlier", with the number as its TIMEX3 duration has it. */
const LATER = /\b(?<way>later|earlier)$/i;
const DURATION = /^P(?<count>\d+)(?<unit>[DWMY])$/;
const FULL_DAY = /^(\d{4})-(\d\d)-(\d\d)$/;
const MONTH_AND_DAY = /^\p{L}+\.? \d{1,2}$|^\d{1,2} \p{L}+\.?$/u;
/** A day so near before the article's own is told from there, whatever stands before it. */
const RECENT = 45;
/** So long before a date of the text a day can lie that takes its year from it. */
const BACK = 31;

/**
 * Times that count from another date of their paragraph: "six days later" behind a full date, and a day without its year
 * behind one with it ("was hired on 3 May 2019 and left on 6 June"), where that is not the article's own year.
 */
export function countFromOthers(
  { text, sentences }: ArticleDocument,
  times: readonly ExtractedTime[],
): ExtractedTime[] {
  let from: ExtractedTime | null = null;
  let paragraph = -1;
  let at = 0;
  return times.map((time) => {
    while (at < sentences.length && (sentences[at]?.end ?? 0) <= time.start) at++;
    const here = sentences[at]?.paragraph ?? -1;
    if (here !== paragraph) from = null;
    paragraph = here;
    const words = text.slice(time.start, time.end);
    const counted = from && (laterThan(from, time, words) ?? inYearOf(from, time, words));
    const result = counted ? { ...time, ...counted, basis: `counted from ${from?.edtf}`, score: 0.6 } : time;
    if (counted || (time.basis === 'absolute' && /^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(time.edtf ?? ''))) from = result;
    return result;
  });
}

type Counted = Pick<ExtractedTime, 'edtf'>;

function laterThan(from: ExtractedTime, { edtf, timex }: ExtractedTime, words: string): Counted | null {
  const way = LATER.exec(words)?.groups?.way;
  const { count, unit } = DURATION.exec(timex ?? '')?.groups ?? {};
  if (edtf !== null || !way || !count || !unit) return null;
  const by = Number(count) * (way.toLowerCase() === 'later' ? 1 : -1);
  const [year = 0, month, day] = (from.edtf as string).split('-').map(Number);
  if (unit === 'Y') return { edtf: String(year + by) };
  if (!month) return null;
  if (unit === 'M') {
    const to = addMonths(year, month, by);
    return { edtf: `${to.year}-${pad(to.month)}` };
  }
  return day ? { edtf: isoDay(dayNumber(year, month, day) + by * (unit === 'W' ? 7 : 1)) } : null;
}

function inYearOf(from: ExtractedTime, { edtf, basis }: ExtractedTime, words: string): Counted | null {
  const own = FULL_DAY.exec(edtf ?? '');
  const anchor = FULL_DAY.test(from.edtf as string) ? parseDay(from.edtf as string) : null;
  const reference = parseDay(/^relative to (\d{4}-\d\d-\d\d)/.exec(basis)?.[1] ?? '');
  if (!own || anchor === null || reference === null || !MONTH_AND_DAY.test(words)) return null;
  const near = parseDay(edtf as string) as number;
  if (Math.abs(reference - near) <= RECENT) return null;
  const inYear = (year: number) => dayNumber(year, Number(own[2]), Number(own[3]));
  const then = [inYear(yearOf(anchor)), inYear(yearOf(anchor) + 1)].find((day) => day >= anchor - BACK);
  return then === undefined || then > reference || then === near ? null : { edtf: isoDay(then) };
}
