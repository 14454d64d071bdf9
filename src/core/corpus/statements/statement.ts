import type { FigureOperator } from '../../model/types.ts';
import type { Span } from '../../text/span.ts';

/** What can be set beside the same thing in another article. */
export type StatementKind = 'figure' | 'date' | 'fact';

/** Who is said to know it, from the nearest to the article to the origin; names as the article lists them. */
export interface StatementSource {
  readonly name: string;
  /** Index into the entities of the article's digest, or null where it is no listed entity. */
  readonly entity: number | null;
}

/**
 * One value that an article gives for something: a figure, a date, or the words that carry a fact.
 * The span (UTF-16, LF) is that of the value; plain data, small, crosses the worker's boundary as it is.
 */
export interface Statement extends Span {
  readonly kind: StatementKind;
  /** The words of the span, at most 200 UTF-16 units. */
  readonly words: string;
  /** The sentence around it, for the views. */
  readonly sentence: Span;
  readonly op: FigureOperator;
  /** Of a figure: the value in `unit`, and the upper end where `op` is `range`. */
  readonly value: number | null;
  readonly max: number | null;
  /** `person`, an ISO 4217 code, `percent`, or the unit or noun as a singular word. */
  readonly unit: string | null;
  /** Of a date: the EDTF value. */
  readonly edtf: string | null;
  /** What is counted, measured, dated or said, as stems; two statements are compared only where these meet. */
  readonly about: readonly string[];
  /** A short name of the question that it answers, for people: "killed", "founded". */
  readonly question: string;
  /** Entities that the sentence names, as indices into the digest of the article. */
  readonly entities: readonly number[];
  /** Empty where it is said in the outlet's own voice. */
  readonly sources: readonly StatementSource[];
  /** EDTF of the time that the value holds for, where the text says so. */
  readonly asOf: string | null;
  /** Index of the claim that it stands in, in the extraction of the article. */
  readonly claim: number | null;
}
