import { outside, type Span } from '../../text/span.ts';
import type { ExtractedFigure } from '../extraction.ts';
import { currencyOf } from '../figures/units.ts';

/** Languages that write 1,234.5 as English does; the others write 1.234,5 or 1 234,5. */
const POINT_DECIMAL = new Set('zh ja ko hi th he ms tl sw'.split(' '));
const COMMA =
  /(?<![\p{L}\p{N}.,/:-])\d{1,3}(?:[.\u0020\u00a0\u202f]\d{3})+(?:,\d+)?(?![\p{N}\p{L}]|[.,:/]\d)|(?<![\p{L}\p{N}.,/:-])\d+(?:,\d+)?(?![\p{N}\p{L}]|[.,:/]\d)/gu;
const POINT =
  /(?<![\p{L}\p{N}.,/:-])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\p{N}\p{L}]|[.,:/]\d)|(?<![\p{L}\p{N}.,/:-])\d+(?:\.\d+)?(?![\p{N}\p{L}]|[.,:/]\d)/gu;
const scale = (value: number, words: string) => words.split(' ').map((word) => [word, value] as const);
const SCALES = new Map([
  ...scale(1e3, 'tausend mil mila mille duizend'),
  ...scale(1e6, 'million millionen millions millón millones milione milioni milhão milhões miljoen mio mln'),
  ...scale(1e9, 'milliarde milliarden milliard milliards miliardo miliardi miljard mrd bilhões bilhão'),
]);
const NEXT = /^[\s\u00a0](\p{L}+)\.?(?:\s(?:de|di|d['’]))?/u;
const MONEY_NEXT = /^[\s\u00a0]?([€$£¥]|\p{L}+)/u;

/**
 * Figures by what holds across languages: the number as the language writes it, a scale, a currency, a percent sign;
 * nothing of what is counted. None inside `taken`, which is in document order as `passages` are.
 */
export function foreignFigures(
  text: string,
  passages: readonly Span[],
  language: string,
  taken: readonly Span[],
): ExtractedFigure[] {
  const pattern = POINT_DECIMAL.has(language) ? POINT : COMMA;
  const numbers = passages.flatMap((passage) => {
    const words = text.slice(passage.start, passage.end);
    return [...words.matchAll(pattern)].map(({ 0: digits, index }) => {
      const start = passage.start + index;
      return { start, end: start + digits.length, digits, passage: words, index };
    });
  });
  return outside(numbers, taken).flatMap(({ start, digits, passage, index }): ExtractedFigure[] => {
    if (isOrdinal(passage, index + digits.length)) return [];
    const read = readFigure(passage, index, digits, readDigits(digits, language));
    const span = { start: start - read.before, end: start - index + read.end };
    return [{ ...span, op: '=', ...read.what, origin: 'rule:figures', score: 0.7 }];
  });
}

function readDigits(digits: string, language: string): number {
  const plain = POINT_DECIMAL.has(language)
    ? digits.replaceAll(',', '')
    : digits.replace(/[.\s\u00a0\u202f]/g, '').replace(',', '.');
  return Number(plain);
}

/** "3. Platz": a point and a word behind a short number. */
function isOrdinal(passage: string, end: number): boolean {
  return /^(?:\.\s\p{L}|[ºª°])/u.test(passage.slice(end, end + 3));
}

interface ReadFigure {
  readonly before: number;
  readonly end: number;
  readonly what: Pick<ExtractedFigure, 'value' | 'unit' | 'what' | 'kind'>;
}

function readFigure(passage: string, index: number, digits: string, number: number): ReadFigure {
  let end = index + digits.length;
  let value = number;
  const next = NEXT.exec(passage.slice(end, end + 24));
  const times = next && SCALES.get((next[1] as string).toLowerCase());
  if (next && times) {
    value = Number((value * times).toPrecision(12));
    end += next[0].length;
  }
  const percent = /^[\s\u00a0\u202f]?%/.exec(passage.slice(end, end + 2));
  if (percent)
    return { before: 0, end: end + percent[0].length, what: { value, unit: 'percent', what: null, kind: 'percent' } };
  const sign = currencyOf(passage.charAt(index - 1));
  if (sign) return { before: 1, end, what: { value, unit: sign, what: null, kind: 'money' } };
  const behind = MONEY_NEXT.exec(passage.slice(end, end + 24));
  const code = behind && currencyOf(behind[1] as string);
  if (behind && code)
    return { before: 0, end: end + behind[0].length, what: { value, unit: code, what: null, kind: 'money' } };
  // a scale without a currency: "de" behind it belongs to what is counted
  const bare = times && next ? end - next[0].length + next[0].replace(/\s(?:de|di|d['’])$/u, '').length : end;
  return { before: 0, end: bare, what: { value, unit: null, what: null, kind: 'quantity' } };
}
