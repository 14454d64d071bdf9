import type { FigureOperator } from '../../model/types.ts';
import type { Span } from '../../text/span.ts';
import type { Token } from '../../text/tokens.ts';
import { isCapitalised, isWord, SUBJECT_PRONOUNS } from '../grammar/words.ts';
import { boundAfter, boundBefore, deniedBound, isExceeded } from './bounds.ts';
import { countedBy } from './counted.ts';
import { partsThousands } from './dottedThousands.ts';
import { type ReadNumber, readNumber, scaleAtEnd } from './numbers.ts';
import { arePoundsMoney } from './pounds.ts';
import { currencyCode, currencyOf, MEASURES, singular } from './units.ts';

export interface FoundFigure extends Span {
  readonly op: FigureOperator;
  readonly value: number;
  readonly max?: number;
  readonly unit: string | null;
  readonly what: string | null;
  readonly kind: 'quantity' | 'money' | 'percent';
  /** The digits or number words alone. */
  readonly number: Span;
}

/** The figures of one sentence in order; ordinals, labels ("Flight 610") and clock times are none. */
export function detectFigures(tokens: readonly Token[]): FoundFigure[] {
  const figures: FoundFigure[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const read = readNumber(tokens, i);
    if (!read) continue;
    const figure = isLabel(tokens, read) ? null : build(tokens, read);
    if (figure) figures.push(figure.figure);
    i = (figure?.to ?? read.to) - 1;
  }
  return figures;
}

const LABEL_BEFORE =
  /^(?:no|number|page|chapter|article|section|flight|route|highway|room|figure|table|version|phase|level|grade|version|type|mark|under|u|vol|volume|part|resolution|act|class|tier|category|stage|dial|dialling|dialing|calling)$/i;

