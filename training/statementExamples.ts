import {
  beforeEnd,
  beforeFeatures,
  beforeOver,
  beforeShared,
  beforeStarts,
} from '../src/core/extract/attributions/contentBefore.ts';
import { endFeatures, endHeld, endOver, endsOf } from '../src/core/extract/attributions/contentEnds.ts';
import {
  afterStarts,
  startFeatures,
  startHeld,
  startOver,
  startShared,
} from '../src/core/extract/attributions/contentStarts.ts';
import { cueFeatures, wordFeatures } from '../src/core/extract/attributions/cueFeatures.ts';
import type { TokenRange } from '../src/core/extract/attributions/nounPhrase.ts';
import { openingAt } from '../src/core/extract/attributions/opening.ts';
import { isCueForm } from '../src/core/extract/attributions/readCues.ts';
import type { Sink } from '../src/core/extract/attributions/sink.ts';
import { type SourceChoice, sourceChoices, sourceFeatures } from '../src/core/extract/attributions/sources.ts';
import { buildUnits, type Unit } from '../src/core/extract/attributions/unit.ts';
import { formAt, type View, viewOf } from '../src/core/extract/attributions/view.ts';
import { type FormOf, feature, Kind } from '../src/core/extract/attributions/wordForms.ts';
import { segmentArticle } from '../src/core/extract/segment/segmentArticle.ts';
import type { Span } from '../src/core/text/span.ts';
import type { Choice } from './logLinear.ts';

/** An attribution as the corpora have it; offsets in the text. */
export interface GoldStatement extends Span {
  readonly parts?: readonly (readonly [number, number])[];
  readonly speaker?: Span | null;
  readonly cue: Span;
  readonly cueParts?: readonly Span[];
}

export interface StatementDocument {
  readonly id: string;
  readonly text: string;
  readonly quotes: readonly GoldStatement[];
}

/** An attribution in the tokens of its unit; `cue` is the head of the cue. */
interface GoldReading {
  readonly cue: number;
  readonly pieces: readonly TokenRange[];
  readonly source: TokenRange | null;
  readonly hasSource: boolean;
}

export interface ReadUnit {
  readonly view: View;
  /** By the place of their cues. */
  readonly readings: readonly GoldReading[];
}

class Collector implements Sink {
  #features: number[] = [];

  add(tag: number, a: number, b = 0, c = 0): void {
    this.#features.push(feature(tag, a, b, c) | 0);
  }

