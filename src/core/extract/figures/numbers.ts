import type { Token } from '../../text/tokens.ts';

/** A number read from tokens `[from, to)`. */
export interface ReadNumber {
  readonly value: number;
  readonly from: number;
  readonly to: number;
  readonly inWords: boolean;
}

const table = (words: string, first = 0): [string, number][] => words.split(' ').map((w, i) => [w, i + first]);
const SMALL = new Map<string, number>(
  table(
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
  ),
);
const TENS = new Map<string, number>(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((w, i) => [w, (i + 2) * 10]),
);
const SCALES = new Map<string, number>([
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
  ['dozen', 12],
]);
const SHORT_SCALES = new Map<string, number>([
  ['k', 1e3],
  ['m', 1e6],
  ['mn', 1e6],
  ['bn', 1e9],
  ['tn', 1e12],
]);

/** The words with which a number in words can begin. */
const OPENERS = new Set([...SMALL.keys(), ...TENS.keys(), 'a', 'half', '-', 'and']);

/** Reads the number that starts at token `i`: figures with separators, words, and scales ("3.2 million", "twenty-five"). */
export function readNumber(tokens: readonly Token[], i: number): ReadNumber | null {
  const token = tokens[i];
  if (!token) return null;
  const first = token.text.charCodeAt(0);
  if (first >= 48 && first <= 57) {
    const digits = parseDigits(token.text);
    if (digits !== null) return withScale(tokens, i, i + 1, digits, false);
  }
  const word = token.text.toLowerCase();
  if (!OPENERS.has(word)) return null;
  if (word === 'a' || word === 'half') return readArticle(tokens, i, word);
  return readWords(tokens, i);
}

/** Figures with thousands separators in the English way: "1,500.5", "1500", "3.2". */
export function parseDigits(text: string): number | null {
  if (!/^\d/.test(text)) return null;
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text)) return Number(text.replaceAll(',', ''));
  if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text);
  return /^\d{1,3}(?:\.\d{3}){2,}$/.test(text) ? Number(text.replaceAll('.', '')) : null;
}

function withScale(tokens: readonly Token[], from: number, to: number, value: number, inWords: boolean): ReadNumber {
  const next = tokens[to];
  const word = next?.text.toLowerCase() ?? '';
  const scale = SCALES.get(word);
  if (scale !== undefined) return withScale(tokens, from, to + 1, round(value * scale), inWords);
  const short = SHORT_SCALES.get(word);
  const glued = next && tokens[to - 1]?.end === next.start;
  if (short !== undefined && glued && !inWords) return { value: round(value * short), from, to: to + 1, inWords };
  return { value, from, to, inWords };
}

function readArticle(tokens: readonly Token[], i: number, word: string): ReadNumber | null {
  const at = (k: number) => tokens[k]?.text.toLowerCase() ?? '';
  if (word === 'a') {
    const scale = SCALES.get(at(i + 1));
    return scale === undefined ? null : withScale(tokens, i, i + 2, scale, true);
  }
  const next = at(i + 1) === 'a' ? i + 2 : i + 1;
  const scale = SCALES.get(at(next));
  return scale === undefined || next === i + 1 ? null : { value: scale / 2, from: i, to: next + 1, inWords: true };
}

function readWords(tokens: readonly Token[], i: number): ReadNumber | null {
  let total = 0;
  let part = 0;
  let k = i;
  for (; k < tokens.length && k < i + 12; k++) {
    const word = (tokens[k] as Token).text.toLowerCase();
    const small = SMALL.get(word);
    const tens = TENS.get(word);
    const scale = SCALES.get(word);
    if (small !== undefined && (k === i || part % 10 === 0)) part += small;
    else if (tens !== undefined && part % 100 === 0) part += tens;
    else if (scale !== undefined && k > i) {
      if (scale === 100 || scale === 12) part *= scale;
      else {
        total += part * scale;
        part = 0;
      }
    } else if (!(word === '-' && isTens(tokens, k)) && !(word === 'and' && follows(tokens, k))) break;
  }
  return k === i ? null : { value: total + part, from: i, to: k, inWords: true };
}

function isTens(tokens: readonly Token[], k: number): boolean {
  const before = tokens[k - 1]?.text.toLowerCase() ?? '';
  const value = SMALL.get(tokens[k + 1]?.text.toLowerCase() ?? '') ?? 0;
  return TENS.has(before) && value > 0 && value < 10;
}

function follows(tokens: readonly Token[], k: number): boolean {
  const word = tokens[k + 1]?.text.toLowerCase() ?? '';
  return SCALES.has(tokens[k - 1]?.text.toLowerCase() ?? '') && (SMALL.has(word) || TENS.has(word));
}

function round(value: number): number {
  return Number(value.toPrecision(12));
}
