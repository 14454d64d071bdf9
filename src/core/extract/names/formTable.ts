import { type FeatureBuffer, featureBuffer } from './featureBuffer.ts';
import { LABEL_COUNT } from './labels.ts';
import type { NameModel } from './nameModel.ts';
import { featureCountAt, OFFSETS, shifted } from './sequenceFeatures.ts';
import { describeWord, type WordForm, writeFormFeatures } from './wordFeatures.ts';

/** Label scores of one form: a row for each distance. */
const SCORES = OFFSETS.length * LABEL_COUNT;
/** Forms beyond the table whose scores are kept for the tokens beside them; more than the tokens that see each other. */
const PASSING = 64;
/** The slot 0 is that of no word and stays empty; those of passing forms follow. */
const FIRST_KEPT = 1 + PASSING;
const FIRST_SLOTS = 1024;
/** The slot of a form of the table whose scores were not asked for yet; that of a form beyond it is 0. */
const KEPT = -1;

/**
 * Remembers word forms and the label scores that depend on them alone, for up to `limit` forms. The scores lie in one
 * array, those of further forms behind them in turn.
 */
export class FormTable {
  readonly #model: NameModel;
  readonly #limit: number;
  readonly #own: FeatureBuffer = featureBuffer();
  readonly #shifted: FeatureBuffer = featureBuffer();
  #entries = new Map<string, WordForm>();
  #sums = new Float32Array((FIRST_KEPT + FIRST_SLOTS) * SCORES);
  #next = FIRST_KEPT;
  #passing: (WordForm | undefined)[] = [];
  #turn = 0;

  constructor(model: NameModel, limit = 12_000) {
    this.#model = model;
    this.#limit = limit;
  }

  /** Makes room: to be called between documents. */
  refresh(): void {
    this.#passing = [];
    if (this.#entries.size < this.#limit) return;
    this.#entries = new Map();
    this.#next = FIRST_KEPT;
  }

  /** Equal words give the same object until the table is full. */
  readonly form = (text: string): WordForm => {
    const known = this.#entries.get(text);
    if (known) return known;
    const entry = describeWord(text, this.#model.lexicon);
    if (this.#entries.size < this.#limit) {
      this.#entries.set(text, entry);
      entry.slot = KEPT;
    }
    return entry;
  };

  /**
   * Writes the scores that the forms around token `t` give to it. Each form must come from this table, and the tokens
   * of a line must be asked for in order.
   */
  writeScores(words: readonly WordForm[], t: number, scores: Float32Array, at: number): void {
    const from0 = this.#from(words[t - 2], 0);
    const from1 = this.#from(words[t - 1], 1);
    const from2 = this.#from(words[t], 2);
    const from3 = this.#from(words[t + 1], 3);
    const from4 = this.#from(words[t + 2], 4);
    const sums = this.#sums;
    for (let y = 0; y < LABEL_COUNT; y++) {
      const before = (sums[from0 + y] as number) + (sums[from1 + y] as number);
      const own = before + (sums[from2 + y] as number);
      scores[at + y] = own + (sums[from3 + y] as number) + (sums[from4 + y] as number);
    }
  }

  #from(form: WordForm | undefined, o: number): number {
    return form ? this.#slotOf(form) * SCORES + o * LABEL_COUNT : 0;
  }

  #slotOf(form: WordForm): number {
    const { slot } = form;
    if (slot >= FIRST_KEPT || (slot > 0 && this.#passing[slot] === form)) return slot;
    if (slot === KEPT) form.slot = this.#next++;
    else {
      this.#turn = (this.#turn % PASSING) + 1;
      form.slot = this.#turn;
      this.#passing[this.#turn] = form;
    }
    this.#compute(form, form.slot * SCORES);
    return form.slot;
  }

  #compute(form: WordForm, at: number): void {
    if (at + SCORES > this.#sums.length) {
      const longer = new Float32Array(this.#sums.length * 2);
      longer.set(this.#sums);
      this.#sums = longer;
    }
    const own = this.#own;
    const moved = this.#shifted;
    const core = writeFormFeatures(form, own);
    this.#sums.fill(0, at, at + SCORES);
    for (let o = 0; o < OFFSETS.length; o++) {
      const offset = OFFSETS[o] as number;
      moved.count = featureCountAt(own.count, core, offset);
      for (let f = 0; f < moved.count; f++) moved.features[f] = shifted(own.features[f] as number, offset);
      this.#model.addScores(moved, this.#sums, at + o * LABEL_COUNT);
    }
  }
}
