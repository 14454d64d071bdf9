import { beforeEnd, beforeFeatures, beforeOver, beforeShared, beforeStarts } from './contentBefore.ts';
import { endFeatures, endHeld, endOver, endsOf } from './contentEnds.ts';
import { afterStarts, startFeatures, startHeld, startOver, startShared } from './contentStarts.ts';
import { likeliest, softmax } from './likelihood.ts';
import type { TokenRange } from './nounPhrase.ts';
import { openingAt } from './opening.ts';
import type { SourceChoice } from './sources.ts';
import type { StatementModel, WeightSum } from './statementModel.ts';
import type { View } from './view.ts';

/** A content in up to two pieces, empty where `to` is not behind `from`, and how likely it is. */
interface Weighed {
  readonly front: number;
  readonly frontTo: number;
  readonly start: number;
  readonly end: number;
  readonly p: number;
}

/** Places in order, with the summed weights of choosing each, those of running over the ones before included. */
interface Places {
  readonly at: readonly number[];
  /** -Infinity for a place that was not looked at. */
  readonly sums: readonly number[];
}

/** Places so much less likely than the best by what is run over before them are not looked at. */
const MARGIN = 5;
/** Choices less likely than this are not followed. */
const LEAST = 0.03;
/** Content before the cue, or none, is not followed when less likely than this. */
const LEAST_SIDE = 0.1;

/** The content of the cue at `i` that most of the likelihood agrees with; null where none is likely. */
export function readContent(
  view: View,
  i: number,
  source: SourceChoice,
  model: StatementModel,
): { readonly content: readonly TokenRange[]; readonly score: number } | null {
  const found = weighContents(view, i, source, model);
  let best = found[0];
  let most = 0;
  for (const one of found) {
    let sum = 0;
    for (const other of found) if (agree(view, one, other)) sum += other.p;
    if (sum > most) {
      most = sum;
      best = one;
    }
  }
  if (!best) return null;
  const content: TokenRange[] = [];
  if (best.frontTo > best.front) content.push({ from: best.front, to: best.frontTo });
  if (best.end > best.start) content.push({ from: best.start, to: best.end });
  return { content, score: most };
}

function weighContents(view: View, i: number, source: SourceChoice, model: StatementModel): Weighed[] {
  const found: Weighed[] = [];
  const to = beforeEnd(view, i, source);
  const fronts = beforeStarts(view, to);
  const ofFront = frontLikelihoods(view, i, source, fronts, to, model);
  const ends = new Map<number, Places>();
  let known: Places | null = null;
  for (const held of [false, true]) {
    const share = held ? 1 - (ofFront[0] as number) : (ofFront[0] as number);
    if (share < LEAST_SIDE) continue;
    const front = held ? { from: fronts[likeliest(ofFront, 1) - 1] as number, to } : null;
    const at = afterStarts(view, i, source, front);
    const starts: Places = known && equal(known.at, at) ? known : weighStarts(view, i, source, at, model);
    known = starts;
    const ofStart = startLikelihoods(view, i, source, held, starts, model);
    const ofEnds = new Map<number, readonly number[]>();
    for (let b = held ? 1 : 0; b < (held ? ofFront.length : 1); b++) {
      const pb = ofFront[b] as number;
      if (pb < LEAST) continue;
      const from = held ? (fronts[b - 1] as number) : 0;
      const frontTo = held ? to : 0;
      for (let a = 0; a < ofStart.length; a++) {
        const pa = pb * (ofStart[a] as number);
        if (pa < LEAST) continue;
        if (a === 0) {
          if (held) found.push({ front: from, frontTo, start: 0, end: 0, p: pa });
          continue;
        }
        const start = at[a - 1] as number;
        let places = ends.get(start);
        if (!places) {
          places = weighEnds(view, i, start, model);
          ends.set(start, places);
        }
        let ofEnd = ofEnds.get(start);
        if (!ofEnd) {
          ofEnd = endLikelihoods(view, source, held, places, model);
          ofEnds.set(start, ofEnd);
        }
        for (let k = 0; k < ofEnd.length; k++) {
          const p = pa * (ofEnd[k] as number);
          if (p >= LEAST) found.push({ front: from, frontTo, start, end: places.at[k] as number, p });
        }
      }
    }
  }
  return found;
}

