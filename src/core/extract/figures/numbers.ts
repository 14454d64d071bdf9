import type { FigureOperator } from '../../model/types.ts';
import type { Token } from '../../text/tokens.ts';

/** A number read from tokens `[from, to)`. */
export interface ReadNumber {
  readonly value: number;
  readonly from: number;
  readonly to: number;
  readonly inWords: boolean;
  /** Where the words themselves bound the value ("dozens"). */
  readonly op?: FigureOperator;
  /** Where the words themselves tell what the value is of ("two thirds of"). */
  readonly unit?: 'share';
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
  ['mln', 1e6],
  ['bn', 1e9],
  ['bln', 1e9],
  ['tn', 1e12],
]);

/** Words that count without a figure; each stands for at least two of its scale. */
export const PLURAL_SCALES: ReadonlyMap<string, number> = new Map<string, number>([
  ['tens', 10],
  ['dozens', 12],
  ['scores', 20],
  ['hundreds', 100],
  ['thousands', 1e3],
  ['millions', 1e6],
  ['billions', 1e9],
  ['trillions', 1e12],
]);
/** "two millions", as other languages count. */
const MILLIONS = new Map([...PLURAL_SCALES].filter(([, scale]) => scale >= 1e6));
const PARTS = new Map<string, number>(
  'half third quarter fifth sixth seventh eighth ninth tenth'.split(' ').map((word, i) => [word, i + 2]),
);

/** The words with which a number in words can begin. */
const OPENERS = new Set([...SMALL.keys(), ...TENS.keys(), ...PLURAL_SCALES.keys(), 'a', 'half', '-', 'and']);

/** What the word that ends a number multiplies ("15 thousand", "3bn"); 1 where there is none. */
export function scaleAtEnd(tokens: readonly Token[], { to, from }: ReadNumber): number {
  const word = to - from > 1 ? (tokens[to - 1]?.text.toLowerCase() ?? '') : '';
  return SCALES.get(word) ?? SHORT_SCALES.get(word) ?? MILLIONS.get(word) ?? 1;
}

/** Reads the number that starts at token `i`: figures with separators, words, and scales ("3.2 million", "twenty-five"). */
export function readNumber(tokens: readonly Token[], i: number): ReadNumber | null {
  const token = tokens[i];
  if (!token) return null;
  const first = token.text.charCodeAt(0);
  if (first >= 48 && first <= 57) {
    const spaced = spacedThousands(tokens, i);
    if (spaced) return withScale(tokens, i, spaced.to, spaced.value, false);
    const digits = parseDigits(token.text);
    if (digits !== null) return withScale(tokens, i, ...withFraction(tokens, i + 1, digits), false);
  }
  const word = token.text.toLowerCase();
  if (!OPENERS.has(word)) return null;
  const share = readShare(tokens, i);
  if (share) return share;
  if (PLURAL_SCALES.has(word)) return readPlural(tokens, i);
  if (word === 'a' || word === 'half') return readArticle(tokens, i, word);
  return readWords(tokens, i);
}

/** Figures with thousands separators in the English way: "1,500.5", "1500", "3.2"; "6,5" can only be a decimal comma. */
export function parseDigits(text: string): number | null {
  if (!/^\d/.test(text)) return null;
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text)) return Number(text.replaceAll(',', ''));
  if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text);
  if (/^\d+,\d{1,2}$/.test(text)) return Number(text.replace(',', '.'));
  return /^\d{1,3}(?:\.\d{3}){2,}$/.test(text) ? Number(text.replaceAll('.', '')) : null;
}

/** "3 000", "1 250 000": groups of three with blanks between, as many languages write them. */
function spacedThousands(tokens: readonly Token[], i: number): { value: number; to: number } | null {
  let digits = tokens[i]?.text ?? '';
  if (!/^[1-9]\d{0,2}$/.test(digits)) return null;
  let to = i + 1;
  while (/^\d{3}$/.test(tokens[to]?.text ?? '') && tokens[to]?.start === (tokens[to - 1]?.end ?? 0) + 1) {
    digits += tokens[to]?.text;
    to++;
  }
  return to === i + 1 || /^\d/.test(tokens[to]?.text ?? '') ? null : { value: Number(digits), to };
}

/** The number after which token `to` comes, with "1/2" or "and a half" behind it. */
function withFraction(tokens: readonly Token[], to: number, value: number): [to: number, value: number] {
  const at = (k: number) => tokens[k]?.text.toLowerCase() ?? '';
  if (at(to) === 'and' && at(to + 1) === 'a' && at(to + 2) === 'half') return [to + 3, value + 0.5];
  const glued = tokens[to - 1]?.end === tokens[to]?.start;
  if (!glued && at(to + 1) === '/' && /^[1-9]$/.test(at(to)) && /^[2-9]$/.test(at(to + 2))) {
    return [to + 3, value + Number(at(to)) / Number(at(to + 2))];
  }
  return [to, value];
}

/** "the twenty-sixth dynasty" counts nothing. */
const ORDINALS = new Set('first second third fourth fifth sixth seventh eighth ninth'.split(' '));