  take(): Int32Array<ArrayBuffer> {
    const taken = Int32Array.from(this.#features);
    this.#features = [];
    return taken;
  }
}

const NONE: Int32Array<ArrayBuffer> = new Int32Array(0);
/** A boundary that is no choice may be taken for the nearest one within this share of the content. */
const TOLERANCE = 0.15;

/** How often each word stands alone as a cue. */
export function cueCounts(documents: readonly StatementDocument[]): Map<string, number> {
  const counts = new Map<string, number>([['according', 1000]]);
  for (const { text, quotes } of documents) {
    for (const { cue } of quotes) {
      const words = text.slice(cue.start, cue.end).toLowerCase();
      if (!/\s/.test(words)) counts.set(words, (counts.get(words) ?? 0) + 1);
    }
  }
  return counts;
}

/** The units of a document with the attributions whose cues stand in them. */
export function readUnits(
  { text, quotes }: StatementDocument,
  formOf: FormOf,
  counts: ReadonlyMap<string, number>,
): ReadUnit[] {
  return buildUnits(segmentArticle(text), formOf).units.map((unit) => {
    const start = unit.tokens[0]!.start;
    const end = unit.tokens.at(-1)!.end;
    const readings = quotes
      .filter(({ cue }) => cue.start >= start && cue.start < end)
      .flatMap((gold): GoldReading[] => {
        const cue = headOfCue(unit, gold, formOf, counts);
        if (cue < 0) return [];
        const pieces = (gold.parts ?? [[gold.start, gold.end]]).flatMap(
          ([from, to]) => tokensWithin(unit, from, to) ?? [],
        );
        const source = gold.speaker ? tokensWithin(unit, gold.speaker.start, gold.speaker.end) : null;
        return [{ cue, pieces, source, hasSource: Boolean(gold.speaker) }];
      })
      .sort((a, b) => a.cue - b.cue);
    return { view: viewOf(unit), readings };
  });
}

function tokensWithin({ tokens }: Unit, start: number, end: number): TokenRange | null {
  let from = 0;
  while (from < tokens.length && tokens[from]!.end <= start) from++;
  let to = from;
  while (to < tokens.length && tokens[to]!.start < end) to++;
  return to > from ? { from, to } : null;
}

/** Of the words of a cue the one that most often is a cue alone; on a tie a verb, then the last. */
function headOfCue(
  unit: Unit,
  { cue, cueParts }: GoldStatement,
  formOf: FormOf,
  counts: ReadonlyMap<string, number>,
): number {
  let head = -1;
  let most = -1;
  for (const part of cueParts ?? [cue]) {
    const { from, to } = tokensWithin(unit, part.start, part.end) ?? { from: 0, to: 0 };
    for (let i = from; i < to; i++) {
      const { lower, kind } = formOf(unit.tokens[i]!.word);
      const verbal =
        kind >= Kind.gerund && kind <= Kind.base ? 0.5 : kind === Kind.word ? 0.3 : kind === Kind.adverb ? 0.2 : 0.1;
      const score = (counts.get(lower) ?? 0) + verbal;
      if (score < most) continue;
      most = score;
      head = i;
    }
  }
  return head;
}

/** Whether each word is the head of a cue, by its form alone. */
export function priorExamples(units: readonly ReadUnit[]): Choice[] {
  const features = new Collector();
  return units.flatMap(({ view, readings }) =>
    view.forms.flatMap((form, i): Choice[] => {
      if (!isCueForm(form.kind)) return [];
      wordFeatures(form, features);
      const gold = readings.some(({ cue }) => cue === i) ? 1 : 0;
      return [{ own: [NONE, features.take()], over: null, gold }];
    }),
  );
}

/** Every choice that reading the units takes, each made after the right ones before it. */
export function stepExamples(units: readonly ReadUnit[], leastPrior: number): Choice[] {
  const examples: Choice[] = [];
  const features = new Collector();
  for (const { view, readings } of units) {
    for (let i = 0; i < view.forms.length; i++) {
      const form = formAt(view, i);
      if (!isCueForm(form.kind) || form.prior < leastPrior) continue;
      wordFeatures(form, features);
      cueFeatures(view, i, features);
      const gold = readings.some(({ cue }) => cue === i) ? 1 : 0;
      examples.push({ own: [NONE, features.take()], over: null, gold });
    }
    let previous: TokenRange | null = null;
    for (const reading of readings) {
      const source = addSource(view, reading, previous, features, examples);
      if (reading.source) previous = reading.source;
      if (source) addContent(view, reading, source, features, examples);
    }
  }
  return examples;
}

function addSource(
  view: View,
  { cue, source, hasSource }: GoldReading,
  previous: TokenRange | null,
  features: Collector,
  examples: Choice[],
): SourceChoice | null {
  const choices = sourceChoices(view, cue, previous);
  let gold = hasSource ? -1 : 0;
  let most = 0;
  choices.forEach(({ range }, k) => {
    if (!range || !source) return;
    const shared = Math.min(range.to, source.to) - Math.max(range.from, source.from);
    const share = shared / (Math.max(range.to, source.to) - Math.min(range.from, source.from));
    if (shared <= 0 || share <= most) return;
    most = share;
    gold = k;
  });
  if (gold < 0) return null;
  const own = choices.map((choice) => {
    sourceFeatures(view, cue, choice, features);
    return features.take();
  });
  examples.push({ own, over: null, gold });
  return choices[gold] as SourceChoice;
}

function addContent(
  view: View,
  { cue, pieces }: GoldReading,
  source: SourceChoice,
  features: Collector,
  examples: Choice[],
): void {
  const to = beforeEnd(view, cue, source);
  const front = pieces.filter((p) => p.from < Math.min(to, cue));
  const behind = pieces.filter((p) => p.to > cue + 1 && p.from >= cue);
  const held = front.length > 0;
  const fronts = beforeStarts(view, to);
  const opening = held ? front[0]!.from : 0;
  const size = to - opening;
  const chosen = held ? nearest(fronts, opening, size * TOLERANCE) + 1 : 0;
  if (!held || (chosen > 0 && Math.abs(front.at(-1)!.to - to) <= 2 + size * TOLERANCE)) {
    const own = [NONE];
    const over = [NONE];
    for (const start of fronts) {
      beforeShared(view, cue, source, to, features);
      beforeFeatures(view, cue, source, start, to, features);
      own.push(features.take());
      beforeOver(view, start, to, source, features);
      over.push(features.take());
    }
    examples.push({ own, over, gold: chosen });
  }
  const starts = afterStarts(view, cue, source, held && chosen > 0 ? { from: fronts[chosen - 1]!, to } : null);
  const length = behind.length > 0 ? behind.at(-1)!.to - behind[0]!.from : 0;
  const begin = behind.length > 0 ? nearest(starts, behind[0]!.from, length > 6 ? 1 : 0) + 1 : 0;
  if (behind.length > 0 && begin === 0) return;
  const own = [NONE];
  const over = [NONE];
  for (const start of starts) {
    startShared(view, cue, source, held, starts[0]!, features);
    startFeatures(view, cue, source, starts[0]!, start, features);
    startHeld(view, cue, held, start, features);
    own.push(features.take());
    startOver(view, cue, start, features);
    over.push(features.take());
  }
  examples.push({ own, over, gold: begin });
  if (begin > 0) addEnd(view, cue, source, held, starts[begin - 1]!, behind.at(-1)!.to, features, examples);
}

function addEnd(
  view: View,
  cue: number,
  { how }: SourceChoice,
  held: boolean,
  from: number,
  to: number,
  features: Collector,
  examples: Choice[],
): void {
  const opening = openingAt(view, from);
  const ends = endsOf(view, cue, from);
  const gold = nearest(ends, to, (to - from) * TOLERANCE);
  if (gold < 0) return;
  const own: Int32Array<ArrayBuffer>[] = [];
  const over: Int32Array<ArrayBuffer>[] = [];
  for (const end of ends) {
    endFeatures(view, cue, opening, end, features);
    endHeld(view, how, held, end, features);
    own.push(features.take());
    endOver(view, cue, opening, end, features);
    over.push(features.take());
  }
  examples.push({ own, over, gold });
}

/** Index of the number nearest to `wanted`, or -1 when none is within `reach`. */
function nearest(numbers: readonly number[], wanted: number, reach: number): number {
  let best = -1;
  let least = Math.floor(reach);
  numbers.forEach((n, k) => {
    const distance = Math.abs(n - wanted);
    if (distance > least || (best >= 0 && distance === least)) return;
    least = distance;
    best = k;
  });
  return best;
}
