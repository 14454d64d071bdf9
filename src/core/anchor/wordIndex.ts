const WORD = /[\p{L}\p{M}\p{N}_]+/gu;

/** Where each word (a run of letters, digits and marks) of a text stands. */
export class WordIndex {
  readonly #places = new Map<string, number[]>();

  constructor(text: string) {
    for (const { word, at } of wordsOf(text)) {
      const places = this.#places.get(word);
      if (places) places.push(at);
      else this.#places.set(word, [at]);
    }
  }

  /** The offsets at which the word begins, ascending. */
  places(word: string): readonly number[] {
    return this.#places.get(word) ?? [];
  }
}

/** The words of a text with their offsets, in order. */
export function wordsOf(text: string): { readonly word: string; readonly at: number }[] {
  return Array.from(text.matchAll(WORD), (match) => ({ word: match[0], at: match.index }));
}
