import type { EntityTypeKey, RecordState } from '../model/types.ts';
import type { Statement } from './statements/statement.ts';

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
  /** Its mentions as start and length in turn, in UTF-16 units of the LF-normalised text: the first by its full name, then the others in document order. */
  readonly at: readonly number[];
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
  /** How many claims there are. */
  readonly claims: number;
  /** With indices into `entities` of this digest. */
  readonly statements: readonly Statement[];
}
