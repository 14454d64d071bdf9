import Qty from 'js-quantities';
import type { ExtractedFigure } from '../../extract/extraction.ts';
import { MEASURES } from '../../extract/figures/units.ts';
import type { Measure } from './statement.ts';
import { stemOf } from './stems.ts';

/** Words of news for units, as js-quantities writes them; a month and a year are mean ones (Gregorian). */
const UNITS: readonly (readonly [pattern: RegExp, unit: string, factor?: number])[] = [
  [/^cubic (?:metres?|meters?)|^m³|^m3/, 'm3'],
  [/^cubic (?:feet|foot)/, 'ft3'],
  [/^(?:square|sq\.?) (?:kilomet|km)|^km²|^km2/, 'km2'],
  [/^(?:square|sq\.?) miles?/, 'mi2'],
  [/^(?:square|sq\.?) (?:met|m\b)|^m²|^m2/, 'm2'],
  [/^(?:square|sq\.?) (?:feet|foot)/, 'ft2'],
  [/^nautical mile/, 'm', 1852],
  // of oil
  [/^barrel/, 'litre', 158.987294928],
  [/^(?:kmh|kph)/, 'kph'],
  [/^mph/, 'mph'],
  [/^(?:month)/, 'day', 30.436875],
  [/^(?:year)/, 'day', 365.2425],
  [/^(?:fortnight)/, 'day', 14],
  [/^(?:kilowatt-hour|kwh)/, 'kWh'],
  [/^(?:megawatt-hour|mwh)/, 'MWh'],
  [/^(?:gigawatt-hour|gwh)/, 'GWh'],
  [/^(?:terawatt-hour|twh)/, 'TWh'],
  [/^short tons?/, 'ton'],
  [/^(?:kilo|kg)/, 'kg'],
  [/^-?\s*(?:second|minute|hour|day|week|decade)/, ''],
];
/** kilometres are no kilos. */
const LENGTHS = /^(?:kilomet|km\b)/;
/** Where the words of a figure come to its unit. */
const UNIT_WORDS = new RegExp(
  `(?<!\\p{L})(?:(?:cubic|square|sq\\.?|nautical|short)\\s+)?(?:°|feet|inches|k?m[²³23]|[kmgt]wh?(?!\\p{L})|(?:${[...MEASURES].join('|')})(?:e?s)?(?!\\p{L}))`,
  'iu',
);
/** "litres a second", "km/h". */
const RATE = /^(?:cubic\s+)?[\p{L}³²]+\s*(?:\/|per |an? )\s*(h|s|min)(?:$|[^\p{L}]|r\b|our|ec|ute)/u;

/**
 * The value of a figure in the base unit of its dimension; a bare number counts what its noun says.
 * Money stays in its own currency.
 */
export function measureOf(figure: ExtractedFigure, words: string): Measure {
  const { kind, what } = figure;
  // "46 millions"
  const scale = (kind === 'quantity' && SCALES[figure.unit ?? '']) || 1;
  const unit = scale === 1 ? figure.unit : null;
  const value = figure.value * scale;
  const max = figure.max === undefined ? null : figure.max * scale;
  if (kind === 'money') return { dimension: 'money', of: unit, value, max };
  if (kind === 'percent') return { dimension: 'percent', of: null, value, max };
  if (unit === 'share') return { dimension: 'percent', of: null, value: 100 * value, max: max && 100 * max };
  if (unit === 'person') return { dimension: 'person', of: null, value, max };
  const physical = unit === null || !MEASURES.has(unit) ? null : physicalOf(value, max, unit, words);
  return (
    physical ?? {
      dimension: 'count',
      of: (what && stemOf(what.split(/[\s-]/).at(-1) ?? '')) ?? (unit && stemOf(unit)),
      value,
      max,
    }
  );
}

const SCALES: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9 };

function physicalOf(value: number, max: number | null, unit: string, words: string): Measure | null {
  const behind = words.slice(Math.max(0, words.search(UNIT_WORDS))).toLowerCase();
  if (/^(?:degree|celsius|fahrenheit)$/.test(unit)) {
    const scale = /\bf(?:ahrenheit)?\b/.test(behind) ? 'tempF' : 'tempC';
    return inBase('temperature', value, max, scale, 1);
  }
  const written = LENGTHS.test(behind) ? undefined : UNITS.find(([pattern]) => pattern.test(behind));
  // what news calls a ton is a metric one in most of the world
  const measured = written?.[1] || (unit === 'ton' ? 'tonne' : unit);
  const rate = RATE.exec(behind)?.[1];
  return inBase(null, value, max, rate ? `${measured}/${rate}` : measured, written?.[2] ?? 1);
}

function inBase(
  dimension: string | null,
  value: number,
  max: number | null,
  unit: string,
  factor: number,
): Measure | null {
  const quantity = Qty.parse(`${value * factor} ${unit}`);
  if (!quantity) return null;
  const top = max === null ? null : Qty.parse(`${max * factor} ${unit}`);
  return {
    dimension: dimension ?? quantity.kind() ?? 'rate',
    of: null,
    value: quantity.toBase().scalar,
    max: top ? top.toBase().scalar : null,
  };
}
