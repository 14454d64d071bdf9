import type { TokenRange } from '../attributions/nounPhrase.ts';
import type { Unit } from '../attributions/unit.ts';
import { Kind } from '../attributions/wordForms.ts';
import { isDigit } from '../grammar/words.ts';

/** A claim as a range of tokens of its unit. */
export interface WholeClaim extends TokenRange {
  readonly unit: Unit;
  /** Somebody is said to say it. */
  readonly attributed: boolean;
}

/** A place where a claim may be cut in two: the first part ends before `at`, the second begins at `begin`. */
export interface CutPoint {
  readonly at: number;
  readonly begin: number;
}

type Add = (kind: string, value: number) => void;

const KINDS = Kind.edge + 1;
/** Where somebody speaks for himself a sentence says one thing, and goes on. */
const SPEAKING = /^(?:i|we|you|my|our|your|me|us|(?:.*[nN])?['’](?:m|re|ve|ll|d|t))$/;
/** Fewest words of either part. */
const SHORTEST = 2;
const PAUSES: ReadonlySet<number> = new Set([Kind.comma, Kind.dash, Kind.semicolon, Kind.stop, Kind.colon]);
const LINKS: ReadonlySet<number> = new Set([Kind.coordinator, Kind.that]);
const OPENERS: ReadonlySet<number> = new Set([Kind.relative, Kind.subordinator]);

/** Where a claim may be cut: at pauses, conjunctions and relatives outside brackets. What makes up half of a spoken sentence leaves one part that does. */
export function cutPoints({ unit: { forms, tokens, words }, from, to }: WholeClaim): CutPoint[] {
  const points: CutPoint[] = [];
  const letters = (first: number, end: number) => (tokens[end - 1]?.end ?? 0) - (tokens[first]?.start ?? 0);
  const half = letters(0, tokens.length) / 2;
  const isMain = letters(from, to) >= half && words.some((word) => SPEAKING.test(word));
  let depth = 0;
  for (let at = from; at < to - 1; at++) {
    const kind = forms[at]?.kind ?? Kind.edge;
    if (kind === Kind.open) depth++;
    else if (kind === Kind.close) depth--;
    if (depth > 0 || at < from + SHORTEST) continue;
    const links = PAUSES.has(kind) || LINKS.has(kind);
    if (!links && !OPENERS.has(kind)) continue;
    const begin = links ? at + 1 : at;
    if (begin >= to - 1) continue;
    // "not at this rate, but at that" is one assertion
    if ((words[at] === 'but' || words[begin] === 'but') && words.slice(from, at).includes('not')) continue;
    if (isMain && letters(from, at) < half && letters(begin, to) < half) continue;
    points.push({ at, begin });
  }
  return points;
}

/** Features, each a kind and a small number, of the choice that the claim is left whole. */
export function wholeFeatures({ unit, from, to, attributed }: WholeClaim, add: Add): void {
  add('whole', 0);
  add('whole length', lengthOf(to - from) * 3 + verbsIn(unit, from, to));
  add('whole voice', attributed ? 1 : 0);
  add('whole quoted', quotedAt(unit, from));
}

/** Features of the choice that the claim is cut at `point`. */
export function cutFeatures({ unit, from, to, attributed }: WholeClaim, { at, begin }: CutPoint, add: Add): void {
  const kind = (i: number): number => (i < from || i >= to ? Kind.edge : (unit.forms[i]?.kind ?? Kind.edge));
  const left = verbsIn(unit, from, at);
  const right = verbsIn(unit, begin, to);
  const soon = verbsIn(unit, begin, Math.min(to, begin + 3));
  add('cut', attributed ? 1 : 0);
  add('at', kind(at));
  add('next', kind(begin));
  add('next two', kind(begin) * KINDS + kind(begin + 1));
  add('before', kind(at - 1) * KINDS + kind(at));
  add('verbs', left * 3 + right);
  add('opening', (kind(begin) * 3 + left) * 3 + soon);
  add('at verbs', (kind(at) * 3 + left) * 3 + right);
  add('left', lengthOf(at - from));
  add('right', lengthOf(to - begin));
  add('lengths', lengthOf(at - from) * 8 + lengthOf(to - begin));
  add('quoted', quotedAt(unit, at));
  add('first', kind(from) * 3 + left);
  add('figures', (unit.words.slice(begin, to).some(isDigit) ? 1 : 0) * 3 + right);
}

function verbsIn({ finite }: Unit, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to && count < 2; i++) count += finite[i] ?? 0;
  return count;
}

function quotedAt({ inQuote }: Unit, at: number): number {
  return (inQuote[at] ?? -1) >= 0 ? 1 : 0;
}

function lengthOf(words: number): number {
  if (words < 4) return words;
  return [7, 12, 20].filter((limit) => words >= limit).length + 4;
}
