import type { FigureOperator } from '../../model/types.ts';
import type { Token } from '../../text/tokens.ts';
import { groupBy } from '../../util/groupBy.ts';

const BEFORE: readonly (readonly [string, FigureOperator])[] = [
  ['no fewer than', '>='],
  ['no less than', '>='],
  ['not less than', '>='],
  ['no lower than', '>='],
  ['no shorter than', '>='],
  ['no smaller than', '>='],
  ['no younger than', '>='],
  ['not shorter than', '>='],
  ['not smaller than', '>='],
  ['not younger than', '>='],
  ['no longer than', '<='],
  ['no larger than', '<='],
  ['no older than', '<='],
  ['not longer than', '<='],
  ['not larger than', '<='],
  ['not older than', '<='],
  ['as young as', '>='],
  ['as low as', '>='],
  ['no higher than', '<='],
  ['as high as', '<='],
  ['as old as', '<='],
  ['longer than', '>'],
  ['higher than', '>'],
  ['larger than', '>'],
  ['older than', '>'],
  ['shorter than', '<'],
  ['lower than', '<'],
  ['smaller than', '<'],
  ['younger than', '<'],
  ['closer to', '~'],
  ['nearer to', '~'],
  ['perhaps', '~'],
  ['maybe', '~'],
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
  ['at the least', '>='],
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

/** "A row over $14 million" is about the whole of it. */
const DISPUTE =
  /^(?:suits?|lawsuits?|rows?|disputes?|fights?|fighting|cases?|clash(?:es)?|battles?|wars?|anger|outrage|protests?|controversy|feud|quarrel|talks|sued|sues?|suing|scandal|probe|inquiry|questions)$/i;
const WITH_WHOM = /^(?:against|with|between|by|the|an?|of|and|[.’']s?|\p{Lu}.*)$/u;

/** "A suit against the Ann Lee Trust over ...": only who is in it stands between. */
function isDisputed(tokens: readonly Token[], over: number): boolean {
  for (let i = over - 1; i >= Math.max(0, over - 8); i--) {
    const word = tokens[i]?.text ?? '';
    if (DISPUTE.test(word)) return true;
    if (!WITH_WHOM.test(word)) return false;
  }
  return false;
}

/** "Deaths pass 40": verbs that put a value above the number behind them. */
const EXCEEDS = /^(?:exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|outnumber(?:s|ed)?)$/i;
/** The same only where the number counts nothing: parliaments pass laws. */
const PASSES = /^(?:pass(?:es|ed|ing)?|tops?|topped|topping|cross(?:es|ed|ing)?)$/i;

/** True where the verb before token `i` says that something is more than the number there. */
export function isExceeded(tokens: readonly Token[], i: number, countsNothing: boolean): boolean {
  const verb = tokens[i - 1]?.text ?? '';
  return EXCEEDS.test(verb) || (countsNothing && PASSES.test(verb));
}

const DENIED: Readonly<Partial<Record<FigureOperator, FigureOperator>>> = {
  '>': '<=',
  '>=': '<',
  '<': '>=',
  '<=': '>',
};
const NOBODY = /^(?:nobody|none|nothing)$/i;
const VERB = /^(?:was|were|is|are|\p{Ll}{2,}ed|paid|got|had|held|made|spent|won|lost|took|ran)$/u;

/** What a bound whose words begin at token `i` says where it is denied: "never more than", "no gust above", "nobody paid more than". */
export function deniedBound(tokens: readonly Token[], i: number, op: FigureOperator): Bound {
  const [before, ahead] = [tokens[i - 1]?.text ?? '', tokens[i - 2]?.text ?? ''];
  const other = DENIED[op];
  if (other === undefined) return { op, length: 0 };
  if (/^(?:never|not)$/.test(before)) return { op: other, length: 1 };
  const denied =
    (/^no$/i.test(ahead) && isNoun(before)) ||
    (VERB.test(before) && (NOBODY.test(ahead) || (/^no$/i.test(tokens[i - 3]?.text ?? '') && isNoun(ahead))));
  return { op: denied ? other : op, length: 0 };
}

const NO_NOUN =
  /^(?:one|other|longer|more|less|fewer|doubt|matter|sooner|to|for|in|of|at|with|by|on|from|after|since)$/;

function isNoun(word: string): boolean {
  return /^\p{Ll}+$/u.test(word) && !NO_NOUN.test(word);
}

/** The bound words that end right before token `i`; "only" and "a total of" are no part of the span. */
export function boundBefore(tokens: readonly Token[], i: number): Bound | null {
  const last = tokens[i - 1]?.text.toLowerCase();
  for (const { words, op } of (last && BY_LAST_WORD.get(last)) || []) {
    const from = i - words.length;
    if (from < 0 || !stands(words, tokens, from)) continue;
    if (last === 'over' && isDisputed(tokens, from)) continue;
    return { op, length: op === '=' ? 0 : words.length };
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
