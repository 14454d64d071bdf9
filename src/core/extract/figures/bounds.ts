import type { FigureOperator } from '../../model/types.ts';
import type { Token } from '../../text/tokens.ts';

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
const SPLIT = new Map([...BEFORE, ...AFTER].map(([words]) => [words, words.split(' ')]));

export interface Bound {
  readonly op: FigureOperator;
  /** Number of tokens. */
  readonly length: number;
}

/** The bound words that end right before token `i`; "only" and "a total of" are no part of the span. */
export function boundBefore(tokens: readonly Token[], i: number): Bound | null {
  for (const [words, op] of BEFORE) {
    const parts = SPLIT.get(words) as string[];
    if (i >= parts.length && parts.every((p, k) => tokens[i - parts.length + k]?.text.toLowerCase() === p)) {
      return { op, length: op === '=' ? 0 : parts.length };
    }
  }
  return null;
}

/** The bound words that start at token `i` ("or more"). */
export function boundAfter(tokens: readonly Token[], i: number): Bound | null {
  for (const [words, op] of AFTER) {
    const parts = SPLIT.get(words) as string[];
    if (parts.every((p, k) => tokens[i + k]?.text.toLowerCase() === p)) return { op, length: parts.length };
  }
  return null;
}
