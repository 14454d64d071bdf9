import { beginLabel, LABEL_COUNT, TAGGED_TYPES, type TaggedType } from '../src/core/extract/names/labels.ts';
import { WORD_FLAGS } from '../src/core/lexicon/wordFlags.ts';
import { LEANING_BITS, LEANING_COUNT } from '../src/core/lexicon/wordLexicon.ts';
import type { TrainingDocument } from './corpora.ts';
import type { Gazetteer } from './gazetteers.ts';
import { mulberry32 } from './kMeans.ts';
import { DIMENSIONS, readWordVectors } from './wordVectors.ts';

/** Kinds of use: no name, first word of a person, its further words, organisation, location, group, any other name. */
const KINDS: readonly TaggedType[][] = [
  [],
  ['person'],
  [],
  ['organization'],
  ['location'],
  ['group'],
  ['event', 'work', 'product'],
];
const HIDDEN = 48;
const FOLDS = 3;
const ROUNDS = 10;
const RATE = 0.05;
/** Shares from which on a word leans to a kind by one, two, three degrees. */
const DEGREES = [0.06, 0.22, 0.55];
const LISTED_COUNT = 3;

/**
 * What kinds of name words are used for, told from their vectors by a small network that learns from the names of the
 * training texts and from lists of organisations. Every word is judged by a network that has not seen it.
 * @param count how many words, from the most frequent.
 * @returns degrees of leaning by word, packed as the lexicon keeps them.
 */
export function learnLeanings(
  documents: readonly TrainingDocument[],
  { words: listed }: Gazetteer,
  count = 200_000,
): Map<string, number> {
  const { words, points } = readWordVectors(count);
  const uses = countUses(documents);
  for (const [word, flags] of listed) {
    if ((flags & (WORD_FLAGS.organization | WORD_FLAGS.brand)) === 0 || flags & WORD_FLAGS.dictionary) continue;
    const row = uses.get(word) ?? new Float64Array(LEANING_COUNT);
    row[3]! += LISTED_COUNT;
    uses.set(word, row);
  }
  const samples = words.flatMap((word, i) => (uses.has(word) ? [{ i, row: uses.get(word)! }] : []));
  const networks = Array.from({ length: FOLDS }, (_, fold) =>
    trainNetwork(
      samples.filter(({ i }) => i % FOLDS !== fold),
      points,
      fold,
    ),
  );
  const leanings = new Map<string, number>();
  const hidden = new Float64Array(HIDDEN);
  const shares = new Float64Array(LEANING_COUNT);
  words.forEach((word, i) => {
    run(networks[i % FOLDS]!, points, i, hidden, shares);
    let packed = 0;
    shares.forEach((share, kind) => {
      packed |= DEGREES.filter((degree) => share >= degree).length << (kind * LEANING_BITS);
    });
    leanings.set(word, packed);
  });
  return leanings;
}

/** How often each lower-case word stands in each kind of use, where the annotation is sure. */
function countUses(documents: readonly TrainingDocument[]): Map<string, Float64Array> {
  const kindOf = new Array<number>(LABEL_COUNT).fill(0);
  for (const type of TAGGED_TYPES) {
    const kind = KINDS.findIndex((types) => types.includes(type));
    kindOf[beginLabel(type)] = kind;
    kindOf[beginLabel(type) + 1] = type === 'person' ? kind + 1 : kind;
  }
  const uses = new Map<string, Float64Array>();
  for (const { lines } of documents) {
    for (const { tokens, allowed } of lines) {
      tokens.forEach(({ text }, i) => {
        const kinds = new Set<number>();
        for (let y = 0; y < LABEL_COUNT; y++) if (allowed[i]! & (1 << y)) kinds.add(kindOf[y]!);
        if (kinds.size > 2 || (kinds.size === 2 && !(kinds.has(6) && kinds.has(5)))) return;
        const key = text.toLowerCase();
        const row = uses.get(key) ?? new Float64Array(LEANING_COUNT);
        row[kinds.has(6) ? 6 : [...kinds][0]!]! += 1;
        uses.set(key, row);
      });
    }
  }
  return uses;
}

interface Network {
  /** Hidden units, one after the other: weights, then the bias. */
  readonly inner: Float64Array;
  readonly outer: Float64Array;
}

function trainNetwork(
  samples: readonly { readonly i: number; readonly row: Float64Array }[],
  points: Float32Array,
  seed: number,
): Network {
  const random = mulberry32(101 + seed);
  const start = (_: unknown): number => (random() - 0.5) * 0.5;
  const inner = Float64Array.from({ length: HIDDEN * (DIMENSIONS + 1) }, start);
  const outer = Float64Array.from({ length: LEANING_COUNT * (HIDDEN + 1) }, start);
  const hidden = new Float64Array(HIDDEN);
  const shares = new Float64Array(LEANING_COUNT);
  const back = new Float64Array(HIDDEN);
  const order = samples.map((_, s) => s);
  for (let round = 0; round < ROUNDS; round++) {
    const rate = RATE * (1 - round / ROUNDS);
    for (let s = order.length - 1; s > 0; s--) {
      const other = Math.floor(random() * (s + 1));
      [order[s], order[other]] = [order[other]!, order[s]!];
    }
    for (const s of order) {
      const { i, row } = samples[s]!;
      run({ inner, outer }, points, i, hidden, shares);
      const total = row.reduce((sum, n) => sum + n, 0);
      const weight = rate * Math.min(2, Math.sqrt(total) / 2);
      back.fill(0);
      for (let c = 0; c < LEANING_COUNT; c++) {
        const gradient = weight * (row[c]! / total - shares[c]!);
        const base = c * (HIDDEN + 1);
        for (let h = 0; h < HIDDEN; h++) {
          back[h]! += gradient * outer[base + h]!;
          outer[base + h]! += gradient * hidden[h]!;
        }
        outer[base + HIDDEN]! += gradient;
      }
      for (let h = 0; h < HIDDEN; h++) {
        const gradient = back[h]! * (1 - hidden[h]! * hidden[h]!);
        const base = h * (DIMENSIONS + 1);
        for (let d = 0; d < DIMENSIONS; d++) inner[base + d]! += gradient * SPREAD * points[i * DIMENSIONS + d]!;
        inner[base + DIMENSIONS]! += gradient;
      }
    }
  }
  return { inner, outer };
}

/** Unit vectors have small coordinates; stretched, their differences count. */
const SPREAD = 4;

function run(
  { inner, outer }: Network,
  points: Float32Array,
  i: number,
  hidden: Float64Array,
  shares: Float64Array,
): void {
  for (let h = 0; h < HIDDEN; h++) {
    const base = h * (DIMENSIONS + 1);
    let sum = inner[base + DIMENSIONS]!;
    for (let d = 0; d < DIMENSIONS; d++) sum += SPREAD * inner[base + d]! * points[i * DIMENSIONS + d]!;
    hidden[h] = Math.tanh(sum);
  }
  let total = 0;
  for (let c = 0; c < LEANING_COUNT; c++) {
    const base = c * (HIDDEN + 1);
    let sum = outer[base + HIDDEN]!;
    for (let h = 0; h < HIDDEN; h++) sum += outer[base + h]! * hidden[h]!;
    shares[c] = Math.exp(sum);
    total += shares[c]!;
  }
  for (let c = 0; c < LEANING_COUNT; c++) shares[c]! /= total;
}
