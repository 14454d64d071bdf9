import { addMonths, type DayNumber, dayNumber, isoDay, isoWeek, monthOf, pad, weekdayOf, yearOf } from './calendar.ts';
import type { Moment, Season, Unit } from './moment.ts';

export interface ResolvedTime {
  readonly edtf: string | null;
  readonly timex: string | null;
  readonly kind: 'date' | 'time' | 'duration' | 'set';
  readonly basis: string;
}

/** Where relative times count from, and whether the sentence speaks of the future. */
export interface TimeContext {
  readonly reference: DayNumber | null;
  readonly basis: string;
  readonly future: boolean;
}

const UNKNOWN = 'relative to an unknown date';
const ELSEWHERE = 'relative to another date of the text';
const SEASONS: readonly Season[] = ['spring', 'summer', 'autumn', 'winter'];

/** EDTF and TIMEX3 values of a moment. Without a reference date relative moments stay unresolved. */
export function resolveMoment(moment: Moment, context: TimeContext): ResolvedTime {
  const { reference, basis } = context;
  const unresolved = (kind: ResolvedTime['kind'] = 'date'): ResolvedTime => ({
    edtf: null,
    timex: null,
    kind,
    basis: UNKNOWN,
  });
  const absolute = (edtf: string | null, timex = edtf): ResolvedTime => ({
    edtf,
    timex,
    kind: 'date',
    basis: 'absolute',
  });
  const relative = (edtf: string | null, timex = edtf): ResolvedTime => ({ edtf, timex, kind: 'date', basis });
  switch (moment.type) {
    case 'set':
      return { edtf: null, timex: moment.timex, kind: 'set', basis: 'absolute' };
    case 'duration':
      return { edtf: null, timex: moment.timex, kind: 'duration', basis: 'absolute' };
    case 'reference':
      return { edtf: null, timex: moment.timex, kind: 'date', basis: reference === null ? UNKNOWN : basis };
    case 'anchored':
      return { edtf: null, timex: moment.timex, kind: moment.ofDay ? 'time' : 'date', basis: ELSEWHERE };
    case 'century':
      return absolute(`${pad(moment.first)}XX`, pad(moment.first));
    case 'decade':
      return absolute(`${Math.floor(moment.year / 10)}X`, String(Math.floor(moment.year / 10)));
    case 'date':
      return resolveDate(moment, context);
    case 'offset':
      if (reference === null) return unresolved();
      return relative(...offset(reference, moment.unit, moment.count, moment.ago));
    case 'window': {
      if (reference === null) return unresolved();
      const far = offset(reference, moment.unit, moment.count * moment.side)[0];
      const near = moment.unit === 'year' ? String(yearOf(reference)) : isoDay(reference);
      const edge = far.split('/')[0] as string;
      return relative(
        moment.side < 0 ? `${edge}/${near}` : `${near}/${far.split('/').at(-1)}`,
        `P${moment.count}${moment.unit[0]?.toUpperCase()}`,
      );
    }
    case 'season': {
      const year = moment.year ?? (reference === null ? null : seasonYear(moment, reference, context.future));
      if (year === null) return unresolved();
      const value = `${year}-${21 + SEASONS.indexOf(moment.season)}`;
      const timex = `${year}-${{ spring: 'SP', summer: 'SU', autumn: 'FA', winter: 'WI' }[moment.season]}`;
      return moment.year === undefined ? relative(value, timex) : absolute(value, timex);
    }
    case 'quarter':
    case 'section':
      return resolvePart(moment, context);
    case 'since':
    case 'until': {
      const inner = resolveMoment(moment.type === 'since' ? moment.from : moment.to, context);
      if (inner.edtf === null) return { ...inner, kind: 'date' };
      const edge = inner.edtf.split('/')[0] as string;
      return { ...inner, kind: 'date', edtf: moment.type === 'since' ? `${edge}/..` : `../${edge}` };
    }
    case 'range':
      return resolveRange(moment.from, moment.to, context);
  }
}

/** The year in which a season begins: without a year in the text the last one that has begun, or the next one. */
function seasonYear(
  { season, shift = 0, nearest }: Extract<Moment, { type: 'season' }>,
  reference: DayNumber,
  future: boolean,
): number {
  const year = yearOf(reference);
  if (!nearest) return year + shift;
  const hasBegun = 3 * (SEASONS.indexOf(season) + 1) <= monthOf(reference);
  return future ? year : year - (hasBegun ? 0 : 1);
}

function resolveRange(from: Moment, to: Moment, context: TimeContext): ResolvedTime {
  const b = resolveMoment(to, context);
  // "between March and May 2020": the year stands only once
  const monthAlone = from.type === 'date' && from.year === undefined && from.month && to.type === 'date';
  const { year, inYear } = monthAlone ? to : {};
  const a = resolveMoment(
    year === undefined && inYear === undefined ? from : ({ ...from, year, inYear } as Moment),
    context,
  );
  if (a.edtf === null || b.edtf === null) return { edtf: null, timex: null, kind: 'date', basis: UNKNOWN };
  const edtf = `${a.edtf.split('/')[0]}/${b.edtf.split('/').at(-1)}`;
  return {
    edtf,
    timex: a.timex && b.timex ? `${a.timex}/${b.timex}` : null,
    kind: 'date',
    basis: a.basis === 'absolute' ? b.basis : a.basis,
  };
}