/** How likely there is no content before the cue, then how likely it starts at each place. */
function frontLikelihoods(
  view: View,
  i: number,
  source: SourceChoice,
  fronts: readonly number[],
  to: number,
  { choices }: StatementModel,
): number[] {
  const logits = [0];
  beforeShared(view, i, source, to, choices);
  const shared = choices.take();
  const passed: number[] = [];
  let sum = 0;
  for (const k of fronts) {
    passed.push(sum);
    beforeOver(view, k, to, source, choices);
    sum += choices.take();
  }
  const least = leastOf(passed, choices);
  for (let k = 0; k < fronts.length; k++) {
    const before = passed[k] as number;
    if (before < least) {
      logits.push(Number.NEGATIVE_INFINITY);
      continue;
    }
    beforeFeatures(view, i, source, fronts[k] as number, to, choices);
    logits.push((shared + choices.take() + before) * choices.scale);
  }
  return softmax(logits);
}

function weighStarts(
  view: View,
  i: number,
  source: SourceChoice,
  at: readonly number[],
  { choices }: StatementModel,
): Places {
  const sums: number[] = [];
  let sum = 0;
  for (const k of at) {
    sums.push(sum);
    startOver(view, i, k, choices);
    sum += choices.take();
  }
  const least = leastOf(sums, choices);
  for (let k = 0; k < at.length; k++) {
    if ((sums[k] as number) < least) sums[k] = Number.NEGATIVE_INFINITY;
    else {
      startFeatures(view, i, source, at[0] as number, at[k] as number, choices);
      (sums[k] as number) += choices.take();
    }
  }
  return { at, sums };
}

/** How likely there is no content behind the cue, then how likely it begins at each place. */
function startLikelihoods(
  view: View,
  i: number,
  source: SourceChoice,
  held: boolean,
  { at, sums }: Places,
  { choices }: StatementModel,
): number[] {
  if (at.length === 0) return [1];
  const logits = [0];
  startShared(view, i, source, held, at[0] as number, choices);
  const shared = choices.take();
  for (let k = 0; k < at.length; k++) {
    startHeld(view, i, held, at[k] as number, choices);
    logits.push((shared + (sums[k] as number) + choices.take()) * choices.scale);
  }
  return softmax(logits);
}

function weighEnds(view: View, i: number, start: number, { choices }: StatementModel): Places {
  const opening = openingAt(view, start);
  const at = endsOf(view, i, start);
  const sums: number[] = [];
  let sum = 0;
  for (const e of at) {
    sums.push(sum);
    endOver(view, i, opening, e, choices);
    sum += choices.take();
  }
  const least = leastOf(sums, choices);
  for (let k = 0; k < at.length; k++) {
    if ((sums[k] as number) < least) sums[k] = Number.NEGATIVE_INFINITY;
    else {
      endFeatures(view, i, opening, at[k] as number, choices);
      (sums[k] as number) += choices.take();
    }
  }
  return { at, sums };
}

function endLikelihoods(
  view: View,
  { how }: SourceChoice,
  held: boolean,
  { at, sums }: Places,
  { choices }: StatementModel,
): number[] {
  const logits: number[] = [];
  for (let k = 0; k < at.length; k++) {
    endHeld(view, how, held, at[k] as number, choices);
    logits.push(((sums[k] as number) + choices.take()) * choices.scale);
  }
  return softmax(logits);
}

/** The least sum with which a place is worth a look. */
function leastOf(sums: readonly number[], { scale }: WeightSum): number {
  let most = 0;
  for (const sum of sums) if (sum > most) most = sum;
  return most - MARGIN / scale;
}

function equal(a: readonly number[], b: readonly number[]): boolean {
  if (a.length !== b.length) return false;
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return false;
  return true;
}

/** True when two contents share four fifths of the longer. */
function agree({ letters }: View, a: Weighed, b: Weighed): boolean {
  const shared = both(letters, a.front, a.frontTo, b.front, b.frontTo) + both(letters, a.start, a.end, b.start, b.end);
  return shared >= 0.8 * Math.max(sizeOf(letters, a), sizeOf(letters, b));
}

function sizeOf(letters: readonly number[], { front, frontTo, start, end }: Weighed): number {
  return between(letters, front, frontTo) + between(letters, start, end);
}

function both(letters: readonly number[], a: number, aTo: number, b: number, bTo: number): number {
  return between(letters, Math.max(a, b), Math.min(aTo, bTo));
}

function between(letters: readonly number[], from: number, to: number): number {
  return to > from ? (letters[to] as number) - (letters[from] as number) : 0;
}
