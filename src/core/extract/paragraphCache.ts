/**
 * A bounded memory of results by paragraph text. The least recently used result goes first.
 * Owned by one extractor; its keys have at most `limit` characters between them.
 */
export class ParagraphCache<T> {
  readonly #limit: number;
  readonly #results = new Map<string, T>();
  #size = 0;

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
    if (key.length > this.#limit) return made;
    this.#results.set(key, made);
    this.#size += key.length;
    for (const oldest of this.#results.keys()) {
      if (this.#size <= this.#limit) break;
      this.#results.delete(oldest);
      this.#size -= oldest.length;
    }
    return made;
  }
}
