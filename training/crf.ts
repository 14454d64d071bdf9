import { LABEL_COUNT, mayFollow } from '../src/core/extract/names/labels.ts';

const L = LABEL_COUNT;

/** A sequence ready for training: feature numbers of token t stand at `offsets[t] .. offsets[t + 1]`. */
export interface Sequence {
  readonly features: Int32Array;
  readonly offsets: Int32Array;
  /** Permitted labels per token, as bits. */
  readonly allowed: Int32Array;
  readonly weight: number;
}

export interface CrfOptions {
  readonly featureCount: number;
  readonly rate: number;
  readonly epochs: number;
  /** Where the sums of squared gradients begin: the more, the smaller the first steps of rare features. */
  readonly caution: number;
  /** Share of L2 shrinkage applied to a row whenever it is touched, times the learning rate. */
  readonly shrinkage: number;
  /** Epoch after which weights are averaged. */
  readonly averageFrom: number;
  /** Share of a token's features that is left out at random while learning. */
  readonly dropout: number;
  readonly random: () => number;
  readonly report: (epoch: number, loss: number) => void;
}

export interface CrfWeights {
  readonly weights: Float32Array;
  readonly transitions: Float32Array;
}

/**
 * A linear-chain conditional random field (Lafferty et al. 2001) trained on partly known labels: the gradient is the
 * expectation under the permitted labels minus the expectation under all (Tsuboi et al. 2008); AdaGrad steps
 * (Duchi et al. 2011), the weights at the ends of the later epochs averaged.
 */
export function trainCrf(sequences: readonly Sequence[], options: CrfOptions): CrfWeights {
  const { featureCount, rate, epochs, shrinkage, averageFrom, dropout, random } = options;
  const weights = new Float32Array(featureCount * L);
  const squares = new Float32Array(featureCount * L).fill(options.caution);
  const transitions = new Float32Array((L + 1) * L);
  const transitionSquares = new Float32Array((L + 1) * L).fill(options.caution);
  const sum = new Float32Array(featureCount * L);
  const transitionSum = new Float32Array((L + 1) * L);
  let averaged = 0;
  const order = sequences.map((_, i) => i);
  for (let epoch = 1; epoch <= epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    let loss = 0;
    for (const s of order) {
      const sequence = thinned(sequences[s]!, dropout, random);
      const n = sequence.allowed.length;
      const scores = scoreTokens(sequence, weights);
      const free = forwardBackward(scores, n, transitions, undefined);
      const fixed = forwardBackward(scores, n, transitions, sequence.allowed);
      loss += free.logZ - fixed.logZ;
      if (!Number.isFinite(free.logZ - fixed.logZ))
        throw new Error(`the labels of sequence ${s} contradict each other`);
      const g = sequence.weight;
      for (let t = 0; t < n; t++) {
        for (let y = 0; y < L; y++) {
          const gradient = g * (fixed.unary[t * L + y]! - free.unary[t * L + y]!);
          if (Math.abs(gradient) < 1e-3) continue;
          for (let k = sequence.offsets[t]!; k < sequence.offsets[t + 1]!; k++) {
            const at = sequence.features[k]! * L + y;
            const w = weights[at]!;
            const step = gradient - shrinkage * w;
            squares[at]! += step * step;
            weights[at] = w + (rate * step) / Math.sqrt(squares[at]!);
          }
        }
      }
      for (let k = 0; k < (L + 1) * L; k++) {
        const gradient = g * (fixed.pairs[k]! - free.pairs[k]!);
        if (Math.abs(gradient) < 1e-4) continue;
        transitionSquares[k]! += gradient * gradient;
        transitions[k]! += (rate * gradient) / Math.sqrt(transitionSquares[k]!);
      }
    }
    if (epoch >= averageFrom) {
      averaged++;
      for (let i = 0; i < sum.length; i++) sum[i]! += weights[i]!;
      for (let i = 0; i < transitionSum.length; i++) transitionSum[i]! += transitions[i]!;
    }
    options.report(epoch, loss);
  }
  return {
    weights: sum.map((w) => (w * (1 - dropout)) / averaged),
    transitions: transitionSum.map((w) => w / averaged),
  };
}

