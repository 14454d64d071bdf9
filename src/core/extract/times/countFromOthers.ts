import type { ArticleDocument } from '../document.ts';
import type { ExtractedTime } from '../extraction.ts';
import { addMonths, dayNumber, isoDay, pad, parseDay, yearOf } from './calendar.ts';
import { monthIndex } from './patterns.ts';

/** Steps in words: "the next day", "that evening", "the night before". */
const STEP =
  /^(?:(?<way>next|following|previous|preceding|same)|that) (?<unit>day|morning|afternoon|evening|night|month|year)$|^(?<of>day|night|month|year) (?<side>before|after|earlier|later)$/i;
/** Not so "the day before the vote", "the day after polls closed": counted from what follows. */
const ENDS = /^(?:\s*[,.;:!?)”"]|\s*$| (?:and|but|when|with|in|at|on)\b)/;
const THAT_YEAR = /^(?:the )?(?<name>\p{L}+)\.? of (?:that|the same) year$/iu;
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
  let day: ExtractedTime | null = null;
  let year: ExtractedTime | null = null;
  let paragraph = -1;
  let at = 0;
  return times.map((time) => {
    while (at < sentences.length && (sentences[at]?.end ?? 0) <= time.start) at++;
    const here = sentences[at]?.paragraph ?? -1;
    if (here !== paragraph) from = day = null;
    paragraph = here;
    const words = text.slice(time.start, time.end);
    const after = text.slice(time.end, time.end + 8);
    const anchor = day && day.start > (from?.start ?? -1) ? day : from;
    const open = time.edtf === null && time.basis !== 'absolute';
    const step = open && anchor ? (durationIn(time.timex, words) ?? stepIn(words, after)) : null;
    const counted =
      (anchor && step && stepFrom(anchor, step)) ||
      (from && inYearOf(from, time, words)) ||
      (year && inThatYear(year, words));
    const base = counted?.from ?? from;
    const result = counted ? { ...time, edtf: counted.edtf, basis: `counted from ${base?.edtf}`, score: 0.6 } : time;
    if (FULL_DAY.test(result.edtf ?? '')) day = result;
    if (time.basis === 'absolute' && /^\d{4}/.test(time.edtf ?? '')) year = result;
    if (counted || (time.basis === 'absolute' && /^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(time.edtf ?? ''))) from = result;
    return result;
  });
}

interface Counted {
  readonly edtf: string;
  /** Where that is not the last full date of the paragraph. */
  readonly from?: ExtractedTime;
}

const SEASONS = ['spring', 'summer', 'autumn', 'winter'];

function inThatYear(from: ExtractedTime, words: string): Counted | null {
  const name = THAT_YEAR.exec(words)?.groups?.name?.toLowerCase().replace('fall', 'autumn');
  if (!name) return null;
  const season = SEASONS.indexOf(name);
  return { edtf: `${(from.edtf as string).slice(0, 4)}-${season < 0 ? pad(monthIndex(name)) : 21 + season}`, from };
}

interface Step {
  readonly unit: 'year' | 'month' | 'day';
  readonly by: number;
}

/** "the next day", "that evening", "the night before". */
function stepIn(words: string, after: string): Step | null {
  const step = STEP.exec(words.replace(/^(?:the|that|this) (?=\p{L}+ )/iu, ''))?.groups;
  if (!step || (/^(?:before|after)$/i.test(step.side ?? '') && !ENDS.test(after))) return null;
  const way = (step.way ?? step.side ?? 'same').toLowerCase();
  const by = /^(?:next|following|after|later)$/.test(way) ? 1 : way === 'same' ? 0 : -1;
  const unit = (step.unit ?? step.of ?? 'day').toLowerCase();
  return { unit: unit === 'year' || unit === 'month' ? unit : 'day', by };
}

/** "six days later". */
function durationIn(timex: string | null, words: string): Step | null {
  const way = LATER.exec(words)?.groups?.way;
  const { count, unit } = DURATION.exec(timex ?? '')?.groups ?? {};
  if (!way || !count || !unit) return null;
  const by = Number(count) * (way.toLowerCase() === 'later' ? 1 : -1);
  if (unit === 'Y' || unit === 'M') return { unit: unit === 'Y' ? 'year' : 'month', by };
  return { unit: 'day', by: by * (unit === 'W' ? 7 : 1) };
}

/** Null where the anchor does not tell what the step counts in: no day is three days after a year. */
function stepFrom(from: ExtractedTime, { unit, by }: Step): Counted | null {
  const [year = 0, month, day] = (from.edtf as string).split('-').map(Number);
  if (unit === 'year') return { edtf: String(year + by), from };
  if (!month || month > 12) return null;
  if (unit === 'month') {
    const to = addMonths(year, month, by);
    return { edtf: `${to.year}-${pad(to.month)}`, from };
  }
  return day ? { edtf: isoDay(dayNumber(year, month, day) + by), from } : null;
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