function resolveDate(m: Extract<Moment, { type: 'date' }>, { reference, basis, future }: TimeContext): ResolvedTime {
  const kind = m.clock ? 'time' : 'date';
  const sure = m.approximate ? '~' : '';
  if (m.year !== undefined) {
    const value = [String(m.year), m.month && pad(m.month), m.day && pad(m.day)].filter(Boolean).join('-');
    return { edtf: value + sure, timex: value, kind, basis: 'absolute' };
  }
  if (reference === null) return { edtf: null, timex: null, kind, basis: UNKNOWN };
  if (m.weekday !== undefined) {
    const day = weekdayNear(reference, m.weekday, m.shift, future);
    return { edtf: isoDay(day), timex: isoDay(day), kind, basis };
  }
  if (m.month !== undefined) {
    const year =
      m.inYear === undefined ? yearNear(reference, m.month, m.day, m.shift, future) : yearOf(reference) + m.inYear;
    const value = [String(year), pad(m.month), m.day && pad(m.day)].filter(Boolean).join('-');
    return { edtf: value + sure, timex: value, kind, basis };
  }
  // a time of day alone: the day is not said
  return { edtf: null, timex: m.clock ? `T${m.clock}` : null, kind, basis: ELSEWHERE };
}

/** News looks back: the last such weekday, today included, unless the text looks ahead. */
function weekdayNear(reference: DayNumber, weekday: number, shift: number | undefined, future: boolean): DayNumber {
  const back = (((weekdayOf(reference) - weekday) % 7) + 7) % 7;
  if (shift === 0) return reference - weekdayOf(reference) + weekday;
  if (shift === 1) return reference - back + 7;
  if (shift === -1) return back === 0 ? reference - 7 : reference - back;
  return future && back !== 0 ? reference - back + 7 : reference - back;
}

/** The year that puts a month (and day) nearest before the reference, with two months of lookahead. */
function yearNear(
  reference: DayNumber,
  month: number,
  day: number | undefined,
  shift: number | undefined,
  future: boolean,
): number {
  const year = yearOf(reference);
  const then = dayNumber(year, month, day ?? 1);
  if (shift === -1) return then >= dayNumber(year, monthOf(reference), 1) ? year - 1 : year;
  if (future && then < reference - 40) return year + 1;
  return then > reference + (future ? 330 : 75) ? year - 1 : year;
}

/** EDTF and TIMEX3 of the day, week, month, year or decade `count` units from the reference. */
function offset(reference: DayNumber, unit: Unit, count: number, ago = false): [string, string] {
  const year = yearOf(reference);
  if (unit === 'week') {
    const monday = reference - weekdayOf(reference) + 1 + count * 7;
    return [`${isoDay(monday)}/${isoDay(monday + 6)}`, isoWeek(monday)];
  }
  if (unit === 'month') {
    const to = addMonths(year, monthOf(reference), count);
    const value = `${to.year}-${pad(to.month)}`;
    return [value, value];
  }
  if (unit === 'year') return [String(year + count), String(year + count)];
  if (unit === 'decade') {
    // "a decade ago" is a year, "this decade" and "last decade" are ten
    const decade = Math.floor(year / 10) + count;
    return ago ? [`${year + 10 * count}~`, String(year + 10 * count)] : [`${decade}X`, String(decade)];
  }
  if (unit === 'century') {
    const century = Math.floor(year / 100) + count;
    return [`${pad(century)}XX`, pad(century)];
  }
  const days = unit === 'day' ? count : 0;
  return [isoDay(reference + days), isoDay(reference + days)];
}

function resolvePart(m: Extract<Moment, { type: 'quarter' | 'section' }>, context: TimeContext): ResolvedTime {
  const whole = resolveMoment(m.of, context);
  const parts = /^(\d{4})(?:-(\d\d))?$/.exec(whole.edtf ?? '');
  if (!parts) return { ...whole, edtf: null, timex: null };
  const year = Number(parts[1]);
  const month = parts[2] ? Number(parts[2]) : null;
  if (m.type === 'quarter' && month === null) {
    const first = (m.index - 1) * m.size + 1;
    // a quarter without its year is the last one that has begun, unless the text looks ahead
    const ahead = m.of.type === 'offset' && m.nearest && !context.future && first > monthOf(context.reference ?? 0);
    if (ahead) return resolvePart({ ...m, nearest: false, of: { type: 'date', year: year - 1 } }, context);
    const timex = `${year}-${m.size === 3 ? 'Q' : 'H'}${m.index}`;
    return { ...whole, edtf: `${year}-${pad(first)}/${year}-${pad(first + m.size - 1)}`, timex };
  }
  if (m.type === 'section' && m.unit === 'month' && month === null) {
    const first = m.last ? 13 - m.count : 1;
    const edtf = m.count === 1 ? `${year}-${pad(first)}` : `${year}-${pad(first)}/${year}-${pad(first + m.count - 1)}`;
    return { ...whole, edtf, timex: edtf };
  }
  return { ...whole, edtf: `${whole.edtf}~` };
}
