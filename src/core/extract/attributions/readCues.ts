import type { Candidate } from './candidate.ts';
import {
  afterStarts,
  beforeEnd,
  beforeFeatures,
  beforeOver,
  beforeStarts,
  endFeatures,
  endOver,
  endsOf,
  openingAt,
  startFeatures,
  startOver,
} from './contents.ts';
import { cueFeatures } from './cueFeatures.ts';
import type { TokenRange } from './nounPhrase.ts';
import { How, type SourceChoice, sourceChoices, sourceFeatures } from './sources.ts';
import type { StatementModel } from './statementModel.ts';
import { formAt, tagAt, type View, verbsWithin } from './view.ts';
import { Kind } from './wordForms.ts';

/** What the model reads at one cue. */
export interface Reading {
  readonly cue: number;
  readonly source: SourceChoice;
  readonly content: readonly TokenRange[];
  readonly cueScore: number;
  readonly sourceScore: number;
  readonly contentScore: number;
}

export const LEAST_PRIOR = -3;
/** A cue less likely than this is none. */
export const LEAST_CUE = 0.35;
/** The score of what a rule alone decides. */
const SURE = 0.8;

export function isCueForm(kind: number): boolean {
  return kind === Kind.word || kind >= Kind.gerund || kind === Kind.preposition || kind === Kind.name;
}

/** The likeliest reading of every likely cue. */
export function readCues(view: View, model: StatementModel): Reading[] {
  const found: Reading[] = [];
  const n = view.forms.length;
  for (let i = 0; i < n; i++) model.prior(formAt(view, i));
  let previous: TokenRange | null = null;
  for (let i = 0; i < n; i++) {
    const form = formAt(view, i);
    if (form.prior < LEAST_PRIOR || !isCueForm(form.kind)) continue;
    cueFeatures(view, i, model.choices);
    const cueScore = sigmoid(model.choices.take());
    if (cueScore < LEAST_CUE && view.ruled.get(i)?.frame !== 'insert') continue;
    const reading: Reading | null = readSure(view, i) ?? readCue(view, i, cueScore, previous, model);
    if (!reading) continue;
    if (cueScore > 0.3 && reading.source.range) previous = reading.source.range;
    found.push(reading);
  }
  return found;
}

/** What the rules know better than any weight: inserts between dashes, and two kinds of "according to". */
function readSure(view: View, i: number): Reading | null {
  const ruled = view.ruled.get(i);
  if (!ruled?.source || !(ruled.frame === 'insert' || (ruled.frame === 'according' && isWoven(view, ruled))))
    return null;
  const source = { range: ruled.source, how: How.given };
  return { cue: i, source, content: ruled.content, cueScore: SURE, sourceScore: 1, contentScore: 1 };
}

/** "Behind it, according to X, was Y", "they won, according to their own account, by ten points". */
function isWoven(view: View, { cue, source, content: [front, rest] }: Candidate): boolean {
  if (source && source.to <= cue.from) return true;
  if (!front || !rest || front.from > cue.from) return false;
  return verbsWithin(view, front.from, front.to) === 0 && (tagAt(view, rest.from) & 1) === 1;
}

export function readCue(
  view: View,
  i: number,
  cueScore: number,
  previous: TokenRange | null,
  model: StatementModel,
): Reading | null {
  const choices = sourceChoices(view, i, previous);
  const logits = choices.map((c) => {
    sourceFeatures(view, i, c, model.choices);
    return model.choices.take();
  });
  const sourceProb = softmax(logits);
  const s = top(sourceProb);
  const source = choices[s] as SourceChoice;
  const spans = contentsFor(view, i, source, model);
  let best = spans[0];
  let most = 0;
  for (const span of spans) {
    let sum = 0;
    for (const other of spans) if (agree(view, span, other)) sum += other.p;
    if (sum > most) {
      most = sum;
      best = span;
    }
  }
  if (!best) return null;
  const content: TokenRange[] = [];
  if (best.frontTo > best.front) content.push({ from: best.front, to: best.frontTo });
  if (best.end > best.start) content.push({ from: best.start, to: best.end });
  return { cue: i, source, content, cueScore, sourceScore: sourceProb[s] as number, contentScore: most };
}

