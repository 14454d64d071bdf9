import { PLURAL_SCALES } from '../../extract/figures/numbers.ts';
import type { FigureOperator } from '../../model/types.ts';
import type { Clock } from '../statements/clockOf.ts';
import { AGE_GROUP } from '../statements/figureStatements.ts';
import type { FactAnswer, Measure, Statement } from '../statements/statement.ts';
import type { Told } from './compared.ts';
import { daysOf } from './interval.ts';
import { namesAlike } from './namesAlike.ts';

/** How two values stand to each other. */
export interface ValueMatch {
  /** `equal`; `compatible`: both can be true; `differ`: both cannot. */
  readonly match: 'equal' | 'compatible' | 'differ';
  readonly features: Readonly<Record<string, number>>;
}

/** Null where the two are values of different things: metres and people, dollars and euros. */
export function compareValues(a: Told, b: Told): ValueMatch | null {
  const [x, y] = [a.statement, b.statement];
  const groups = [x, y].filter(({ question }) => question === AGE_GROUP).length;
  if (groups > 0) return groups === 2 ? compareAgeGroups(x.measure as Measure, y.measure as Measure) : null;
  if (x.measure && y.measure) return compareMeasures(x, y, inOneCurrency(x.measure, y.measure));
  if (x.kind === 'date') return compareDates(x, y);
  if (x.kind === 'fact') return compareFacts(x, y);
  return null;
}

function match(kind: ValueMatch['match'], features: Record<string, number>): ValueMatch {
  return { match: kind, features: { ...features, [kind]: 1 } };
}

/** How far from "about" a number may be, as a share: 64 of 82 annotated pairs that agree are nearer, 4 more within 0.1. */
const ABOUT = 0.06;

/** The range of numbers that a value with its operator allows; "about" and rounded figures allow a little on both sides. */
function allowed(op: FigureOperator, { value, max }: Measure): readonly [number, number] {
  const slack = roundness(value);
  switch (op) {
    case '>':
    case '>=':
      return [value, Infinity];
    case '<':
    case '<=':
      return [-Infinity, value];
    case '~':
      return [value - Math.max(slack, Math.abs(value) * ABOUT), value + Math.max(slack, Math.abs(value) * ABOUT)];
    case 'range':
      return [value, max ?? value];
    default:
      return [value, value];
  }
}

/** Half of the last digit that stands in a number: 2,400 may stand for 2,418. */
function roundness(value: number): number {
  if (value === 0) return 0;
  const digits = value
    .toPrecision(6)
    .replace(/e.*$/, '')
    .replace('.', '')
    .replace(/^-?0*/, '')
    .replace(/0+$/, '').length;
  return 0.5 * 10 ** (Math.floor(Math.log10(Math.abs(value))) - digits + 1);
}

function compareMeasures(x: Statement, y: Statement, { a, b, exchanged }: MeasurePair): ValueMatch | null {
  if (isOtherMoney(a, b)) return match('differ', { otherCurrency: 1 });
  if (!oneDimension(a, b)) return null;
  const larger = Math.max(Math.abs(a.value), Math.abs(b.value));
  const apart = Math.abs(a.value - b.value);
  const converted = a.dimension === b.dimension && !/^(?:person|count|percent|money)$/.test(a.dimension);
  const named = isVague(x) === isVague(y);
  const equal = named && (apart <= 1e-9 * larger || (converted && apart <= 0.02 * larger));
  const rises = (b.max ?? b.value) > (a.max ?? a.value);
  // a count of none is half a unit; milligrams in kilograms are far below it
  const unit = converted ? 1e-9 : 0.5;
  const ratio =
    larger === 0 ? 0 : Math.min(1, Math.abs(Math.log((Math.abs(a.value) + unit) / (Math.abs(b.value) + unit))) / 3);
  const features = {
    ratio,
    close: named && apart <= 0.12 * larger ? 1 : 0,
    digits: Math.min(significant(a.value), significant(b.value)) / 6,
    equalRare: equal ? rarenessOf(a.value) : 0,
    zero: a.value === 0 || b.value === 0 ? 1 : 0,
    bothZero: a.value === 0 && b.value === 0 ? 1 : 0,
    rises: rises ? 1 : 0,
    lowerBound: isLower(x.op) || isLower(y.op) ? 1 : 0,
    firstBound: isLower(x.op) ? 1 : 0,
  };
  if (equal && sameBound(x.op, y.op)) return match('equal', features);
  const [p, q] = [allowed(x.op, a), allowed(y.op, b)];
  const rounds =
    a.value !== 0 &&
    b.value !== 0 &&
    (exchanged
      ? apart <= RATES * larger
      : (apart <= roundness(a.value) || apart <= roundness(b.value)) && apart <= 0.05 * larger);
  const overlap = p[0] <= q[1] && q[0] <= p[1];
  // two lower bounds overlap for ever: only near ones tell the same
  const near = apart <= 0.35 * larger;
  const compatible = rounds || (overlap && near);
  // the amount that its article gives in this currency itself differs too, and is compared
  if (exchanged && !compatible) return null;
  return match(compatible ? 'compatible' : 'differ', {
    ...features,
    bounded: overlap && !near ? 1 : 0,
  });
}

