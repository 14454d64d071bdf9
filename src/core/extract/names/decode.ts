import { LABEL_COUNT, mayFollow } from './labels.ts';

/** The best labels of a sequence, with the margin of each token: how far its label beats the next best, locally. */
export interface Decoded {
  readonly labels: Uint8Array;
  readonly margins: Float64Array;
}

const IMPOSSIBLE = -1e9;

/**
 * Viterbi decoding of a linear chain.
 * @param scores `length * LABEL_COUNT` label scores, token by token.
 * @param transitions see {@link NameModel.transitions}.
 */
export function decode(scores: Float32Array, length: number, transitions: Float32Array): Decoded {
  const L = LABEL_COUNT;
  const best = new Float64Array(length * L);
  const from = new Uint8Array(length * L);
  for (let y = 0; y < L; y++) {
    best[y] = mayFollow(-1, y) ? (scores[y] as number) + (transitions[y] as number) : IMPOSSIBLE;
  }
  for (let t = 1; t < length; t++) {
    for (let y = 0; y < L; y++) {
      let top = Number.NEGATIVE_INFINITY;
      let topFrom = 0;
      if (y > 0 && y % 2 === 0) {
        for (let x = y - 1; x <= y; x++) {
          const score = (best[(t - 1) * L + x] as number) + (transitions[(x + 1) * L + y] as number);
          if (score > top) {
            top = score;
            topFrom = x;
          }
        }
      } else {
        for (let x = 0; x < L; x++) {
          const score = (best[(t - 1) * L + x] as number) + (transitions[(x + 1) * L + y] as number);
          if (score > top) {
            top = score;
            topFrom = x;
          }
        }
      }
      best[t * L + y] = top + (scores[t * L + y] as number);
      from[t * L + y] = topFrom;
    }
  }
  const labels = new Uint8Array(length);
  let label = 0;
  for (let y = 1; y < L; y++) {
    if ((best[(length - 1) * L + y] as number) > (best[(length - 1) * L + label] as number)) label = y;
  }
  for (let t = length - 1; t >= 0; t--) {
    labels[t] = label;
    label = from[t * L + label] as number;
  }
  return { labels, margins: margins(scores, labels) };
}

function margins(scores: Float32Array, labels: Uint8Array): Float64Array {
  const out = new Float64Array(labels.length);
  for (let t = 0; t < labels.length; t++) {
    const own = labels[t] as number;
    let rival = Number.NEGATIVE_INFINITY;
    for (let y = 0; y < LABEL_COUNT; y++) {
      if (y !== own) rival = Math.max(rival, scores[t * LABEL_COUNT + y] as number);
    }
    out[t] = (scores[t * LABEL_COUNT + own] as number) - rival;
  }
  return out;
}
