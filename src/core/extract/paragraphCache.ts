/**
 * A bounded memory of results by paragraph text. The least recently used result goes first.
 * Owned by one extractor; holds at most `limit` results.
 */
export class ParagraphCache<T> {
  readonly #limit: number;
  readonly #results = new Map<string, T>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The remembered result for `key`, or the fresh one of `make`, which is then remembered. */
  get(key: string, make: () => T): T {
    const known = this.#results.get(key);
    if (known !== undefined) {
      this.#results.delete(key);
      this.#results.set(key, known);
      return known;
    }
    const made = make();
    this.#results.set(key, made);
    if (this.#results.size > this.#limit) {
      const oldest = this.#results.keys().next();
      if (!oldest.done) this.#results.delete(oldest.value);
    }
    return made;
  }
}
