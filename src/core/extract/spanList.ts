import type { Span } from '../text/span.ts';

/** Spans in document order, for asking which of them lie inside another. */
export class SpanList<T extends Span> {
  readonly #items: readonly T[];

  /** @param items sorted by start. */
  constructor(items: readonly T[]) {
    this.#items = items;
  }

  /** The items that begin and end inside `outer`, with their places in the list. */
  within(outer: Span): { item: T; index: number }[] {
    const found: { item: T; index: number }[] = [];
    for (let i = this.#firstFrom(outer.start); i < this.#items.length; i++) {
      const item = this.#items[i] as T;
      if (item.start >= outer.end) break;
      if (item.end <= outer.end) found.push({ item, index: i });
    }
    return found;
  }

  /** The last item that begins no later than `inner` and holds it, or null. */
  around(inner: Span): T | null {
    const item = this.#items[this.#firstFrom(inner.start + 1) - 1];
    return item && item.end >= inner.end ? item : null;
  }

  #firstFrom(start: number): number {
    let low = 0;
    let high = this.#items.length;
    while (low < high) {
      const mid = (low + high) >> 1;
      if ((this.#items[mid] as T).start < start) low = mid + 1;
      else high = mid;
    }
    return low;
  }
}
