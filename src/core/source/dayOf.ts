import { fullDayIn } from '../extract/times/fullDay.ts';
import { isDay } from '../text/isDay.ts';

/**
 * The day that metadata names, as `YYYY-MM-DD`: of a time as it was on the clock of who wrote it. Reads ISO 8601 and the
 * dates of articles; null for anything else.
 */
export function dayOf(words: string): string | null {
  const [, year, month, day] = /^\s*(\d{4})[-/.]?(\d\d)[-/.]?(\d\d)(?!\d)/.exec(words) ?? [];
  if (year) {
    const iso = `${year}-${month}-${day}`;
    return isDay(iso) ? iso : null;
  }
  return words.length > 100 ? null : fullDayIn(words);
}