/** What comes behind a part of a whole: "two-thirds of the members", "a two-thirds majority". */
const OF_WHOLE = /^(?:of|majority|vote|share)$/;

/** "half of", "a third of", "two-thirds of", "one in three". */
function readShare(tokens: readonly Token[], i: number): ReadNumber | null {
  const at = (k: number) => tokens[k]?.text.toLowerCase() ?? '';
  if (at(i) === 'one' && at(i + 1) === 'in') {
    const whole = SMALL.get(at(i + 2)) ?? TENS.get(at(i + 2)) ?? parseDigits(at(i + 2)) ?? 0;
    // "one in 2019"
    const share =
      whole >= 2 &&
      whole <= 1000 &&
      !/^(?:the|only|no|any|every|first|second|third|last|latest|other|another)$/.test(at(i - 1)) &&
      !/^(?:minutes?|hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies)|seasons?|games?|matches|attempts?|miles?)$/.test(
        at(i + 3),
      );
    if (share) return { value: round(1 / whole), from: i, to: i + 3, inWords: true, unit: 'share' };
  }
  const count = at(i) === 'half' ? 1 : at(i) === 'a' ? 1 : SMALL.get(at(i));
  if (count === undefined) return null;
  const noun = at(i) === 'half' ? i : at(i + 1) === '-' ? i + 2 : i + 1;
  const part = PARTS.get(count === 1 ? at(noun) : at(noun).replace(/s$/, ''));
  if (part === undefined || count >= part || !OF_WHOLE.test(at(noun + 1))) return null;
  return { value: round(count / part), from: i, to: noun + 1, inWords: true, unit: 'share' };
}

/** "dozens", "hundreds of thousands", "dozens and dozens"; "tens" and "scores" only with a scale or "of" behind. */
function readPlural(tokens: readonly Token[], i: number): ReadNumber | null {
  const at = (k: number) => tokens[k]?.text.toLowerCase() ?? '';
  let value = 2 * (PLURAL_SCALES.get(at(i)) as number);
  let to = i + 1;
  const scale = PLURAL_SCALES.get(at(to + 1)) ?? 0;
  if (at(to) === 'of' && scale >= 1e3) {
    value *= scale;
    to += 2;
  } else if (at(to) === 'and' && at(to + 1) === at(i)) to += 2;
  else if (at(i) === 'tens' || (at(i) === 'scores' && (at(to) !== 'of' || at(i - 1) === 'the'))) return null;
  return { value, from: i, to, inWords: true, op: '>=' };
}

function withScale(tokens: readonly Token[], from: number, to: number, value: number, inWords: boolean): ReadNumber {
  if (isScale(tokens, to)) return withScale(tokens, from, to + 1, value, inWords);
  const next = tokens[to];
  const word = next?.text.toLowerCase() ?? '';
  const scale = SCALES.get(word) ?? (inWords ? undefined : MILLIONS.get(word));
  if (scale !== undefined) return withScale(tokens, from, to + 1, round(value * scale), inWords);
  const short = SHORT_SCALES.get(word);
  const glued = next && tokens[to - 1]?.end === next.start;
  const apart = /^(?:mln|bln|bn)$/.test(word);
  if (short !== undefined && (glued || apart) && !inWords)
    return { value: round(value * short), from, to: to + 1, inWords };
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
    const scale = SCALES.get(word) ?? (k > i && part > 1 ? MILLIONS.get(word) : undefined);
    if (small !== undefined && (k === i || part % 10 === 0)) part += small;
    else if (tens !== undefined && part % 100 === 0) part += tens;
    else if (scale !== undefined && k > i) {
      if (scale === 100 || scale === 12) part *= scale;
      else {
        total += part * scale;
        part = 0;
      }
    } else if (!(word === '-' && (isTens(tokens, k) || isScale(tokens, k))) && !(word === 'and' && follows(tokens, k)))
      break;
  }
  if (k === i || (tokens[k]?.text === '-' && ORDINALS.has(tokens[k + 1]?.text.toLowerCase() ?? ''))) return null;
  const [to, value] = withFraction(tokens, k, total + part);
  return { value, from: i, to, inWords: true };
}

function isTens(tokens: readonly Token[], k: number): boolean {
  const before = tokens[k - 1]?.text.toLowerCase() ?? '';
  const value = SMALL.get(tokens[k + 1]?.text.toLowerCase() ?? '') ?? 0;
  return TENS.has(before) && value > 0 && value < 10;
}

/** The hyphen of "a 3-million-pound house". */
function isScale(tokens: readonly Token[], k: number): boolean {
  const [before, hyphen, next] = [tokens[k - 1], tokens[k], tokens[k + 1]];
  if (hyphen?.text !== '-' || before?.end !== hyphen.start || hyphen.end !== next?.start) return false;
  return SCALES.has(next.text.toLowerCase());
}

function follows(tokens: readonly Token[], k: number): boolean {
  const word = tokens[k + 1]?.text.toLowerCase() ?? '';
  return SCALES.has(tokens[k - 1]?.text.toLowerCase() ?? '') && (SMALL.has(word) || TENS.has(word));
}

function round(value: number): number {
  return Number(value.toPrecision(12));
}
