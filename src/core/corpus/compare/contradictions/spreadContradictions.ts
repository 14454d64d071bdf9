import type { Told } from '../compared.ts';
import type { StatementPair } from '../relation.ts';
import { compareValues } from '../values.ts';

/** How sure it must be that two statements say one thing, for a contradiction of one to be one of the other. */
const SURE = 0.6;
/** Statements of one value that a contradiction reaches on each side: the work stays a small multiple of the pairs. */
const MOST = 12;

/**
 * What contradicts a statement contradicts what another article says the same as it, if the values are of one measure
 * and differ. Counts of none are left out: they hold at their time alone.
 */
export function spreadContradictions(
  told: readonly Told[],
  pairs: readonly StatementPair[],
  wanted: (a: Told, b: Told) => boolean,
): StatementPair[] {
  const same = new Map<number, number[]>();
  for (const { a, b, relation, score } of pairs) {
    if ((relation !== 'same' && relation !== 'compatible') || score < SURE) continue;
    for (const [one, other] of [[a, b] as const, [b, a] as const]) {
      const found = same.get(one);
      if (!found) same.set(one, [other]);
      else if (found.length < MOST) found.push(other);
    }
  }
  const byPlace = new Map(pairs.map((pair) => [`${pair.a} ${pair.b}`, pair]));
  for (const { a, b, relation, score } of pairs) {
    if (relation !== 'contradiction') continue;
    for (const x of [a, ...(same.get(a) ?? [])]) {
      for (const y of [b, ...(same.get(b) ?? [])]) {
        const place = x < y ? `${x} ${y}` : `${y} ${x}`;
        const [one, other] = [told[Math.min(x, y)] as Told, told[Math.max(x, y)] as Told];
        if (byPlace.get(place)?.relation === 'contradiction' || !wanted(one, other) || !canDiffer(one, other)) continue;
        const reason = `${one.statement.words} and ${other.statement.words} cannot both be true.`;
        byPlace.set(place, { a: Math.min(x, y), b: Math.max(x, y), relation, reason, score });
      }
    }
  }
  return [...byPlace.values()].sort((p, q) => p.a - q.a || p.b - q.b);
}

function canDiffer(x: Told, y: Told): boolean {
  const [p, q] = [x, y].map(({ statement }) => statement.measure?.dimension);
  if (x.article === y.article || p !== q) return false;
  const none = [x, y].some(({ statement }) => statement.measure?.value === 0);
  return !none && compareValues(x, y)?.match === 'differ';
}
