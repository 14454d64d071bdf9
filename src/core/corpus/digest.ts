import type { ClaimKind, EntityTypeKey, RecordState, VerdictKey } from '../model/types.ts';
import type { Statement } from './statements/statement.ts';

/** Start and end of a span, in UTF-16 code units of the LF-normalised text. */
export type Range = readonly [start: number, end: number];

/** An entity that the article mentions, as people left it. */
export interface DigestEntity {
  /** The id of its record: that of the registry where it is known there. */
  readonly id: string;
  readonly type: EntityTypeKey;
  readonly name: string;
  /** Other names, nominals left out. */
  readonly aliases?: readonly string[];
  /** Only where a person decided. */
  readonly state?: Exclude<RecordState, 'suggested' | 'rejected'>;
  /** Its mentions as start and length in turn: the first by its full name, then the others in document order. */
  readonly at: readonly number[];
}

export interface DigestClaim {
  /** The restatement, at most 80 UTF-16 units. */
  readonly text: string;
  readonly at: Range;
  /** Absent for a fact. */
  readonly kind?: Exclude<ClaimKind, 'fact'>;
  /** Who says it: an index into the entities, or words; absent where the article says it in its own voice. */
  readonly source?: number | string;
  /** From the nearest to the article to the origin, where there is more than the source. */
  readonly chain?: readonly (number | string)[];
  /** Indices into the entities. */
  readonly entities?: readonly number[];
  readonly verdict?: VerdictKey;
  /** Only where a person decided. */
  readonly state?: Exclude<RecordState, 'suggested' | 'rejected'>;
}

/** The day that an article is of: EDTF, and what it is known by. */
export interface PublishedDay {
  readonly value: string;
  readonly basis: string;
}

/**
 * What is kept of one article to set it beside others: small plain data. Decisions of people count: what they rejected
 * is not there, what they merged, renamed or corrected is as they left it.
 */
export interface Digest {
  /** The title that a person gave, or the headline. */
  readonly title?: string;
  readonly publisher?: string;
  /** ISO 639-1, or `und`. */
  readonly language: string;
  readonly published?: PublishedDay;
  /** Number of records that a person decided on. */
  readonly decided: number;
  /** By their first mentions. */
  readonly entities: readonly DigestEntity[];
  readonly claims: readonly DigestClaim[];
  /** With indices into `entities` and `claims` of this digest. */
  readonly statements: readonly Statement[];
}
