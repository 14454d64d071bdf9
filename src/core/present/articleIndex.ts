import type { Annotations, ClaimRecord, EntityRecord, MentionRecord, RecordRef } from '../model/records.ts';
import { hull } from '../text/span.ts';
import { SpanIndex } from './spanIndex.ts';

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
}

const startOf = (record: MentionRecord | ClaimRecord) => record.place.spans[0]?.start ?? Number.MAX_SAFE_INTEGER;
const inOrder = <T extends MentionRecord | ClaimRecord>(records: Iterable<T>) =>
  [...records].sort((a, b) => startOf(a) - startOf(b));

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

export function indexArticle(annotations: Annotations): ArticleIndex {
  const mentions = new Map<string, MentionRecord[]>();
  const rejectedMentions = new Map<string, MentionRecord[]>();
  const claimsBy = new Map<string, ClaimRecord[]>();
  const claimsAbout = new Map<string, ClaimRecord[]>();
  const placed: { start: number; end: number; value: PlacedRef }[] = [];
  const orphans: PlacedRef[] = [];
  const place = (record: MentionRecord | ClaimRecord, value: PlacedRef) => {
    if (record.place.spans.length === 0) orphans.push(value);
    else placed.push({ ...hull(record.place.spans), value });
  };
  for (const mention of inOrder(annotations.mentions.values())) {
    const entity = annotations.entities.get(mention.entity);
    if (mention.state === 'rejected' || entity?.state === 'rejected') {
      append(rejectedMentions, mention.entity, mention);
      continue;
    }
    append(mentions, mention.entity, mention);
    place(mention, { kind: 'mentions', id: mention.id });
  }
  for (const claim of inOrder(annotations.claims.values())) {
    if (claim.state === 'rejected') continue;
    const { source } = claim.attribution;
    if (source) append(claimsBy, source, claim);
    for (const entity of claim.entities) if (entity !== source) append(claimsAbout, entity, claim);
    place(claim, { kind: 'claims', id: claim.id });
  }
  return { annotations, mentions, rejectedMentions, claimsBy, claimsAbout, spans: new SpanIndex(placed), orphans };
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
