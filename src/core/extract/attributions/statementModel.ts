import { readModelFile } from '../../lexicon/modelFile.ts';
import type { WordLexicon } from '../../lexicon/wordLexicon.ts';
import { wordFeatures } from './cueFeatures.ts';
import { CUE_VERBS } from './cueVerbs.ts';
import type { Sink } from './sink.ts';
import { type Form, feature } from './wordForms.ts';

export const STATEMENT_MODEL_KIND = 'statements';
export const STATEMENT_MODEL_VERSION = 1;
/** Log-linear weights under hashed features, a power of two of them; features that share a slot share its weight. */
export interface StatementWeights {
  /** How likely each word form is a cue wherever it stands. */
  readonly forms: Float32Array | Int8Array;
  /** The choices in the text. */
  readonly choices: Float32Array | Int8Array;
}

/** Sums the weights of the features given to it. */
export class WeightSum implements Sink {
  /** What a sum is multiplied by to make a logit. */
  readonly scale: number;
  readonly #weights: Float32Array | Int8Array;
  readonly #mask: number;
  #sum = 0;

  constructor(weights: Float32Array | Int8Array, scale: number) {
    this.#weights = weights;
    this.scale = scale;
    this.#mask = weights.length - 1;
  }

  add(tag: number, a: number, b = 0, c = 0): void {
    this.#sum += this.#weights[feature(tag, a, b, c) & this.#mask] as number;
  }

  /** The sum of the weights added since the last call, whole for stored weights. */
  take(): number {
    const sum = this.#sum;
    this.#sum = 0;
    return sum;
  }
}

/** The weights that readings rest on. */
export class StatementModel {
  readonly choices: WeightSum;
  readonly #forms: WeightSum;

  /** @param scales what the weights of each table are multiplied by. */
  constructor({ forms, choices }: StatementWeights, scales: Readonly<Record<keyof StatementWeights, number>>) {
    this.#forms = new WeightSum(forms, scales.forms);
    this.choices = new WeightSum(choices, scales.choices);
  }

  /** @throws Error when `file` is no statements model of this version. */
  static read(file: Uint8Array): StatementModel {
    const { table } = readModelFile(file, STATEMENT_MODEL_KIND, STATEMENT_MODEL_VERSION);
    const [forms, choices] = table<Float32Array>('scales') as unknown as [number, number];
    return new StatementModel({ forms: table('forms'), choices: table('choices') }, { forms, choices });
  }

  /** How likely a form is a cue wherever it stands, as a logit. */
  prior(form: Form): number {
    if (Number.isNaN(form.prior)) {
      wordFeatures(form, this.#forms);
      form.prior = this.#forms.take() * this.#forms.scale;
    }
    return form.prior;
  }

  /** What a form by itself adds to the sum of weights of its being a cue at some place. */
  cueBase(form: Form): number {
    if (Number.isNaN(form.cueBase)) {
      wordFeatures(form, this.choices);
      form.cueBase = this.choices.take();
    }
    return form.cueBase;
  }
}

/** A number that changes with the word classes of a lexicon: a model is good for the lexicon that it was trained with. */
export function lexiconPrint(lexicon: WordLexicon): number {
  let print = 0;
  for (const word of CUE_VERBS.keys()) print = feature(print, lexicon.word(word).wordClass);
  return print >>> 0;
}
