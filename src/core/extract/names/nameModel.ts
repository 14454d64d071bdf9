import { readModelFile } from '../../lexicon/modelFile.ts';
import { WordLexicon } from '../../lexicon/wordLexicon.ts';
import { LABEL_COUNT } from './labels.ts';

export const NAME_MODEL_KIND = 'names';
export const NAME_MODEL_VERSION = 2;

/** Steps of a feature's scale: the row's weights are 8-bit numbers times 2^((scale - 128) / 8). */
export function rowScale(scale: number): number {
  return 2 ** ((scale - 128) / 8);
}

/** Bytes of a row, so that it begins at a multiple of 16 and seldom lies in two cache lines. */
const ROW = 16;
const KNOWN_SHIFT = 11;

/** A trained tagger: its lexicon, transition scores and a row of weights per feature. */
export class NameModel {
  readonly lexicon: WordLexicon;
  /** Score of label b after label a at `(a + 1) * LABEL_COUNT + b`; row 0 is the start. */
  readonly transitions: Float32Array;
  /** An open-addressing table of the features: key (0: empty), scale and row stand at the same slot. */
  readonly #keys: Uint32Array;
  readonly #scales: Float32Array;
  readonly #rows: Int8Array;
  readonly #mask: number;
  /** A bit for each value of the upper bits of a key that occurs: most features are unknown, and this small table says so. */
  readonly #known: Uint32Array;

  /** @throws Error when `file` is no names model of this version. */
  constructor(file: Uint8Array) {
    const { table } = readModelFile(file, NAME_MODEL_KIND, NAME_MODEL_VERSION);
    this.lexicon = new WordLexicon({
      wordKeys: table('wordKeys'),
      wordClasses: table('wordClasses'),
      wordFlags: table('wordFlags'),
      wordLeanings: table('wordLeanings'),
      families: table('families'),
      groups: table('groups'),
      phraseKeys: table('phraseKeys'),
      phraseFlags: table('phraseFlags'),
    });
    this.transitions = table('transitions');
    const keys = table<Uint32Array>('featureKeys');
    const weights = table<Int8Array>('weights');
    const scales = table<Uint8Array>('scales');
    const steps = Float32Array.from({ length: 256 }, (_, scale) => rowScale(scale));
    let size = 16;
    while (size < keys.length * 2) size *= 2;
    this.#mask = size - 1;
    this.#keys = new Uint32Array(size);
    this.#scales = new Float32Array(size);
    this.#rows = new Int8Array(size * ROW);
    this.#known = new Uint32Array(1 << (32 - KNOWN_SHIFT - 5));
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] as number;
      const prefix = key >>> KNOWN_SHIFT;
      this.#known[prefix >>> 5] = (this.#known[prefix >>> 5] as number) | (1 << (prefix & 31));
      let slot = key & this.#mask;
      while (this.#keys[slot] !== 0) slot = (slot + 1) & this.#mask;
      this.#keys[slot] = key;
      this.#scales[slot] = steps[scales[i] as number] as number;
      for (let y = 0; y < LABEL_COUNT; y++) this.#rows[slot * ROW + y] = weights[i * LABEL_COUNT + y] as number;
    }
  }

  /** Adds the weights of one feature to the scores (one per label) that begin at `at`; unknown features add nothing. */
  addScores(feature: number, scores: Float32Array, at: number): void {
    const prefix = feature >>> KNOWN_SHIFT;
    if (((this.#known[prefix >>> 5] as number) & (1 << (prefix & 31))) === 0) return;
    const keys = this.#keys;
    const mask = this.#mask;
    let slot = feature & mask;
    for (;;) {
      const key = keys[slot] as number;
      if (key === feature) break;
      if (key === 0) return;
      slot = (slot + 1) & mask;
    }
    const rows = this.#rows;
    const scale = this.#scales[slot] as number;
    for (let y = 0, from = slot * ROW; y < LABEL_COUNT; y++, from++) {
      scores[at + y] = (scores[at + y] as number) + scale * (rows[from] as number);
    }
  }
}
