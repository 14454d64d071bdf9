import type { StoredSelector } from '../model/selectors.ts';
import { addTo, groupBy } from '../util/groupBy.ts';
import type { Candidate } from './candidates.ts';

/** A selector that is looked for, with the places that are free for it, best first. */
export interface Seeker {
  readonly selector: StoredSelector;
  readonly candidates: readonly Candidate[];
}

const LEAST_SCORE = 0.85;
const LEAST_MARGIN = 0.04;
/** A quote that is shorter needs context on both sides. */
const SHORT = 8;
const LEAST_CONTEXT = 0.5;
/** Words that were edited need about their whole frame. */
const LEAST_FRAME = 0.8;
const NEAR = 200;
const WHOLE_SIDE = 0.95;
/** Context of so many characters tells places apart, when so much of it is there on one side or on both. */
const LONG_CONTEXT = 12;
const ONE_SIDE = 0.8;
const TWO_SIDES = 0.65;
const MOST_ROUNDS = 8;

/**
 * Gives places to selectors, each place once. A place is given where it is good enough, clearly the best that is still
 * free for the selector, and no other selector without a place fits it nearly as well. What is left of repeated
 * words in one block gets its places in the order of the text, when there are as many places as words and nothing else
 * fits them.
 * @param wanted the numbers of the seekers that get a place; the others only contest theirs.
 * @returns for each seeker its place, or null.
 */
export function assign(seekers: readonly Seeker[], wanted = seekers.map((_, i) => i)): (Candidate | null)[] {
  const result: (Candidate | null)[] = seekers.map(() => null);
  const taken = new Set<number>();
  const wanting = new Map<number, { readonly seeker: number; readonly score: number }[]>();
  seekers.forEach(({ candidates }, seeker) => {
    for (const { span, score } of candidates) addTo(wanting, span.start, { seeker, score });
  });
  for (const list of wanting.values()) list.sort((a, b) => b.score - a.score);
  const isContested = ({ span, score }: Candidate, own: ReadonlySet<number>): boolean => {
    const rival = wanting.get(span.start)?.find(({ seeker }) => result[seeker] === null && !own.has(seeker));
    return rival !== undefined && score - rival.score < LEAST_MARGIN;
  };
  const free = (i: number) => (seekers[i] as Seeker).candidates.filter(({ span }) => !taken.has(span.start));
  let open: readonly number[] = wanted;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const left = open.filter((i) => {
      const [best, ...others] = free(i);
      if (!best || !isGood(best, seekers[i] as Seeker) || others.some((other) => rivals(best, other))) return true;
      if (isContested(best, new Set([i]))) return true;
      result[i] = best;
      taken.add(best.span.start);
      return false;
    });
    if (left.length === open.length) break;
    open = left;
  }
  for (const group of groupBy(open, (i) => repeatKey((seekers[i] as Seeker).selector)).values()) {
    const own = new Set(group);
    const places = inOrder(group, seekers, free);
    if (places.some(([, place]) => isContested(place, own))) continue;
    for (const [i, place] of places) {
      result[i] = place;
      taken.add(place.span.start);
    }
  }
  return withoutOverlaps(seekers, result);
}

/** Enough speaks for a place, were it the only one. */
function isGood({ score, quote, before, after, nextBefore, nextAfter }: Candidate, { selector }: Seeker): boolean {
  if (quote < 1 && Math.min(before, after) < LEAST_FRAME) return false;
  if (score < LEAST_SCORE) return false;
  const { exact, prefix, suffix } = selector.quote;
  const least = Math.min(before, after);
  if (exact.length < SHORT && least < LEAST_CONTEXT) return false;
  if (before === 1 && after === 1) return true;
  const sides = [
    { share: before, long: prefix.length >= LONG_CONTEXT, next: nextBefore },
    { share: after, long: suffix.length >= LONG_CONTEXT, next: nextAfter },
  ];
  return (
    // What was kept must reach up to the words: other words may have come to stand in front of it.
    sides.some(({ share, long, next }) => long && next && share >= ONE_SIDE) ||
    (sides.every(({ long }) => long) && least >= TWO_SIDES)
  );
}

/** Another place that may as well be it: nearly as good, or close by and whole on a side on which the best one is not. */
function rivals(best: Candidate, other: Candidate): boolean {
  if (best.score - other.score < LEAST_MARGIN) return true;
  if (other.quote < best.quote || Math.abs(best.span.start - other.span.start) > NEAR) return false;
  return (
    (other.before >= WHOLE_SIDE && best.before < WHOLE_SIDE) || (other.after >= WHOLE_SIDE && best.after < WHOLE_SIDE)
  );
}

/** The same for the same words in one block; their order in the old text is known. */
function repeatKey({ at: [first], quote }: StoredSelector): string {
  return `${first?.block} ${first?.before} ${first?.after} ${first?.nth} ${quote.exact}`;
}

/** The good places of repeated words in the order of the text, each with its seeker; none where that leaves a choice. */
function inOrder(
  group: readonly number[],
  seekers: readonly Seeker[],
  free: (i: number) => Candidate[],
): [number, Candidate][] {
  if (group.length < 2) return [];
  const startOf = (i: number) => seekers[i]?.selector.at[0]?.start ?? 0;
  const ordered = [...group].sort((a, b) => startOf(a) - startOf(b));
  const good = ordered.map((i) => free(i).filter((candidate) => isGood(candidate, seekers[i] as Seeker)));
  const starts = [...new Set(good.flat().map(({ span }) => span.start))].sort((a, b) => a - b);
  if (starts.length !== ordered.length) return [];
  const chosen = ordered.map((_, n) => good[n]?.find(({ span }) => span.start === starts[n]));
  return chosen.every((candidate) => candidate !== undefined) ? ordered.map((i, n) => [i, chosen[n] as Candidate]) : [];
}

/** Words that stood apart in one block do not come to stand on each other: the less sure of two such places is given up. */
function withoutOverlaps(seekers: readonly Seeker[], places: readonly (Candidate | null)[]): (Candidate | null)[] {
  const result = [...places];
  const order = places.flatMap((place, i) => (place ? [{ i, ...place.span }] : [])).sort((a, b) => a.start - b.start);
  let last: (typeof order)[number] | undefined;
  for (const one of order) {
    if (last && one.start < last.end && stoodApart(seekers[last.i] as Seeker, seekers[one.i] as Seeker)) {
      const worse = (places[last.i]?.score ?? 0) < (places[one.i]?.score ?? 0) ? last.i : one.i;
      result[worse] = null;
    }
    if (!last || one.end > last.end) last = one;
  }
  return result;
}

function stoodApart({ selector: { at: a } }: Seeker, { selector: { at: b } }: Seeker): boolean {
  return a.every((x) => b.every((y) => x.block !== y.block || x.end <= y.start || y.end <= x.start));
}
