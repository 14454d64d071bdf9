import type { Span } from '../text/span.ts';

export interface SpanEntry<T> extends Span {
  readonly value: T;
}

/** Spans in document order, for look-ups by position. Look-up costs O(log n) plus the overlap around the position. */
export class SpanIndex<T> {
  readonly #entries: readonly SpanEntry<T>[];
  readonly #starts: readonly number[];
  /** For each entry the greatest end so far: a scan to the left stops where it is before the position. */
  readonly #reach: readonly number[];

  constructor(entries: Iterable<SpanEntry<T>>) {
    this.#entries = [...entries].sort((a, b) => a.start - b.start || b.end - a.end);
    this.#starts = this.#entries.map(({ start }) => start);
    let reach = 0;
    this.#reach = this.#entries.map(({ end }) => {
      reach = Math.max(reach, end);
      return reach;
    });
  }

  get entries(): readonly SpanEntry<T>[] {
    return this.#entries;
  }

  /** Entries that hold `offset` (their end included, so that a caret behind a word finds it), the shortest first. */
  at(offset: number): SpanEntry<T>[] {
    const found: SpanEntry<T>[] = [];
    for (let i = this.firstAfter(offset) - 1; i >= 0 && (this.#reach[i] as number) >= offset; i--) {
      const entry = this.#entries[i] as SpanEntry<T>;
      if (entry.end >= offset) found.push(entry);
    }
    return found.sort((a, b) => a.end - a.start - (b.end - b.start));
  }

  /** Entries that share text with `window`, in document order. */
  within({ start, end }: Span): SpanEntry<T>[] {
    const last = this.firstAfter(end - 1);
    return this.#entries.slice(firstAbove(this.#reach, start), last).filter((entry) => entry.end > start);
  }

  /** Number of the first entry that starts after `offset`. */
  firstAfter(offset: number): number {
    return firstAbove(this.#starts, offset);
  }
}

/** The place of the first of ascending `numbers` that is greater than `limit`. */
function firstAbove(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((numbers[mid] as number) <= limit) low = mid + 1;
    else high = mid;
  }
  return low;
}
