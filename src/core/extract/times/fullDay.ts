import { pad, parseDay, weekdayOf } from './calendar.ts';
import { detectTimes } from './detectTimes.ts';
import type { Moment } from './moment.ts';
import { weekdayIndex } from './patterns.ts';
import { resolveMoment } from './resolve.ts';

/** To resolve a time by what it says alone. */
export const ABSOLUTE = { reference: null, basis: 'absolute', future: false };

/** The first full date of a text as `YYYY-MM-DD`, in any form that is read in articles; its weekday has to be right. */
export function fullDayIn(text: string): string | null {
  for (const { moment } of detectTimes(text)) {
    const iso = fullDay(moment);
    const day = iso === null ? null : parseDay(iso);
    if (day === null) continue;
    const weekday = /\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/.exec(text)?.[0];
    if (!weekday || weekdayIndex(weekday) === weekdayOf(day)) return iso;
  }
  return null;
}

/** The first day of a text that is told without its year, as `MM-DD`. */
export function monthDayIn(text: string): string | null {
  for (const { moment } of detectTimes(text)) {
    if (moment.type !== 'date' || moment.day === undefined || moment.month === undefined || moment.year !== undefined)
      continue;
    return `${pad(moment.month)}-${pad(moment.day)}`;
  }
  return null;
}

function fullDay(moment: Moment): string | null {
  const value = moment.type === 'date' && moment.day !== undefined ? resolveMoment(moment, ABSOLUTE).timex : null;
  return value !== null && /^\d{4}-\d\d-\d\d$/.test(value) ? value : null;
}