/** Seconds by which the ends of one group of ages may be told apart: "to 14", "under 15". */
const YEAR = 31_556_952;

function compareAgeGroups(a: Measure, b: Measure): ValueMatch {
  const near = (p: number, q: number, most: number) => Math.abs(p - q) <= most;
  const [top, other] = [a.max ?? a.value, b.max ?? b.value];
  const same = near(a.value, b.value, 0.02 * b.value) && near(top, other, 0.02 * other);
  const one = near(a.value, b.value, 0.02 * b.value) && near(top, other, 1.1 * YEAR);
  return match(same ? 'equal' : one ? 'compatible' : 'differ', {});
}

/** "60" and "about 60" say one value; "at least 60" says another. */
function sameBound(a: FigureOperator, b: FigureOperator): boolean {
  const group = (op: FigureOperator) => (op === '~' ? '=' : op === '>' ? '>=' : op === '<' ? '<=' : op);
  return group(a) === group(b);
}

/** "Thousands": the number that stands for it is nobody's. */
const isVague = ({ words }: Statement) => PLURAL_SCALES.has(/^\p{L}+/u.exec(words)?.[0].toLowerCase() ?? '');

function isLower(op: FigureOperator): boolean {
  return op === '>' || op === '>=';
}

/** Digits of an amount that are too many for chance. */
const TELLING = 3;

/** One amount in two currencies: 131 million kroner, 131 million euros. */
function isOtherMoney(a: Measure, b: Measure): boolean {
  const money = a.dimension === 'money' && b.dimension === 'money' && a.of !== null && b.of !== null;
  return (
    money && !oneCurrency(a.of as string, b.of as string) && a.value === b.value && significant(a.value) >= TELLING
  );
}

function oneDimension(a: Measure, b: Measure): boolean {
  const bare = (m: Measure) => m.dimension === 'count' && m.of === null;
  if (a.dimension === b.dimension) {
    if (a.dimension === 'money') return a.of === null || b.of === null || oneCurrency(a.of, b.of);
    return true;
  }
  if (bare(a) || bare(b)) return true;
  const people = (m: Measure) => m.dimension === 'person' || m.dimension === 'count';
  return people(a) && people(b);
}

interface MeasurePair {
  readonly a: Measure;
  readonly b: Measure;
  /** Whether one is what its article converted it to. */
  readonly exchanged: boolean;
}

/** How far two articles that convert one amount may be apart. */
const RATES = 0.1;

/** Two amounts in the currency of one of them, where an article gives the other in it too. */
function inOneCurrency(a: Measure, b: Measure): MeasurePair {
  if (a.of !== null && b.of !== null && !oneCurrency(a.of, b.of)) {
    if (a.converted?.currency === b.of) return { a: { ...a, of: b.of, value: a.converted.value }, b, exchanged: true };
    if (b.converted?.currency === a.of) return { a, b: { ...b, of: a.of, value: b.converted.value }, exchanged: true };
  }
  return { a, b, exchanged: false };
}

/** Codes of the currencies that share a name. */
const SHARED: Readonly<Record<string, RegExp>> = {
  crown: /^(?:SEK|NOK|DKK|ISK|CZK)$/,
  peso: /^(?:MXN|ARS|CLP|COP|PHP|UYU)$/,
  dinar: /^(?:KWD|JOD|IQD|RSD|TND|DZD)$/,
  dirham: /^(?:AED|MAD)$/,
  shilling: /^(?:KES|TZS|UGX)$/,
};

function oneCurrency(a: string, b: string): boolean {
  return a === b || SHARED[a]?.test(b) === true || SHARED[b]?.test(a) === true;
}

function significant(value: number): number {
  return value === 0
    ? 1
    : String(Number(value.toPrecision(6)))
        .replace(/[.-]/g, '')
        .replace(/^0+|0+$/g, '').length;
}

/** How little chance makes two numbers equal: small and round ones meet often. */
export function rarenessOf(value: number): number {
  const size = Math.min(1, Math.log10(Math.abs(value) + 1) / 4);
  return 0.5 * size + 0.5 * Math.min(1, (significant(value) - 1) / 3);
}

/** Minutes by which two tellings of one moment may differ. */
const MOMENT = 5;

