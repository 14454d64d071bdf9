import type { FigureOperator } from '../../model/types.ts';
import type { Token } from '../../text/tokens.ts';
import { groupBy } from '../../util/groupBy.ts';

const BEFORE: readonly (readonly [string, FigureOperator])[] = [
  ['no fewer than', '>='],
  ['no less than', '>='],
  ['not less than', '>='],
  ['a minimum of', '>='],
  ['no more than', '<='],
  ['not more than', '<='],
  ['a maximum of', '<='],
  ['as many as', '<='],
  ['as much as', '<='],
  ['in excess of', '>'],
  ['a total of', '='],
  ['just over', '>'],
  ['well over', '>'],
  ['at least', '>='],
  ['at most', '<='],
  ['up to', '<='],
  ['more than', '>'],
  ['greater than', '>'],
  ['fewer than', '<'],
  ['less than', '<'],
  ['just under', '<'],
  ['close to', '~'],
  ['an estimated', '~'],
  ['estimated', '~'],
  ['over', '>'],
  ['under', '<'],
  ['below', '<'],
  ['above', '>'],
  ['about', '~'],
  ['around', '~'],
  ['approximately', '~'],
  ['approx', '~'],
  ['roughly', '~'],
  ['some', '~'],
  ['nearly', '~'],
  ['almost', '~'],
  ['circa', '~'],
  ['within', '<='],
  ['only', '='],
  ['~', '~'],
  ['>', '>'],
  ['<', '<'],
];
const AFTER: readonly (readonly [string, FigureOperator])[] = [
  ['or more', '>='],
  ['or so', '~'],
  ['or less', '<='],
  ['or fewer', '<='],
  ['at least', '>='],
];

interface BoundWords {
  readonly words: readonly string[];
  readonly op: FigureOperator;
}

const BY_LAST_WORD = groupBy(BEFORE.map(read), ({ words }) => words.at(-1) as string);
const BY_FIRST_WORD = groupBy(AFTER.map(read), ({ words }) => words[0] as string);

function read([phrase, op]: readonly [string, FigureOperator]): BoundWords {
  return { words: phrase.split(' '), op };
}

export interface Bound {
  readonly op: FigureOperator;
  /** Number of tokens. */
  readonly length: number;
}

/** The bound words that end right before token `i`; "only" and "a total of" are no part of the span. */
export function boundBefore(tokens: readonly Token[], i: number): Bound | null {
  const last = tokens[i - 1]?.text.toLowerCase();
  for (const { words, op } of (last && BY_LAST_WORD.get(last)) || []) {
    const from = i - words.length;
    if (from >= 0 && stands(words, tokens, from)) return { op, length: op === '=' ? 0 : words.length };
  }
  return null;
}

/** The bound words that start at token `i` ("or more"). */
export function boundAfter(tokens: readonly Token[], i: number): Bound | null {
  const first = tokens[i]?.text.toLowerCase();
  for (const { words, op } of (first && BY_FIRST_WORD.get(first)) || []) {
    if (stands(words, tokens, i)) return { op, length: words.length };
  }
  return null;
}

function stands(words: readonly string[], tokens: readonly Token[], from: number): boolean {
  return words.every((word, k) => tokens[from + k]?.text.toLowerCase() === word);
}
