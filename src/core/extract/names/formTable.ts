import { LABEL_COUNT } from './labels.ts';
import type { NameModel } from './nameModel.ts';
import { featureCountAt, OFFSETS, shifted } from './sequenceFeatures.ts';
import { describeWord, type WordForm } from './wordFeatures.ts';

/** Remembers word forms and the label scores that depend on them alone, for up to `limit` forms. */
export class FormTable {
  readonly #model: NameModel;
  readonly #limit: number;
  #entries = new Map<string, WordForm>();

  constructor(model: NameModel, limit = 30_000) {
    this.#model = model;
    this.#limit = limit;
  }

  /** Makes room: to be called between documents. */
  refresh(): void {
    if (this.#entries.size >= this.#limit) this.#entries = new Map();
  }

  /** Equal words give the same object until the table is full. */
  readonly form = (text: string): WordForm => {
    const known = this.#entries.get(text);
    if (known) return known;
    const entry = describeWord(text, this.#model.lexicon);
    if (this.#entries.size < this.#limit) {
      this.#entries.set(text, entry);
      entry.scores = NOT_YET;
    }
    return entry;
  };

  /** Adds the scores that a form of this table gives to a token at the distance `OFFSETS[o]`. */
  addScores(form: WordForm, o: number, scores: Float32Array, at: number): void {
    if (!form.scores) {
      this.#compute(form, o, scores, at);
      return;
    }
    if (form.scores === NOT_YET) {
      form.scores = new Float32Array(OFFSETS.length * LABEL_COUNT);
      for (let k = 0; k < OFFSETS.length; k++) this.#compute(form, k, form.scores, k * LABEL_COUNT);
    }
    const sums = form.scores;
    for (let y = 0, from = o * LABEL_COUNT; y < LABEL_COUNT; y++, from++) {
      scores[at + y] = (scores[at + y] as number) + (sums[from] as number);
    }
  }

  #compute(form: WordForm, o: number, scores: Float32Array, at: number): void {
    const offset = OFFSETS[o] as number;
    const count = featureCountAt(form, offset);
    for (let f = 0; f < count; f++) this.#model.addScores(shifted(form.features[f] as number, offset), scores, at);
  }
}

/** Marks the forms of the table whose scores were not asked for yet; the others are worked out anew every time. */
const NOT_YET = new Float32Array(0);
