/** How two statements on one question stand to each other. */
export const RELATIONS = ['same', 'compatible', 'updated', 'different scope', 'contradiction'] as const;
export type Relation = (typeof RELATIONS)[number];

/** A pair of statements on one question. */
export interface StatementPair {
  /** Indices into the statements compared; `a` is of the article published first, or stands first in one article. */
  readonly a: number;
  readonly b: number;
  readonly relation: Relation;
  /** One sentence for people. */
  readonly reason: string;
  /** How sure the comparison is that both answer one question, 0 to 1. */
  readonly score: number;
}
