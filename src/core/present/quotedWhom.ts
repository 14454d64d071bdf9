import type { ClaimRecord } from '../model/records.ts';
import { hull, type Span } from '../text/span.ts';
import { addTo } from '../util/groupBy.ts';
import type { ArticleIndex } from './articleIndex.ts';

/** Who speaks about whom, and in which claims. */
export interface SpeechEdge {
  /** Id of the entity at the other end; null for the article in its own voice, or somebody who is no listed entity. */
  readonly entity: string | null;
  /** The claims, in document order; not empty. */
  readonly claims: readonly Span[];
}

/** Whom an entity makes claims about, the most spoken of first. */
export const speaksAbout = (index: ArticleIndex, id: string): SpeechEdge[] =>
  edges(index, index.claimsBy.get(id), ({ entities }) => entities.filter((entity) => entity !== id));

/** Who makes claims about an entity, the most speaking first. */
export const spokenOfBy = (index: ArticleIndex, id: string): SpeechEdge[] =>
  edges(index, index.claimsAbout.get(id), ({ attribution }) => [attribution.source]);

function edges(
  { annotations }: ArticleIndex,
  claims: readonly ClaimRecord[] = [],
  ends: (claim: ClaimRecord) => readonly (string | null)[],
): SpeechEdge[] {
  const byEnd = new Map<string | null, Span[]>();
  for (const claim of claims) {
    if (claim.place.spans.length === 0) continue;
    for (const end of new Set(ends(claim))) {
      if (end === null || annotations.entities.has(end)) addTo(byEnd, end, hull(claim.place.spans));
    }
  }
  return [...byEnd]
    .map(([entity, spans]) => ({ entity, claims: spans }))
    .sort((a, b) => b.claims.length - a.claims.length);
}
