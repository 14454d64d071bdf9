import { LABEL_COUNT } from './labels.ts';
import type { NameModel } from './nameModel.ts';
import { featureCountAt, OFFSETS, shifted } from './sequenceFeatures.ts';
import { describeWord, type WordForm } from './wordFeatures.ts';

interface Entry {
  readonly form: WordForm;
  scores: Float32Array | undefined;
}

/** Remembers word forms and the label scores that depend on them alone, up to `limit` forms, then begins anew. */
export class FormTable {
  readonly #model: NameModel;
  readonly #limit: number;
  #entries = new Map<string, Entry>();

  constructor(model: NameModel, limit = 30_000) {
    this.#model = model;
    this.#limit = limit;
  }

  readonly form = (text: string): WordForm => this.#entry(text).form;

  /** Label scores that the form gives to the token at each distance of {@link OFFSETS}, one after the other. */
  scores(form: WordForm): Float32Array {
    const entry = this.#entry(form.text);
    entry.scores ??= this.#add(form);
    return entry.scores;
  }

  #entry(text: string): Entry {
    let entry = this.#entries.get(text);
    if (!entry) {
      if (this.#entries.size >= this.#limit) this.#entries = new Map();
      entry = { form: describeWord(text, this.#model.lexicon), scores: undefined };
      this.#entries.set(text, entry);
    }
    return entry;
  }

  #add(form: WordForm): Float32Array {
    const sums = new Float32Array(OFFSETS.length * LABEL_COUNT);
    for (let o = 0; o < OFFSETS.length; o++) {
      const offset = OFFSETS[o] as number;
      const count = featureCountAt(form, offset);
      for (let f = 0; f < count; f++) {
        this.#model.addScores(shifted(form.features[f] as number, offset), sums, o * LABEL_COUNT);
      }
    }
    return sums;
  }
}
