import type { Statement } from '../../statements/statement.ts';
import { namesIn, sharedName, type Told } from '../compared.ts';
import type { PairFeatures } from '../pairFeatures.ts';
import { bothWords, type Differing, daysAt, topQuestions } from './differing.ts';

/** Days beyond which two dates are of two events: the fire of 2011 is not the fire of today. */
const USUALLY = 4000;
/** Events that happen once to a thing, with the days that two tellings of one can be apart. */
const ONCE: Readonly<Record<string, number>> = {
  founded: 20_000,
  built: 20_000,
  opened: USUALLY,
  closed: USUALLY,
  departed: USUALLY,
  arrived: USUALLY,
  'raised the alarm': USUALLY,
  'took office': USUALLY,
  signed: USUALLY,
  resigned: USUALLY,
  happened: 31,
  inspected: USUALLY,
  record: USUALLY,
};
/** Days between two calendar days that can be meant for one. */
const NEAR = 14;

/** Two times of one event. */
export function datesContradict(pair: Differing): string | null {
  const { a, b, features: f, likely } = pair;
  const [x, y] = [a.statement, b.statement];
  const [event, other] = topQuestions(pair);
  if (f['scope:planned'] === 1 && event !== 'founded' && !(isPast(a) && isPast(b))) return null;
  if (x.scope.includes('reported') !== y.scope.includes('reported')) return null;
  const onOneDay = f.clocks === 1 && f.gap !== 1;
  if (onOneDay && f.firstClocks === 1 && isOneMoment(f))
    return `Two different times for what happened: ${bothWords(pair)}.`;
  const [about, apart] = [f.about ?? 0, daysApart(x, y)];
  // each tells its own day: a schedule, minutes, a bulletin
  if (x.edtf === a.article.published && y.edtf === b.article.published && x.clock === null) return null;
  if (f.alone === 1 && about >= 0.1 && isCalendarDay(x) && isCalendarDay(y) && apart <= NEAR)
    return `Two different days: ${bothWords(pair)}.`;
  if (event !== other || apart > (ONCE[event] ?? -1)) return null;
  if (event === 'closed' && [x, y].some(isOfShares)) return null;
  const question = f.question ?? 0;
  const together = about >= 0.1 || (f.entities ?? 0) > 0 || (f.alone === 1 && likely >= 0.5);
  const sure = onOneDay
    ? question >= 0.15 && likely >= 0.5
    : (event === 'founded' && question >= 0.3 && !areOfOthers(a, b)) ||
      (question >= 0.1 && together && (likely >= 0.3 || (f.alone === 1 && question >= 0.3)));
  return sure ? `Two different times for one event (${event}): ${bothWords(pair)}.` : null;
}

/** Both name something, and nothing in common: two births. */
function areOfOthers(a: Told, b: Told): boolean {
  return namesIn(a).length > 0 && namesIn(b).length > 0 && sharedName(a, b) === undefined;
}

/** The clock gap (in fours of hours) up to which two tellings differ on one moment. */
const MOMENT = 0.5;

function isOneMoment(f: PairFeatures): boolean {
  return (f.clockGap ?? 1) <= MOMENT && ((f.wide ?? 0) >= 0.06 || (f.question ?? 0) >= 0.1);
}

/** Shares close every day. */
function isOfShares({ about, context }: Statement): boolean {
  return [...about, ...context].some((stem) => /^(?:share|stock|price|market|penc|trade)$/.test(stem));
}

/** What lies before the article is no plan of it. */
function isPast({ article, statement }: Told): boolean {
  const [day, published] = [daysAt(statement.edtf), daysAt(article.published)];
  return Boolean(day && published && day[1] < published[0]);
}

/** "6 May": a day and a month, not one told from today. */
function isCalendarDay({ edtf, words }: Statement): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(edtf ?? '') && /(?<![\d:.])\d{1,4}(?!\d|[:.]\d|\s?[ap]\.?\s?m\b)/i.test(words);
}

function daysApart(x: Statement, y: Statement): number {
  const [p, q] = [daysAt(x.edtf), daysAt(y.edtf)];
  return p && q ? Math.max(q[0] - p[1], p[0] - q[1]) : 0;
}
