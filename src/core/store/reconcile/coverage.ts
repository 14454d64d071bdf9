import type { Place } from '../../model/records.ts';
import { compareSpans, hull, overlap, type Span } from '../../text/span.ts';

interface Entry extends Span {
  readonly id: string;
  readonly spans: readonly Span[];
}

/** Finds the decision on (nearly) the same words, of records of one kind. */
export class Coverage {
  readonly #entries: readonly Entry[];
  readonly #furthest: readonly number[]; // the largest end among the entries up to each
  readonly #share: number;

  /** @param share 0 to 1; what two records must have in common of what they cover together, to be the same. */
  constructor(records: ReadonlyMap<string, { readonly id: string; readonly place: Place }>, share: number) {
    const entries: Entry[] = [];
    for (const { id, place } of records.values()) {
      if (place.spans.length > 0) entries.push({ ...hull(place.spans), id, spans: place.spans });
    }
    entries.sort(compareSpans);
    let furthest = 0;
    this.#furthest = entries.map(({ end }) => {
      furthest = Math.max(furthest, end);
      return furthest;
    });
    this.#entries = entries;
    this.#share = share;
  }

  /** The id of the record that covers most of the same, or null when none covers enough. */
  find(spans: readonly Span[]): string | null {
    const { start, end } = hull(spans);
    let best: string | null = null;
    let most = this.#share;
    for (let i = this.#firstFrom(end) - 1; i >= 0 && (this.#furthest[i] as number) > start; i--) {
      const entry = this.#entries[i] as Entry;
      const share = commonShare(spans, entry.spans);
      if (share > most) {
        most = share;
        best = entry.id;
      }
    }
    return best;
  }

  /** The first entry that starts at or behind `offset`. */
  #firstFrom(offset: number): number {
    let low = 0;
    let high = this.#entries.length;
    while (low < high) {
      const mid = (low + high) >> 1;
      if ((this.#entries[mid] as Entry).start < offset) low = mid + 1;
      else high = mid;
    }
    return low;
  }
}

function commonShare(a: readonly Span[], b: readonly Span[]): number {
  let common = 0;
  for (const one of a) for (const other of b) common += overlap(one, other);
  const length = (spans: readonly Span[]) => spans.reduce((sum, span) => sum + span.end - span.start, 0);
  return common / (length(a) + length(b) - common);
}
