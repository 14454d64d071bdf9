/**
 * A range inside one block (a line of the LF-normalised text), in UTF-16 code units.
 * `before` and `after` are the hashes of the nearest blocks that are not blank, only where the block stands more than
 * once; the empty string where there is none. `nth` counts from 0 among the blocks that are alike in all of these.
 */
export interface StoredRange {
  readonly block: string;
  readonly start: number;
  readonly end: number;
  readonly before?: string;
  readonly after?: string;
  readonly nth?: number;
  /** The words of the range; kept for the parts of a record (source, cue, figures, times). */
  readonly exact?: string;
}

/** The words with up to 32 characters of context on each side, inside the block. Pieces are joined by " … ". */
export interface StoredQuote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** How a span, or a span in pieces, is kept outside the text. */
export interface StoredSelector {
  readonly at: readonly StoredRange[];
  readonly quote: StoredQuote;
}

/** A selector with the ranges of the parts of its record, by path (`sourceAt`, `figures.0`). */
export interface StoredAnchors extends StoredSelector {
  readonly parts?: ReadonlyMap<string, readonly StoredRange[]>;
  /** Of words that had changed before they were lost: the selector of the words before that. */
  readonly was?: StoredSelector;
}
