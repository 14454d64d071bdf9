/** A word form: one object for all tokens of it, so that what is known of it is found without a look-up. */
export interface Word {
  readonly text: string;
  /** What passes found out about the form alone, see {@link rememberWords}. */
  readonly facts: unknown[];
}

/** Half of what is kept. */
const HALF = 10_000;
const LONGEST_KEPT = 40;
let known = new Map<string, Word>();
let before = new Map<string, Word>();

/**
 * The word of a form, its text in memory of its own: a slice would keep the whole text alive that it was cut from.
 * At most 20,000 forms of at most 40 characters are kept; of more, those go that were not asked for lately.
 */
export function wordOf(form: string): Word {
  const found = known.get(form);
  if (found !== undefined) return found;
  if (form.length > LONGEST_KEPT) return { text: form, facts: [] };
  const word = before.get(form) ?? { text: ` ${form}`.slice(1), facts: [] };
  if (known.size >= HALF) {
    before = known;
    known = new Map();
  }
  known.set(word.text, word);
  return word;
}
