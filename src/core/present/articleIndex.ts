import type { Annotations, ClaimRecord, EntityRecord, MentionRecord, RecordRef } from '../model/records.ts';
import { hull } from '../text/span.ts';
import { addTo } from '../util/groupBy.ts';
import { type SpanEntry, SpanIndex } from './spanIndex.ts';

/** Where a record of the index stands: its own span for a mention, the whole of its pieces for a claim. */
export type PlacedRef = RecordRef & { readonly kind: 'mentions' | 'claims' };

/** What the views ask about one state of an article's annotations, gathered in one pass. Rejected records are left out, but for those that say so. */
export interface ArticleIndex {
  readonly annotations: Annotations;
  /** Mentions by entity, in document order; orphans last. */
  readonly mentions: ReadonlyMap<string, readonly MentionRecord[]>;
  /** Mentions that were rejected, alone or with their entity, by entity, in document order. */
  readonly rejectedMentions: ReadonlyMap<string, readonly MentionRecord[]>;
  /** Claims that an entity makes, and claims about it that others make, in document order. */
  readonly claimsBy: ReadonlyMap<string, readonly ClaimRecord[]>;
  readonly claimsAbout: ReadonlyMap<string, readonly ClaimRecord[]>;
  readonly spans: SpanIndex<PlacedRef>;
  readonly orphans: readonly PlacedRef[];
  /** The same object in the index that follows as long as no record came, went, or changed its name, its group, its place, or whether it has rows below it. */
  readonly shape: object;
}

const startOf = (record: MentionRecord | ClaimRecord) => record.place.spans[0]?.start ?? Number.MAX_SAFE_INTEGER;

/** The records in document order, orphans last. */
export const inOrder = <T extends MentionRecord | ClaimRecord>(records: Iterable<T>): T[] =>
  [...records].sort((a, b) => startOf(a) - startOf(b));

/** Whether a mention was rejected, alone or with its entity. */
export const isRejected = ({ entities }: Annotations, mention: MentionRecord): boolean =>
  mention.state === 'rejected' || entities.get(mention.entity)?.state === 'rejected';

/** The keys under which a claim stands in `claimsBy` and `claimsAbout`; none when it was rejected. */
export function sourceOf({ state, attribution }: ClaimRecord): string[] {
  return attribution.source && state !== 'rejected' ? [attribution.source] : [];
}
export function topicsOf({ state, attribution, entities }: ClaimRecord): string[] {
  return state === 'rejected' ? [] : entities.filter((entity) => entity !== attribution.source);
}

/** The entry of a record in the index of spans, or null for an orphan. */
export function entryOf({ place }: MentionRecord | ClaimRecord, value: PlacedRef): SpanEntry<PlacedRef> | null {
  if (place.spans.length === 0) return null;
  const { start, end } = hull(place.spans);
  return { start, end, value };
}

export function indexArticle(annotations: Annotations): ArticleIndex {
  const mentions = new Map<string, MentionRecord[]>();
  const rejectedMentions = new Map<string, MentionRecord[]>();
  const claimsBy = new Map<string, ClaimRecord[]>();
  const claimsAbout = new Map<string, ClaimRecord[]>();
  const placed: SpanEntry<PlacedRef>[] = [];
  const orphans: PlacedRef[] = [];
  const place = (record: MentionRecord | ClaimRecord, value: PlacedRef) => {
    const entry = entryOf(record, value);
    if (entry) placed.push(entry);
    else orphans.push(value);
  };
  for (const mention of inOrder(annotations.mentions.values())) {
    const rejected = isRejected(annotations, mention);
    addTo(rejected ? rejectedMentions : mentions, mention.entity, mention);
    if (!rejected) place(mention, { kind: 'mentions', id: mention.id });
  }
  for (const claim of inOrder(annotations.claims.values())) {
    for (const entity of sourceOf(claim)) addTo(claimsBy, entity, claim);
    for (const entity of topicsOf(claim)) addTo(claimsAbout, entity, claim);
    if (claim.state !== 'rejected') place(claim, { kind: 'claims', id: claim.id });
  }
  const spans = new SpanIndex(placed);
  return { annotations, mentions, rejectedMentions, claimsBy, claimsAbout, spans, orphans, shape: {} };
}

/** Entities that the views list: standing ones that are mentioned or that a person made. */
export function listedEntities(index: ArticleIndex): EntityRecord[] {
  return [...index.annotations.entities.values()].filter(
    (entity) =>
      entity.state !== 'rejected' && !entity.mergedInto && (index.mentions.has(entity.id) || entity.state === 'added'),
  );
}

/** Entities that were rejected, or some mentions of which were. */
export function rejectedEntities(index: ArticleIndex): EntityRecord[] {
  return [...index.annotations.entities.values()].filter(
    (entity) => !entity.mergedInto && (entity.state === 'rejected' || index.rejectedMentions.has(entity.id)),
  );
}
