import type { FigureOperator } from '../../model/types.ts';
import type { Span } from '../../text/span.ts';
import type { Clock } from './clockOf.ts';

/** What can be set beside the same thing in another article. */
export type StatementKind = 'figure' | 'date' | 'fact';

/** Who is said to know it; the name as the article lists or writes it. */
export interface StatementSource {
  readonly name: string;
  /** Index into the entities of the extraction, or null where it is no listed entity. */
  readonly entity: number | null;
}

/** A value in one unit of its dimension, so that feet and metres can be compared. */
export interface Measure {
  /** `person`, `count`, `percent`, `money`, or a dimension: `length`, `time`, `temperature`, ... */
  readonly dimension: string;
  /** Of money: the ISO 4217 code, null where the text names none. Of a count: the stem of what is counted. */
  readonly of: string | null;
  readonly value: number;
  readonly max: number | null;
  /** Of money: the same amount in another currency, where the article gives it in brackets or after "or". */
  readonly converted?: { readonly currency: string; readonly value: number };
  /** "two of 14 samples": how many there are in all. */
  readonly outOf?: number;
}

/**
 * Who holds a post (the name as the article lists it), which way by the compass, which mark a thing was given, what
 * became of a person, how old one is; a value of a field of words that exclude each other, see fields.ts.
 */
export interface FactAnswer {
  readonly kind: 'post' | 'direction' | 'rating' | 'fate' | 'age' | 'field';
  readonly value: string;
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
  readonly measure: Measure | null;
  /** Of a date: the EDTF value, and the time of day. */
  readonly edtf: string | null;
  readonly clock: Clock | null;
  /** Of a fact: true where it is denied. */
  readonly negated: boolean;
  /** Of a denied fact: the stem of the word denied, null where it is not plain. */
  readonly denied: string | null;
  /** Of a fact whose value is one of a few that exclude each other. */
  readonly answer: FactAnswer | null;
  /** The question that it answers, for people: "killed", "founded", "president". */
  readonly question: string;
  /** Questions of the lexicon that the words around speak of, the nearest first, at most three, with their weights. */
  readonly questions: readonly (readonly [question: string, weight: number])[];
  /** Stems of the clause, nearest first, and of the rest of the sentence. */
  readonly about: readonly string[];
  readonly context: readonly string[];
  /** Marks of what part or what time is counted: `part`, `planned`, `earlier`, `each`, ...; see scopeMarksOf. */
  readonly scope: readonly string[];
  /** Entities that the sentence names, as indices into the entities of the extraction. */
  readonly entities: readonly number[];
  /** From the nearest to the article to the origin; empty where it is said in the outlet's own voice. */
  readonly sources: readonly StatementSource[];
  /** EDTF of the time that the value holds for, where the sentence says so. */
  readonly asOf: string | null;
  readonly headline: boolean;
}