/** The sequence without a random share of its features; what is left counts as before. */
function thinned(sequence: Sequence, dropout: number, random: () => number): Sequence {
  if (dropout === 0) return sequence;
  const features = new Int32Array(sequence.features.length);
  const offsets = new Int32Array(sequence.offsets.length);
  let n = 0;
  for (let t = 0; t + 1 < sequence.offsets.length; t++) {
    for (let k = sequence.offsets[t]!; k < sequence.offsets[t + 1]!; k++) {
      if (random() >= dropout) features[n++] = sequence.features[k]!;
    }
    offsets[t + 1] = n;
  }
  return { ...sequence, features, offsets };
}

function scoreTokens({ features, offsets, allowed }: Sequence, weights: Float32Array): Float64Array {
  const n = allowed.length;
  const scores = new Float64Array(n * L);
  for (let t = 0; t < n; t++) {
    for (let k = offsets[t]!; k < offsets[t + 1]!; k++) {
      const row = features[k]! * L;
      for (let y = 0; y < L; y++) scores[t * L + y]! += weights[row + y]!;
    }
  }
  return scores;
}

interface Expectations {
  readonly logZ: number;
  readonly unary: Float64Array;
  readonly pairs: Float64Array;
}

const MAY_FOLLOW = Array.from({ length: (L + 1) * L }, (_, k) => mayFollow(Math.floor(k / L) - 1, k % L));

/** Scaled forward-backward (Rabiner 1989). */
function forwardBackward(
  scores: Float64Array,
  n: number,
  transitions: Float32Array,
  allowed: Int32Array | undefined,
): Expectations {
  const steps = Float64Array.from(transitions, (w, k) => (MAY_FOLLOW[k] ? Math.exp(w) : 0));
  const local = new Float64Array(n * L);
  let logZ = 0;
  for (let t = 0; t < n; t++) {
    let top = Number.NEGATIVE_INFINITY;
    const bits = allowed ? allowed[t]! : -1;
    for (let y = 0; y < L; y++) if (bits & (1 << y)) top = Math.max(top, scores[t * L + y]!);
    for (let y = 0; y < L; y++) if (bits & (1 << y)) local[t * L + y] = Math.exp(scores[t * L + y]! - top);
    logZ += top;
  }
  const alpha = new Float64Array(n * L);
  const beta = new Float64Array(n * L);
  const scale = new Float64Array(n);
  for (let t = 0; t < n; t++) {
    let total = 0;
    for (let y = 0; y < L; y++) {
      const own = local[t * L + y]!;
      if (own === 0) continue;
      let into = 0;
      if (t === 0) into = steps[y]!;
      else if (y > 0 && y % 2 === 0) {
        into = alpha[(t - 1) * L + y - 1]! * steps[y * L + y]! + alpha[(t - 1) * L + y]! * steps[(y + 1) * L + y]!;
      } else for (let x = 0; x < L; x++) into += alpha[(t - 1) * L + x]! * steps[(x + 1) * L + y]!;
      alpha[t * L + y] = into * own;
      total += into * own;
    }
    scale[t] = total;
    for (let y = 0; y < L; y++) alpha[t * L + y]! /= scale[t]!;
    logZ += Math.log(scale[t]!);
  }
  const unary = new Float64Array(n * L);
  const pairs = new Float64Array((L + 1) * L);
  for (let y = 0; y < L; y++) beta[(n - 1) * L + y] = 1;
  const weighted = new Float64Array(L);
  for (let t = n - 1; t >= 0; t--) {
    for (let y = 0; y < L; y++) unary[t * L + y] = alpha[t * L + y]! * beta[t * L + y]!;
    for (let y = 0; y < L; y++) weighted[y] = (local[t * L + y]! * beta[t * L + y]!) / scale[t]!;
    if (t === 0) {
      for (let y = 0; y < L; y++) pairs[y] = unary[y]!;
      break;
    }
    for (let x = 0; x < L; x++) {
      const a = alpha[(t - 1) * L + x]!;
      let back = 0;
      for (let y = 0; y < L; y++) {
        if (weighted[y] === 0) continue;
        const path = steps[(x + 1) * L + y]! * weighted[y]!;
        back += path;
        pairs[(x + 1) * L + y]! += a * path;
      }
      beta[(t - 1) * L + x] = back;
    }
  }
  return { logZ, unary, pairs };
}
