import type { Unit } from './moment.ts';

const LETTER: Record<string, string> = {
  minute: 'M',
  hour: 'H',
  day: 'D',
  week: 'W',
  month: 'M',
  year: 'Y',
  decade: 'E',
};
/** TIMEX3 duration: `P3D`, `PT5H`, `PXY` for an unnamed count. */
export function durationTimex(count: number | null, unit: Unit): string {
  const time = isOfDay(unit) ? 'T' : '';
  return `P${time}${count ?? 'X'}${LETTER[unit] ?? 'Y'}`;
}

/** True for the units in which times within a day are counted. */
export function isOfDay(unit: Unit): boolean {
  return unit === 'minute' || unit === 'hour';
}
