import type { SidecarRange } from '../sidecar/schema.ts';
import { addTo, groupBy } from '../util/groupBy.ts';
import { lineKey, placeKey } from './placeKey.ts';

interface Placed {
  readonly at: readonly SidecarRange[];
}

/** How far two people marked the same words. F1 does not depend on who is the first; null where neither marked any. */
export interface SpanAgreement {
  readonly first: number;
  readonly second: number;
  /** Records on exactly the same words. */
  readonly same: number;
  readonly exactF1: number | null;
  /** Any common character counts. */
  readonly overlapF1: number | null;
}

/** Pairs of records on exactly the same words, each record once. */
export function pairsOnSameWords<T extends Placed>(first: readonly T[], second: readonly T[]): [T, T][] {
  const waiting = groupBy(second, placeKey);
  return first.flatMap((one): [T, T][] => {
    const other = waiting.get(placeKey(one))?.shift();
    return other ? [[one, other]] : [];
  });
}

/**
 * F1 is the harmonic mean of the share of the first's records that the second has and the share of the second's that
 * the first has (van Rijsbergen 1979); between annotators it stands for kappa where what nobody marked cannot be
 * counted (Hripcsak and Rothschild 2005).
 */
export function spanAgreement<T extends Placed>(first: readonly T[], second: readonly T[]): SpanAgreement {
  const same = pairsOnSameWords(first, second).length;
  return {
    first: first.length,
    second: second.length,
    same,
    exactF1: f1(same, same, first.length, second.length),
    overlapF1: f1(touched(first, second), touched(second, first), first.length, second.length),
  };
}

function f1(hitsFirst: number, hitsSecond: number, first: number, second: number): number | null {
  if (first + second === 0) return null;
  if (hitsFirst === 0 || hitsSecond === 0) return 0;
  const [precision, recall] = [hitsFirst / first, hitsSecond / second];
  return (2 * precision * recall) / (precision + recall);
}

/** How many of `records` have a character in common with one of `others`. */
function touched(records: readonly Placed[], others: readonly Placed[]): number {
  const lines = new Map<string, SidecarRange[]>();
  for (const range of others.flatMap(({ at }) => at)) addTo(lines, lineKey(range), range);
  const reach = new Map([...lines].map(([key, ranges]) => [key, reachOf(ranges)]));
  const touches = (range: SidecarRange) => {
    const { starts, ends } = reach.get(lineKey(range)) ?? { starts: [], ends: [] };
    let [low, high] = [0, starts.length]; // how many begin before the range ends
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] as number) < range.end) low = middle + 1;
      else high = middle;
    }
    return low > 0 && (ends[low - 1] as number) > range.start;
  };
  return records.filter(({ at }) => at.some(touches)).length;
}

/** The starts in order, and for each the farthest end up to it. */
function reachOf(ranges: readonly SidecarRange[]): { readonly starts: number[]; readonly ends: number[] } {
  const sorted = [...ranges].sort((a, b) => a.start - b.start);
  let farthest = 0;
  return {
    starts: sorted.map(({ start }) => start),
    ends: sorted.map(({ end }) => {
      farthest = Math.max(farthest, end);
      return farthest;
    }),
  };
}
