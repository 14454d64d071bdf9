/// <reference path="./edtf.d.ts" />
import edtf from 'edtf';
import { rememberForms } from '../../text/rememberForms.ts';

/** Days since 1970-01-01 (UTC), both ends within; an open end is infinite. */
export type DayInterval = readonly [from: number, to: number];

const DAY = 86_400_000;
/** Seasons begin in other months on the two halves of the earth: a season is its year. */
const SEASON = /^(\d{4})-(?:2[1-9]|3\d|4[01])$/;

/** The days that an EDTF value covers, or null where it cannot be read. */
export const daysOf: (value: string) => DayInterval | null = rememberForms((value) => {
  const open = /^(?<from>[^/]*)\/(?<to>[^/]*)$/.exec(value)?.groups;
  if (!open) return single(value);
  const from = isOpen(open.from) ? -Infinity : single(open.from as string)?.[0];
  const to = isOpen(open.to) ? Infinity : single(open.to as string)?.[1];
  return from === undefined || to === undefined || from > to ? null : [from, to];
});

function isOpen(end: string | undefined): boolean {
  return end === '' || end === '..';
}

function single(value: string): DayInterval | null {
  const season = SEASON.exec(value)?.[1];
  try {
    const { min, max } = edtf(season ?? value);
    return Number.isFinite(min) && Number.isFinite(max) ? [Math.floor(min / DAY), Math.floor(max / DAY)] : null;
  } catch (error) {
    if (error instanceof Error) return null; // the library's only way to say that it cannot read a value
    throw error;
  }
}
