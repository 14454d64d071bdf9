import { isRealDay } from './calendar.ts';
import type { Moment, Unit } from './moment.ts';
import { monthIndex, smallNumber } from './patterns.ts';

/** The named groups of a match. */
type Groups = Readonly<Record<string, string | undefined>>;

const number = (text: string | undefined): number | undefined => (text ? Number.parseInt(text, 10) : undefined);
/** The unit that a word of it names, in the plural too. */
export const unitOf = (word: string): Unit => word.toLowerCase().replace(/s$/, '') as Unit;
/** Last (-1), this (0), next (1). */
export const shiftOf = (word: string): number =>
  /^(?:this )?(?:last|previous|past|earlier)/i.test(word)
    ? -1
    : /^(?:this )?(?:next|following|coming)/i.test(word)
      ? 1
      : 0;

/** A month, with its day and year where they are told; null for a day that it does not have. */
export function monthDay(g: Groups): Moment | null {
  const month = monthIndex(g.month as string);
  const day = number(g.day);
  const year = number(g.year);
  if (day !== undefined && !isRealDay(year ?? 2000, month, day)) return null;
  const part = g.part?.toLowerCase();
  return {
    type: 'date',
    month,
    ...(day === undefined ? {} : { day }),
    ...(year === undefined ? {} : { year }),
    ...(g.last ? { shift: shiftOf(g.last) } : {}),
    ...(g.of ? { inYear: shiftOf(g.of) } : {}),
    ...(part ? { part } : {}),
    ...(g.mod ? { approximate: true } : {}),
  };
}

/** "between March 3 and 7", "3-7 March 2020"; without "between" or "from" only with "to" or a dash. */
export function daysOfMonth(g: Groups, before: string): Moment | null {
  const [from, to] = [Number(g.from), Number(g.to)];
  const month = monthIndex(g.month as string);
  if (from >= to || !isRealDay(2000, month, to) || /\d[.,]?$/.test(before)) return null;
  const day = (day: number): Moment => ({ type: 'date', month, day, ...(g.year ? { year: Number(g.year) } : {}) });
  return { type: 'range', from: day(from), to: day(to) };
}

const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first'.split(
    ' ',
  );

/** "19th", "ninth"; null for other words. */
export function ordinal(word: string): number | null {
  if (/^\d/.test(word)) return Number.parseInt(word, 10);
  const index = ORDINALS.indexOf(word);
  return index < 0 ? null : index + 1;
}

/** What a part is of: a month, a year, or a year told from the article's. */
export function wholeOf(g: Groups): Moment {
  if (g.month) return monthDay(g) as Moment;
  if (g.year) return { type: 'date', year: Number(g.year) };
  return { type: 'offset', unit: 'year', count: g.last ? shiftOf(g.last) : 0 };
}

/** A day of the year that has a name. */
export function feast(g: Groups): Moment {
  const day = (month: number, day: number): Moment => ({ type: 'date', month, day });
  if (g.eve) return /^new/i.test(g.eve) ? day(12, 31) : day(12, 24);
  if (g.year) return day(1, 1);
  if (g.christmas) return day(12, 25);
  return g.boxing ? day(12, 26) : day(10, 31);
}

/** "the first four months of", "the last week of". */
export function section(g: Groups): Moment | null {
  const last = g.which === 'last' || g.which === 'final';
  if (g.unit === 'half') return { type: 'quarter', index: last ? 2 : 1, size: 6, of: wholeOf(g) };
  const count = g.count ? smallNumber(g.count) : 1;
  return count === null ? null : { type: 'section', unit: unitOf(g.unit as string), count, last, of: wholeOf(g) };
}

/** A time of day without its day; null for "13 p.m.". */
export function clock(g: Groups): Moment | null {
  let hour = Number(g.h);
  if (g.half) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (/^p/i.test(g.half) ? 12 : 0);
  }
  return { type: 'date', clock: `${String(hour).padStart(2, '0')}:${g.min ?? '00'}` };
}