function compareDates(x: Statement, y: Statement): ValueMatch | null {
  const [p, q] = [x.edtf && daysOf(x.edtf), y.edtf && daysOf(y.edtf)];
  const clocks = x.clock && y.clock ? { a: x.clock, b: y.clock } : null;
  if (!(p && q) && !clocks) return null;
  const features: Record<string, number> = { clocks: clocks ? 1 : 0, dayKnown: p && q ? 1 : 0 };
  if (p && q) {
    const width = (d: readonly [number, number]) => Math.min(6, Math.log2(Math.min(4000, d[1] - d[0]) + 1) / 2);
    features.width = Math.max(width(p), width(q)) / 6;
    features.sameWidth = p[1] - p[0] === q[1] - q[0] ? 1 : 0;
    features.open = p.some((d) => !Number.isFinite(d)) || q.some((d) => !Number.isFinite(d)) ? 1 : 0;
    const gap = Math.max(q[0] - p[1], p[0] - q[1]);
    features.gap = gap > 0 ? Math.min(1, Math.log10(gap + 1) / 4) : 0;
    if (gap > 0 && !isMonthOfAnyYear(x, y)) return match('differ', features);
  }
  if (clocks) {
    const gap = clockGap(clocks.a, clocks.b);
    features.clockGap = gap > MOMENT ? Math.min(1, gap / 240) : 0;
    // two tellings of one minute are rarely of two moments; a full hour is told often
    features.oneMinute = gap <= 0 && clocks.a.from % 60 !== 0 ? 1 : 0;
    features.oneHour = gap <= MOMENT ? 1 - features.oneMinute : 0;
    if (gap > MOMENT) return match('differ', features);
    return match(clocks.a.from === clocks.b.from && clocks.a.to === clocks.b.to ? 'equal' : 'compatible', features);
  }
  const same = p && q && p[0] === q[0] && p[1] === q[1];
  if (same) features[p[0] === p[1] ? 'oneDay' : 'onePeriod'] = 1;
  return match(same ? 'equal' : 'compatible', features);
}

const HALF_DAY = 720;

/** Where only one is in UTC the hours between are not known: the minutes alone are compared. */
function clockGap(a: Clock, b: Clock): number {
  const gapAt = (shift: number) => Math.max(b.from + shift - a.to, a.from - b.to - shift);
  const gap = a.half && b.half ? gapAt(0) : Math.min(...[-HALF_DAY, 0, HALF_DAY].map(gapAt));
  if (a.utc === b.utc || gap <= 0) return gap;
  const rest = Math.abs(gap) % 60;
  return Math.min(rest, 60 - rest);
}

/** "in February" without a year is resolved by guess: it does not contradict another February. */
function isMonthOfAnyYear(x: Statement, y: Statement): boolean {
  const month = (s: Statement) => /^\d{4}-(\d\d)(?:-\d\d)?[~?]?$/.exec(s.edtf ?? '')?.[1];
  const yearless = [x, y].some((s) => !/\d{4}/.test(s.words));
  const bare = [x, y].some((s) => /^\d{4}-\d\d$/.test(s.edtf ?? ''));
  return yearless && bare && month(x) !== undefined && month(x) === month(y);
}

function compareFacts(x: Statement, y: Statement): ValueMatch | null {
  if (x.answer !== null || y.answer !== null) {
    if (x.answer === null || y.answer === null || x.question !== y.question) return null;
    return match(x.answer.kind === 'field' ? fieldsAlike(x, y) : answersAlike(x.answer, y.answer), {});
  }
  // claims around other figures than these: the figures are compared by themselves
  const turned = x.negated !== y.negated;
  const [p, q] = [digitsIn(x.words), digitsIn(y.words)];
  if (!turned && p !== q && p !== '' && q !== '') return null;
  return match(turned ? 'differ' : 'compatible', { turned: turned ? 1 : 0, otherFigures: p === q ? 0 : 1 });
}

const OPPOSITE: Readonly<Record<string, string>> = { north: 'south', south: 'north', east: 'west', west: 'east' };

function answersAlike(a: FactAnswer, b: FactAnswer): ValueMatch['match'] {
  if (a.kind === 'post') return namesAlike(a.value, b.value) ? 'equal' : 'differ';
  if (a.value === b.value) return 'equal';
  // who holds a post is alive, if nothing else is known
  if (a.kind === 'fate' && [a.value, b.value].includes('in office'))
    return [a.value, b.value].includes('dead') ? 'differ' : 'compatible';
  // a birthday may lie between two articles
  if (a.kind === 'age') return Math.abs(Number(a.value) - Number(b.value)) > 1 ? 'differ' : 'compatible';
  return a.kind === 'direction' && OPPOSITE[a.value] !== b.value ? 'compatible' : 'differ';
}

/** A denied value excludes the same one asserted; what else there may be is not said. */
function fieldsAlike(x: Statement, y: Statement): ValueMatch['match'] {
  const same = x.answer?.value === y.answer?.value;
  if (x.negated || y.negated) return same && x.negated !== y.negated ? 'differ' : 'compatible';
  return same ? 'equal' : 'differ';
}

function digitsIn(words: string): string {
  return (words.match(/\d+/g) ?? []).sort().join(' ');
}
