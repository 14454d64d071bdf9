/** A day as whole days since 1970-01-01 in the proleptic Gregorian calendar. */
export type DayNumber = number;

const DAY = 86_400_000;

export function dayNumber(year: number, month: number, day: number): DayNumber {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.round(date.getTime() / DAY);
}

/** The day number of `YYYY-MM-DD`, or null when that is no day of the calendar. */
export function parseDay(iso: string): DayNumber | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso);
  if (!match) return null;
  const number = dayNumber(Number(match[1]), Number(match[2]), Number(match[3]));
  return isoDay(number) === iso ? number : null;
}

export function isoDay(day: DayNumber): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** Monday is 1, Sunday 7. */
export function weekdayOf(day: DayNumber): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

export function yearOf(day: DayNumber): number {
  return new Date(day * DAY).getUTCFullYear();
}

export function monthOf(day: DayNumber): number {
  return new Date(day * DAY).getUTCMonth() + 1;
}

export function isRealDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

export function daysIn(year: number, month: number): number {
  return dayNumber(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1) - dayNumber(year, month, 1);
}

/** ISO 8601 week, as in `2021-W34`. */
export function isoWeek(day: DayNumber): string {
  const thursday = day - weekdayOf(day) + 4;
  const year = yearOf(thursday);
  const week = Math.floor((thursday - dayNumber(year, 1, 1)) / 7) + 1;
  return `${year}-W${pad(week)}`;
}

/** `count` months after the month of `year-month`. */
export function addMonths(year: number, month: number, count: number): { year: number; month: number } {
  const index = year * 12 + month - 1 + count;
  return { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 };
}

export function pad(n: number, width = 2): string {
  return String(n).padStart(width, '0');
}
