import { LABEL_COUNT, mayFollow } from './labels.ts';

const L = LABEL_COUNT;
const IMPOSSIBLE = -1e9;
const FIRST_LENGTH = 64;

/** Viterbi decoding of a linear chain; keeps its working memory from one sequence to the next. */
export class Decoder {
  /** Label of each token after {@link run}. */
  labels = new Uint8Array(FIRST_LENGTH);
  /** How far each token's label beats the next best, locally, after {@link run}. */
  margins = new Float32Array(FIRST_LENGTH);
  #best = new Float32Array(FIRST_LENGTH * L);
  #from = new Uint8Array(FIRST_LENGTH * L);
  readonly #transitions: Float32Array;

  /** @param transitions see {@link NameModel.transitions}. */
  constructor(transitions: Float32Array) {
    this.#transitions = transitions;
  }

  /** @param scores `length * LABEL_COUNT` label scores, token by token; there may be more behind them. */
  run(scores: Float32Array, length: number): void {
    if (length > this.labels.length) this.#grow(length);
    this.#forward(scores, length);
    const best = this.#best;
    const base = (length - 1) * L;
    let label = 0;
    for (let y = 1; y < L; y++) if ((best[base + y] as number) > (best[base + label] as number)) label = y;
    for (let t = length - 1; t >= 0; t--) {
      this.labels[t] = label;
      this.margins[t] = marginOf(scores, t * L, label);
      label = this.#from[t * L + label] as number;
    }
  }

  #grow(length: number): void {
    this.labels = new Uint8Array(length);
    this.margins = new Float32Array(length);
    this.#best = new Float32Array(length * L);
    this.#from = new Uint8Array(length * L);
  }

  #forward(scores: Float32Array, length: number): void {
    const best = this.#best;
    const from = this.#from;
    const transitions = this.#transitions;
    for (let y = 0; y < L; y++) {
      best[y] = mayFollow(-1, y) ? (scores[y] as number) + (transitions[y] as number) : IMPOSSIBLE;
    }
    for (let t = 1; t < length; t++) {
      const before = (t - 1) * L;
      const now = t * L;
      for (let y = 0; y < L; y++) {
        const inside = y > 0 && y % 2 === 0;
        const end = inside ? y + 1 : L;
        let top = Number.NEGATIVE_INFINITY;
        let topFrom = 0;
        for (let x = inside ? y - 1 : 0; x < end; x++) {
          const score = (best[before + x] as number) + (transitions[(x + 1) * L + y] as number);
          if (score > top) {
            top = score;
            topFrom = x;
          }
        }
        best[now + y] = top + (scores[now + y] as number);
        from[now + y] = topFrom;
      }
    }
  }
}

function marginOf(scores: Float32Array, at: number, label: number): number {
  let rival = Number.NEGATIVE_INFINITY;
  for (let y = 0; y < L; y++) if (y !== label && (scores[at + y] as number) > rival) rival = scores[at + y] as number;
  return (scores[at + label] as number) - rival;
}
