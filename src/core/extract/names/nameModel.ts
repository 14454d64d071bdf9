import { readModelFile } from '../../lexicon/modelFile.ts';
import { WordLexicon } from '../../lexicon/wordLexicon.ts';
import { type FeatureBuffer, MOST_FEATURES } from './featureBuffer.ts';
import { LABEL_COUNT } from './labels.ts';

export const NAME_MODEL_KIND = 'names';
export const NAME_MODEL_VERSION = 2;

/** Steps of a feature's scale: the row's weights are 8-bit numbers times 2^((scale - 128) / 8). */
export function rowScale(scale: number): number {
  return 2 ** ((scale - 128) / 8);
}

/** A slot of the table of features in 32-bit words: the key, then in bytes the weights and, last, the scale. */
const SLOT = 5;
const KEY_BYTES = 4;
const SCALE = KEY_BYTES + LABEL_COUNT;

/** A trained tagger: its lexicon, transition scores and a row of weights per feature. */
export class NameModel {
  readonly lexicon: WordLexicon;
  /** Score of label b after label a at `(a + 1) * LABEL_COUNT + b`; row 0 is the start. */
  readonly transitions: Float32Array;
  /** An open-addressing table of the features; a key of 0 is that of an empty slot. */
  readonly #slots: Uint32Array;
  /** The same as bytes. */
  readonly #bytes: Int8Array;
  /** What a scale stands for, by its signed 8 bits plus 128. */
  readonly #steps: Float32Array;
  /** Working memory: where the rows of the features at hand begin, and their scales. */
  readonly #from = new Int32Array(MOST_FEATURES);
  readonly #scales = new Float32Array(MOST_FEATURES);
  readonly #mask: number;

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
    this.#steps = Float32Array.from({ length: 256 }, (_, at) => rowScale((at - 128) & 255));
    let size = 16;
    while (size < keys.length * 1.4) size *= 2;
    this.#mask = size - 1;
    this.#slots = new Uint32Array(size * SLOT);
    this.#bytes = new Int8Array(this.#slots.buffer);
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] as number;
      let slot = key & this.#mask;
      while (this.#slots[slot * SLOT] !== 0) slot = (slot + 1) & this.#mask;
      this.#slots[slot * SLOT] = key;
      const row = slot * SLOT * 4;
      for (let y = 0; y < LABEL_COUNT; y++) this.#bytes[row + KEY_BYTES + y] = weights[i * LABEL_COUNT + y] as number;
      this.#bytes[row + SCALE] = scales[i] as number;
    }
  }

  /**
   * Adds the weights of features to the scores (one per label) that begin at `at`, in order; unknown features add
   * nothing. Label by label, so that a sum stays in a register.
   */
  addScores(buffer: FeatureBuffer, scores: Float32Array, at: number): void {
    const count = this.#find(buffer);
    const bytes = this.#bytes;
    const from = this.#from;
    const scales = this.#scales;
    for (let y = 0; y < LABEL_COUNT; y++) {
      let sum = scores[at + y] as number;
      for (let k = 0; k < count; k++) {
        sum += (scales[k] as number) * (bytes[(from[k] as number) + y] as number);
      }
      scores[at + y] = sum;
    }
  }

  /** Notes where the rows of the known features begin, and their scales. */
  #find({ features, count }: FeatureBuffer): number {
    const slots = this.#slots;
    const mask = this.#mask;
    let found = 0;
    for (let f = 0; f < count; f++) {
      const feature = features[f] as number;
      let slot = feature & mask;
      let key = slots[slot * SLOT] as number;
      while (key !== feature && key !== 0) {
        slot = (slot + 1) & mask;
        key = slots[slot * SLOT] as number;
      }
      if (key === 0) continue;
      const row = slot * SLOT * 4;
      this.#from[found] = row + KEY_BYTES;
      this.#scales[found++] = this.#steps[(this.#bytes[row + SCALE] as number) + 128] as number;
    }
    return found;
  }
}
