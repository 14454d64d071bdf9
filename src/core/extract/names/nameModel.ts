import { HashIndex } from '../../lexicon/hashIndex.ts';
import { readModelFile } from '../../lexicon/modelFile.ts';
import { WordLexicon } from '../../lexicon/wordLexicon.ts';
import { LABEL_COUNT } from './labels.ts';

export const NAME_MODEL_KIND = 'names';
export const NAME_MODEL_VERSION = 1;

/** Steps of a feature's scale: the row's weights are 8-bit numbers times 2^((scale - 128) / 8). */
export function rowScale(scale: number): number {
  return 2 ** ((scale - 128) / 8);
}

/** A trained tagger: its lexicon, transition scores and a row of weights per feature. */
export class NameModel {
  readonly lexicon: WordLexicon;
  /** Score of label b after label a at `(a + 1) * LABEL_COUNT + b`; row 0 is the start. */
  readonly transitions: Float32Array;
  readonly #index: HashIndex;
  readonly #weights: Int8Array;
  readonly #scales: Uint8Array;
  readonly #steps: Float64Array;

  /** @throws Error when `file` is no names model of this version. */
  constructor(file: Uint8Array) {
    const { table } = readModelFile(file, NAME_MODEL_KIND, NAME_MODEL_VERSION);
    this.lexicon = new WordLexicon({
      wordKeys: table('wordKeys'),
      wordClasses: table('wordClasses'),
      wordFlags: table('wordFlags'),
      groups: table('groups'),
      phraseKeys: table('phraseKeys'),
      phraseFlags: table('phraseFlags'),
    });
    this.transitions = table('transitions');
    this.#index = new HashIndex(table('featureKeys'));
    this.#weights = table('weights');
    this.#scales = table('scales');
    this.#steps = Float64Array.from({ length: 256 }, (_, scale) => rowScale(scale));
  }

  /** Adds the weights of one feature to `scores` (one per label); unknown features add nothing. */
  addScores(feature: number, scores: Float64Array | Float32Array, at = 0): void {
    const row = this.#index.find(feature);
    if (row < 0) return;
    const scale = this.#steps[this.#scales[row] as number] as number;
    for (let y = 0, from = row * LABEL_COUNT; y < LABEL_COUNT; y++, from++) {
      scores[at + y] = (scores[at + y] as number) + scale * (this.#weights[from] as number);
    }
  }
}
