import { clustersOf, type StatementCluster } from './clusters.ts';
import { type ComparedArticle, inOrderOfDays, type Told, toldBy } from './compared.ts';
import { type SharedOrigin, sharedOrigins } from './origins.ts';
import { relatedPairs } from './relatedPairs.ts';
import type { StatementPair } from './relation.ts';

/** What several articles say on the same questions. */
export interface Comparison {
  /** The statements of all articles, the article published first before the others; pairs point into it. */
  readonly told: readonly Told[];
  readonly pairs: readonly StatementPair[];
  readonly clusters: readonly StatementCluster[];
  readonly origins: readonly SharedOrigin[];
}

/**
 * Sets the statements of articles on one event beside each other. Work grows with the pairs of statements that share a
 * question, a stem or a value: it is meant for some dozens of articles, a narrower choice is the caller's.
 */
export function compareArticles(articles: readonly ComparedArticle[]): Comparison {
  const ordered = inOrderOfDays(articles);
  const told = toldBy(ordered);
  const pairs = relatedPairs(told, ordered);
  return { told, pairs, clusters: clustersOf(told, pairs), origins: sharedOrigins(told, pairs) };
}