/** A number that names rather than counts. */
function isLabel(tokens: readonly Token[], { from, to, inWords }: ReadNumber): boolean {
  const before = tokens[from - 1];
  const first = tokens[from] as Token;
  const next = tokens[to];
  const last = tokens[to - 1] as Token;
  if (currencyCode(before?.text ?? '') || isNegative(tokens, from, to)) return false;
  if (before && before.end === first.start && /^[\p{L}\p{N}:/.,#+-]/u.test(before.text)) return true;
  if (next && next.start === last.end && /^[\p{L}:/]/u.test(next.text) && !isGluedUnit(next.text)) return !inWords;
  if (before?.text === '#' || before?.text === '.') return true;
  if (/^0\d/.test(first.text) || (before?.text === '[' && next?.text === ']')) return true;
  if (/^(?:b\.?c\.?(?:e\.?)?|c\.e\.|a\.d\.)$/i.test(next?.text ?? '')) return true;
  if (inWords)
    return (
      /^(?:phase|category|chapter|level|act|part|page|stage|tier)$/i.test(before?.text ?? '') ||
      isPronounOne(tokens, from, to) ||
      (isCapitalised(first.text) && from > 0 && !/^[“"'‘«:;—–\d-]/.test(before?.text ?? ''))
    );
  if (!before) return false;
  if (from === 1 && isCapitalised(before.text)) return LABEL_BEFORE.test(before.text) && !/^under$/i.test(before.text);
  if (/\p{Lu}/u.test(before.text) && isWord(before.text) && !isCapitalOpening(before.text))
    return !nounFollows(tokens, to);
  return LABEL_BEFORE.test(before.text) && before.text.toLowerCase() !== 'under' && before.text.toLowerCase() !== 'no';
}

/** "-31 °C", "−14 percent", "minus 24 degrees": only what goes below zero has a sign. */
function isNegative(tokens: readonly Token[], from: number, to: number): boolean {
  const sign = tokens[from - 1];
  if (!sign || !/^(?:[-−–]|minus)$/i.test(sign.text)) return false;
  const glued = sign.end === tokens[from]?.start && sign.start !== tokens[from - 2]?.end;
  if (!glued && sign.text.toLowerCase() !== 'minus') return false;
  const next = tokens[to];
  if (/^[CF]$/.test(next?.text ?? '') && next?.start === tokens[to - 1]?.end) return true;
  return /^(?:°|degrees?|celsius|fahrenheit|%|percent|per)$/i.test(next?.text ?? '');
}

function isCapitalOpening(word: string): boolean {
  return /^(?:About|Around|Some|Over|Nearly|Almost|Only|Approximately|The|These|Those|Of|In|At|By|With|And|But|All|More|Up|Another|Between|From)$/.test(
    word,
  );
}

function isGluedUnit(text: string): boolean {
  return MEASURES.has(text.toLowerCase()) || /^(?:k|m|bn|mn|tn|t|kts?|C|F|pc)$/.test(text);
}

function nounFollows(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i]?.text ?? '';
  return /^\p{Ll}{3,}s$/u.test(next) || MEASURES.has(next) || next === 'people' || next === '%' || next === 'percent';
}

/** "one" as a pronoun: "one of", "no one", "one another", "the one". */
function isPronounOne(tokens: readonly Token[], from: number, to: number): boolean {
  if (to - from !== 1 || tokens[from]?.text.toLowerCase() !== 'one') return false;
  const before = tokens[from - 1]?.text.toLowerCase() ?? '';
  const next = tokens[to]?.text.toLowerCase() ?? '';
  if (/^(?:no|any|every|some|the|this|that|another|each|which|only)$/.test(before)) return true;
  if (/^(?:other|first|last|next|previous|new|old)$/.test(before) && !MEASURES.has(next)) return true;
  return (
    !/^\p{Ll}{3,}$/u.test(next) ||
    /^(?:another|day|and|that|who|which|can|must|should|could|would|might|thing|way|more|should)$/.test(next) ||
    SUBJECT_PRONOUNS.has(next)
  );
}

function build(tokens: readonly Token[], read: ReadNumber): { figure: FoundFigure; to: number } | null {
  const text = (k: number) => tokens[k]?.text.toLowerCase() ?? '';
  let { from, to } = read;
  let { value } = read;
  let max: number | undefined;
  let op: FigureOperator = read.op ?? '=';
  let money = currencyBefore(tokens, from);
  if (money) from = money.from;
  if (isNegative(tokens, from, to)) {
    value = -value;
    from -= 1;
  }

  const range = readRange(tokens, read, text(from - 1));
  if (range) {
    to = range.to;
    max = range.max;
    op = 'range';
    if (value < 1000 && value < range.max / range.scale) value *= range.scale;
    if (range.opening) from -= 1;
  }
  if (text(to) === 'percentage' && text(to + 1).startsWith('point')) to += 1;
  let kind: FoundFigure['kind'] = money ? 'money' : 'quantity';
  let unit: string | null = money?.code ?? null;
  let what: string | null = null;
  const percent = percentAt(tokens, to);
  if (percent > 0) {
    kind = 'percent';
    unit = 'percent';
    to += percent;
  } else if (!money) {
    const currency = currencyAfter(tokens, read.from, to, value);
    if (currency) {
      money = { code: currency.code, from };
      kind = 'money';
      unit = currency.code;
      to = currency.to;
    } else {
      const measure = measureAt(tokens, to);
      if (measure) {
        unit = measure.unit;
        to = measure.to;
      }
    }
  }
  // "some in the group 3,000 fighters": the bound word drifted away from its number
  const displaced = op === '=' && /^(?:in|of|at)$/.test(text(from - 3)) && text(from - 4) === 'some';
  const bound = boundBefore(tokens, from) ?? (displaced ? { op: '~' as const, length: 0 } : null);
  if (bound) {
    if (op !== 'range' && !(read.op && bound.op === '~')) op = bound.op;
    from -= bound.length;
    if (bound.length > 0) {
      const denied = deniedBound(tokens, from, op);
      op = denied.op;
      from -= denied.length;
    }
    const twice = bound.length > 0 && op === '<=' ? boundBefore(tokens, from) : null;
    if (twice && twice.op === '~') from -= twice.length;
  }
  const after = boundAfter(tokens, to);
  if (after && !bound) {
    op = after.op;
    to += after.length;
  }
  if (kind === 'quantity' && unit === null) {
    const counted = countedBy(tokens, to);
    unit = read.unit ?? counted.unit;
    what = counted.what;
  } else what = countedBy(tokens, text(to) === 'of' ? to + 1 : to).what;
  if (read.to - read.from === 1 && partsThousands(text(read.from), { kind, unit, what })) {
    value = Math.round(value * 1000);
    if (max !== undefined) max = Math.round(max * 1000);
  }
  if (op === '=' && isExceeded(tokens, from, what === null)) op = '>';
  const first = tokens[from] as Token;
  const last = tokens[to - 1] as Token;
  const isAge =
    last.text === 'old' || text(to) === 'old' || /^(?:aged|age)$/.test(text(from - (text(from - 1) === 'of' ? 2 : 1)));
  if (isAge) what = 'age';
  const number = { start: (tokens[read.from] as Token).start, end: (tokens[read.to - 1] as Token).end };
  const figure: FoundFigure = {
    start: first.start,
    end: last.end,
    op,
    value,
    unit,
    what,
    kind,
    number,
    ...(max === undefined ? {} : { max }),
  };
  return { figure, to };
}

function currencyBefore(tokens: readonly Token[], from: number): { code: string; from: number } | null {
  const sign = tokens[from - 1];
  if (!sign) return null;
  const code = /^[$£€¥₹₽₩₺]$/.test(sign.text) ? currencyOf(sign.text) : currencyCode(sign.text);
  if (!code) return null;
  const prefix = tokens[from - 2];
  if (sign.text === '$' && prefix && prefix.end === sign.start) {
    const wide = currencyOf(`${prefix.text}$`);
    if (wide) return { code: wide, from: from - 2 };
  }
  return { code, from: from - 1 };
}

/** "dollars", "US dollars", "pounds sterling"; "14.5 million of euros", as other languages put it. */
function currencyAfter(
  tokens: readonly Token[],
  from: number,
  to: number,
  value: number,
): { code: string; to: number } | null {
  const text = (k: number) => tokens[k]?.text.toLowerCase() ?? '';
  const at = text(to) === 'us' || text(to) === '-' || (text(to) === 'of' && value >= 1e3) ? to + 1 : to;
  if (arePoundsMoney(tokens, from, at, value))
    return { code: 'GBP', to: text(at + 1) === 'sterling' ? at + 2 : at + 1 };
  const code = tokens[at]?.text === 'Yen' ? null : currencyOf(text(at));
  return code === null ? null : { code, to: at + 1 };
}

const MOVED =
  /^(?:rise|rose|risen|raised?|raises|raising|increased?|increases|cut|cuts|cutting|fell|fallen|falls?|grew|grown|grows?|lower(?:ed|s)?|reduced?|reduces|dropped|drops?|climbed|climbs?|went|going|jumped|slashed|(?:widen|extend|expand|enlarg|narrow|shorten)(?:e?d|s|es|ing)?)$/;
/** Words between the verb of a change and its "from". */
const FAR_FROM = 16;

/** "raised the price from 1.04 to 1.75 dollars": two values, no range. */
function isChange(tokens: readonly Token[], from: number): boolean {
  return tokens.slice(Math.max(0, from - FAR_FROM), from).some(({ text }) => MOVED.test(text.toLowerCase()));
}

/** "Rose 8% to 9%", "from 8% to 9%": two values, no range. */
const CHANGED = /^(?:from|by|up|down|rose|fell|grew|\p{Ll}{3,}ed)$/u;

function readRange(
  tokens: readonly Token[],
  first: ReadNumber,
  before: string,
): { to: number; max: number; opening: boolean; scale: number } | null {
  const percent = percentAt(tokens, first.to);
  if (percent > 0 && CHANGED.test(before)) return null;
  const joint = tokens[first.to + percent]?.text.toLowerCase() ?? '';
  const dash = /^[-–—]$/.test(joint);
  const upTo = joint === 'up' && before === 'from' && tokens[first.to + percent + 1]?.text === 'to';
  if (!dash && !upTo && joint !== 'to' && !(joint === 'and' && before === 'between')) return null;
  if (joint === 'to' && before === 'from' && isChange(tokens, first.from)) return null;
  let at = first.to + percent + (upTo ? 2 : 1);
  if (/^[$£€]$/.test(tokens[at]?.text ?? '')) at++;
  const second = readNumber(tokens, at);
  if (!second || (second.value <= first.value && second.value < 1e3)) return null;
  if (percent > 0 && percentAt(tokens, second.to) === 0) return null;
  const scale = scaleAtEnd(tokens, first) === 1 ? scaleAtEnd(tokens, second) : 1;
  if (dash && (second.value / scale > first.value * 100 || second.inWords !== first.inWords)) return null;
  return {
    to: second.to,
    max: second.value,
    opening: before === 'between' || (before === 'from' && (upTo || joint === 'to')),
    scale,
  };
}

function percentAt(tokens: readonly Token[], i: number): number {
  const word = tokens[i]?.text.toLowerCase() ?? '';
  if (word === '%' || word === 'percent' || word === 'pct') return 1;
  if (word === '-' && tokens[i + 1]?.text === 'percent') return 2;
  return word === 'per' && tokens[i + 1]?.text.toLowerCase() === 'cent' ? 2 : 0;
}

const SYMBOLS = new Map([
  ['t', 'tonne'],
  ['kt', 'knot'],
  ['kts', 'knot'],
  ['L', 'litre'],
  ['kW', 'kilowatt'],
  ['MW', 'megawatt'],
  ['GW', 'gigawatt'],
  ['kWh', 'kilowatt-hour'],
  ['MWh', 'megawatt-hour'],
  ['GWh', 'gigawatt-hour'],
  ['TWh', 'terawatt-hour'],
  ['km2', 'km'],
  ['km²', 'km'],
  ['m2', 'metre'],
  ['m²', 'metre'],
  ['m3', 'metre'],
  ['m³', 'metre'],
]);

/** "210 Kilometre north": a translation may keep the capital of a noun; "10 Meter Diving Final" is a name. */
function isMeasureInCapitals(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i + 1]?.text ?? '';
  return (
    /^(?:(?:Kilo|Centi|Milli)met(?:er|re)|Met(?:er|re)|Hectare|Lit(?:er|re)|Tonne|Kilogram(?:me)?)s?$/.test(
      tokens[i]?.text ?? '',
    ) && !isCapitalised(next)
  );
}

/** "96 kilometres an hour", "60km/h". */
const RATES = /^(?:h|hr|s|sec|min|hour|second|minute)$/;

/** The token behind "light years", "light-years", "-light-year", or null. */
function lightYearAt(tokens: readonly Token[], i: number): number | null {
  const at = tokens[i]?.text === '-' ? i + 1 : i;
  const year = tokens[at + 1]?.text === '-' ? at + 2 : at + 1;
  return tokens[at]?.text === 'light' && /^years?$/.test(tokens[year]?.text ?? '') ? year + 1 : null;
}

/** "five years", "25-year-old", "6.4 mg per liter", "two-week". */
function measureAt(tokens: readonly Token[], i: number): { unit: string; to: number } | null {
  const hyphen = tokens[i]?.text === '-';
  const lightYear = lightYearAt(tokens, i);
  if (lightYear !== null) return { unit: 'light-year', to: lightYear };
  const at = hyphen || /^(?:square|sq|cubic|nautical|short|metric)$/.test(tokens[i]?.text ?? '') ? i + 1 : i;
  const word = tokens[at]?.text ?? '';
  const unit = singular(word);
  if (word === '°') return { unit: 'degree', to: /^[CF]$/.test(tokens[at + 1]?.text ?? '') ? at + 2 : at + 1 };
  const glued = tokens[at]?.start === tokens[at - 1]?.end;
  // "-6C", "30C"
  const counted = /^(?:seat|apartment|flat|gate|row|unit|terminal|section|article|room|route)$/i.test(
    tokens[at - 2]?.text ?? '',
  );
  if (/^[CF]$/.test(word) && glued && !hyphen && !counted) return { unit: 'degree', to: at + 1 };
  const scale = /^(?:Celsius|Fahrenheit)$/.test(word);
  const symbol = hyphen ? undefined : SYMBOLS.get(word);
  if (symbol !== undefined) return { unit: symbol, to: at + 1 };
  if (!MEASURES.has(unit) || (isCapitalised(word) && !glued && !scale && !isMeasureInCapitals(tokens, at))) return null;
  let to = at + 1;
  if (hyphen && tokens[to]?.text === '-' && tokens[to + 1]?.text === 'old') to += 2;
  else if (tokens[to]?.text === 'per' && tokens[to + 1]) to += 2;
  else if (/^(?:an?|\/)$/.test(tokens[to]?.text ?? '') && RATES.test(tokens[to + 1]?.text ?? '')) to += 2;
  return { unit, to };
}