/** A content in up to two pieces, empty where `to` is not behind `from`, and how likely it is. */
interface Weighed {
  readonly front: number;
  readonly frontTo: number;
  readonly start: number;
  readonly end: number;
  readonly p: number;
}

/** Choices less likely than this are not followed. */
const LEAST = 0.03;

function contentsFor(view: View, i: number, source: SourceChoice, model: StatementModel): Weighed[] {
  const found: Weighed[] = [];
  const to = beforeEnd(view, i, source);
  const befores = beforeStarts(view, to);
  const bl = [0];
  let over = 0;
  for (const k of befores) {
    beforeFeatures(view, i, source, k, to, model.choices);
    bl.push(model.choices.take() + over);
    beforeOver(view, k, to, source, model.choices);
    over += model.choices.take();
  }
  const bp = softmax(bl);
  const endings = new Map<number, { ends: number[]; ep: number[] }>();
  for (const held of [false, true]) {
    const share = held ? 1 - (bp[0] as number) : (bp[0] as number);
    if (share < 0.1) continue;
    const starts = afterStarts(view, i, source, held ? { from: befores[top(bp.slice(1))] as number, to } : null);
    const sl = [0];
    over = 0;
    for (const k of starts) {
      startFeatures(view, i, source, held, starts[0] as number, k, model.choices);
      sl.push(model.choices.take() + over);
      startOver(view, i, k, model.choices);
      over += model.choices.take();
    }
    const sp = softmax(sl);
    for (let b = held ? 1 : 0; b < (held ? bp.length : 1); b++) {
      const pb = bp[b] as number;
      if (pb < LEAST) continue;
      const front = held ? (befores[b - 1] as number) : 0;
      const frontTo = held ? to : 0;
      for (let a = 0; a < sp.length; a++) {
        const pa = pb * (sp[a] as number);
        if (pa < LEAST) continue;
        if (a === 0) {
          if (held) found.push({ front, frontTo, start: 0, end: 0, p: pa });
          continue;
        }
        const from = starts[a - 1] as number;
        const key = from * 2 + (held ? 1 : 0);
        let known = endings.get(key);
        if (!known) {
          const opening = openingAt(view, from);
          const ends = endsOf(view, i, from);
          const el: number[] = [];
          over = 0;
          for (const e of ends) {
            endFeatures(view, i, source.how, held, opening, e, model.choices);
            el.push(model.choices.take() + over);
            endOver(view, i, opening, e, model.choices);
            over += model.choices.take();
          }
          known = { ends, ep: softmax(el) };
          endings.set(key, known);
        }
        for (let k = 0; k < known.ends.length; k++) {
          const p = pa * (known.ep[k] as number);
          if (p >= LEAST) found.push({ front, frontTo, start: from, end: known.ends[k] as number, p });
        }
      }
    }
  }
  return found;
}

/** True when two contents share four fifths of the longer. */
function agree({ letters }: View, a: Weighed, b: Weighed): boolean {
  const shared = both(letters, a.front, a.frontTo, b.front, b.frontTo) + both(letters, a.start, a.end, b.start, b.end);
  return shared >= 0.8 * Math.max(sizeOf(letters, a), sizeOf(letters, b));
}

function sizeOf(letters: Uint32Array, { front, frontTo, start, end }: Weighed): number {
  return between(letters, front, frontTo) + between(letters, start, end);
}

function both(letters: Uint32Array, a: number, aTo: number, b: number, bTo: number): number {
  return between(letters, Math.max(a, b), Math.min(aTo, bTo));
}

function between(letters: Uint32Array, from: number, to: number): number {
  return to > from ? (letters[to] as number) - (letters[from] as number) : 0;
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

export function softmax(logits: readonly number[]): number[] {
  let most = Number.NEGATIVE_INFINITY;
  for (const x of logits) most = Math.max(most, x);
  let sum = 0;
  const out = logits.map((x) => {
    const e = Math.exp(x - most);
    sum += e;
    return e;
  });
  return out.map((x) => x / sum);
}

function top(values: readonly number[]): number {
  let best = 0;
  for (let i = 1; i < values.length; i++) if ((values[i] as number) > (values[best] as number)) best = i;
  return best;
}
