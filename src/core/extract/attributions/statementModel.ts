import { readModelFile } from '../../lexicon/modelFile.ts';
import type { WordLexicon } from '../../lexicon/wordLexicon.ts';
import { wordFeatures } from './cueFeatures.ts';
import { CUE_VERBS } from './cueVerbs.ts';
import type { Sink } from './sink.ts';
import { type Form, feature } from './wordForms.ts';

export const STATEMENT_MODEL_KIND = 'statements';
export const STATEMENT_MODEL_VERSION = 1;
/** Added to the tags of a word's features where they are judged by themselves. */
export const PRIOR_BASE = 600;

/** Log-linear weights under hashed features; features that share a slot share its weight. */
export class StatementModel implements Sink {
  readonly #weights: Float32Array;
  readonly #mask: number;
  #sum = 0;

  /** @param weights as many as a power of two. */
  constructor(weights: Float32Array) {
    this.#weights = weights;
    this.#mask = weights.length - 1;
  }

  /** @throws Error when `file` is no statements model of this version. */
  static read(file: Uint8Array): StatementModel {
    const { table } = readModelFile(file, STATEMENT_MODEL_KIND, STATEMENT_MODEL_VERSION);
    const scale = table<Float32Array>('scale')[0] as number;
    return new StatementModel(Float32Array.from(table<Int8Array>('weights'), (w) => w * scale));
  }

  add(tag: number, a: number, b = 0, c = 0): void {
    this.#sum += this.#weights[feature(tag, a, b, c) & this.#mask] as number;
  }

  /** The sum of the weights added since the last call. */
  take(): number {
    const sum = this.#sum;
    this.#sum = 0;
    return sum;
  }

  /** How likely a form is a cue wherever it stands, as a logit. */
  prior(form: Form): number {
    if (Number.isNaN(form.prior)) {
      wordFeatures(form, this, PRIOR_BASE);
      form.prior = this.take();
    }
    return form.prior;
  }
}

/** A number that changes with the word classes of a lexicon: a model is good for the lexicon that it was trained with. */
export function lexiconPrint(lexicon: WordLexicon): number {
  let print = 0;
  for (const word of CUE_VERBS.keys()) print = feature(print, lexicon.word(word).wordClass);
  return print;
}
