import { mix } from '../src/core/lexicon/hash.ts';
import { mulberry32 } from './kMeans.ts';

/** One choice among several: the features of each, those of running over each, and which is right. */
export interface Choice {
  readonly own: readonly Int32Array[];
  /** The score of each also counts these features of all before it; null where the order says nothing. */
  readonly over: readonly Int32Array[] | null;
  readonly gold: number;
}

export interface Weighted extends Choice {
  readonly weight: number;
  /** Not 0: features also have a copy under this number, which is not kept (Daumé III 2007). */
  readonly copy: number;
}

export interface ChoiceOptions {
  readonly epochs: number;
  readonly rate: number;
  readonly shrinkage: number;
  /** Where the sums of squared gradients begin. */
  readonly caution: number;
  readonly dropout: number;
  readonly minCount: number;
  readonly seed: number;
}

/**
 * Log-linear choices over hashed features: softmax likelihood, AdaGrad steps (Duchi et al. 2011), the weights at the
 * ends of the later epochs averaged. Writes into `result`, whose length is a power of two; slots without a feature keep
 * what they hold.
 */
export function trainChoices(choices: readonly Weighted[], options: ChoiceOptions, result: Float32Array): void {
  const { epochs, rate, shrinkage, caution, dropout, minCount } = options;
  const size = result.length;
  const mask = size - 1;
  const weights = new Float32Array(size * 2);
  const squares = new Float32Array(size * 2).fill(caution);
  const sums = new Float32Array(size);
  const counts = new Uint32Array(size);
  for (const { own, over } of choices)
    for (const list of [...own, ...(over ?? [])]) for (const f of list) counts[f & mask]!++;
  const frequent = (list: Int32Array): Int32Array => list.filter((f) => counts[f & mask]! >= minCount);
  const data = choices.map((c) => ({ ...c, own: c.own.map(frequent), over: c.over?.map(frequent) ?? null }));
  const random = mulberry32(options.seed);
  const limit = Math.floor(dropout * 0xffffffff);
  let salt = 0;
  const dropped = (f: number): boolean => Math.imul(f ^ salt, 0x9e3779b1) >>> 0 < limit;
  const score = (list: Int32Array, copy: number): number => {
    let sum = 0;
    for (const f of list) {
      if (dropped(f)) continue;
      sum += weights[f & mask]!;
      if (copy) sum += weights[size + (mix(f, copy) & mask)]!;
    }
    return sum;
  };
  const step = (at: number, gradient: number): void => {
    const change = gradient - shrinkage * weights[at]!;
    squares[at]! += change * change;
    weights[at]! += (rate * change) / Math.sqrt(squares[at]!);
  };
  const learn = (list: Int32Array, copy: number, gradient: number): void => {
    for (const f of list) {
      if (dropped(f)) continue;
      step(f & mask, gradient);
      if (copy) step(size + (mix(f, copy) & mask), gradient);
    }
  };
  const order = data.map((_, i) => i);
  const averageFrom = Math.ceil(epochs / 2);
  for (let epoch = 1; epoch <= epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    for (const n of order) {
      const { own, over, gold, weight, copy } = data[n]!;
      salt = Math.floor(random() * 0xffffffff) | 0;
      const shares = new Float64Array(own.length);
      let passed = 0;
      let most = Number.NEGATIVE_INFINITY;
      for (let k = 0; k < own.length; k++) {
        shares[k] = score(own[k]!, copy) + passed;
        if (over) passed += score(over[k]!, copy);
        most = Math.max(most, shares[k]!);
      }
      let total = 0;
      for (let k = 0; k < own.length; k++) {
        shares[k] = Math.exp(shares[k]! - most);
        total += shares[k]!;
      }
      let behind = 0;
      for (let k = own.length - 1; k >= 0; k--) {
        const gradient = weight * ((k === gold ? 1 : 0) - shares[k]! / total);
        if (over && Math.abs(behind) > 1e-3) learn(over[k]!, copy, behind);
        if (Math.abs(gradient) > 1e-3) learn(own[k]!, copy, gradient);
        behind += gradient;
      }
    }
    if (epoch >= averageFrom) for (let k = 0; k < size; k++) sums[k]! += weights[k]!;
  }
  const averaged = epochs - averageFrom + 1;
  for (let k = 0; k < size; k++) if (sums[k] !== 0) result[k] = (sums[k]! / averaged) * (1 - dropout);
}
