import { placeOf } from '../model/recordSpans.ts';
import type {
  AnyRecord,
  ClaimRecord,
  EntityRecord,
  MentionRecord,
  NoteRecord,
  RecordKind,
  RelationRecord,
} from '../model/records.ts';
import { recordsOf } from '../store/recordTable.ts';
import type { StoreEvent } from '../store/storeEvent.ts';
import { addTo } from '../util/groupBy.ts';
import { type ArticleIndex, entryOf, inOrder, isRejected, type PlacedRef, sourceOf, topicsOf } from './articleIndex.ts';
import { SpanIndex } from './spanIndex.ts';

type Lists<T> = ReadonlyMap<string, readonly T[]>;
type Placed = MentionRecord | ClaimRecord;

/**
 * The index after a change that is no edit of the text: what the change did not touch is taken over from the index
 * before it. Costs as much as the lists of the entities concerned, and one pass over the spans where a mark came or went.
 */
export function followChange(index: ArticleIndex, { added, updated, removed }: StoreEvent): ArticleIndex {
  const { annotations } = index;
  const mentionsAt = new Map<string, MentionRecord[]>();
  const claimsBy = new Map<string, ClaimRecord[]>();
  const claimsAbout = new Map<string, ClaimRecord[]>();
  const moves = new Moves();
  let stays = true;
  for (const ref of [...added, ...updated, ...removed]) {
    const { kind, id } = ref;
    const before = 'before' in ref ? (ref.before as AnyRecord) : null;
    const now = recordsOf(annotations, kind).get(id) ?? null;
    stays &&= keepsRow(kind, before, now);
    if (kind === 'entities' && !mentionsAt.has(id)) mentionsAt.set(id, []);
    if (kind === 'mentions') {
      for (const mention of [before, now] as (MentionRecord | null)[]) {
        if (mention) addTo(mentionsAt, mention.entity, mention);
      }
    }
    if (kind === 'claims') {
      for (const claim of [before, now] as (ClaimRecord | null)[]) {
        if (!claim) continue;
        for (const entity of sourceOf(claim)) addTo(claimsBy, entity, claim);
        for (const entity of topicsOf(claim)) addTo(claimsAbout, entity, claim);
      }
      moves.compare('claims', standing(before as ClaimRecord | null), standing(now as ClaimRecord | null));
    }
  }
  for (const [entity, list] of mentionsAt) {
    list.push(...(index.mentions.get(entity) ?? []), ...(index.rejectedMentions.get(entity) ?? []));
  }
  const mentions = relist(
    index.mentions,
    mentionsAt,
    annotations.mentions,
    (mention, entity) => mention.entity === entity && !isRejected(annotations, mention),
  );
  const rejectedMentions = relist(
    index.rejectedMentions,
    mentionsAt,
    annotations.mentions,
    (mention, entity) => mention.entity === entity && isRejected(annotations, mention),
  );
  for (const entity of mentionsAt.keys()) {
    moves.compare('mentions', index.mentions.get(entity) ?? [], mentions.get(entity) ?? []);
  }
  return {
    annotations,
    mentions,
    rejectedMentions,
    claimsBy: relist(index.claimsBy, claimsBy, annotations.claims, (claim, entity) => sourceOf(claim).includes(entity)),
    claimsAbout: relist(index.claimsAbout, claimsAbout, annotations.claims, (claim, entity) =>
      topicsOf(claim).includes(entity),
    ),
    ...moves.apply(index),
    shape: stays ? index.shape : {},
  };
}

const standing = (claim: ClaimRecord | null): ClaimRecord[] => (claim && claim.state !== 'rejected' ? [claim] : []);

/** Whether a record keeps its row in the trees, its label, its having rows below it, and the group that the row stands in. */
function keepsRow(kind: RecordKind, before: AnyRecord | null, now: AnyRecord | null): boolean {
  if (!before || !now || (before.state === 'rejected') !== (now.state === 'rejected')) return false;
  if (kind === 'entities') {
    const [a, b] = [before as EntityRecord, now as EntityRecord];
    return a.name === b.name && a.type === b.type && a.mergedInto === b.mergedInto;
  }
  if (placeOf(before) !== placeOf(now)) return false;
  if (kind !== 'claims' && (before.comments === undefined) !== (now.comments === undefined)) return false;
  if (kind === 'notes') return (before as NoteRecord).text === (now as NoteRecord).text;
  if (kind === 'mentions') return (before as MentionRecord).entity === (now as MentionRecord).entity;
  if (kind === 'quotations') return true;
  if (kind === 'relations') {
    const [a, b] = [before as RelationRecord, now as RelationRecord];
    return a.subject === b.subject && a.predicate === b.predicate && a.object === b.object && a.claim === b.claim;
  }
  const [a, b] = [before as ClaimRecord, now as ClaimRecord];
  return a.text === b.text && a.topic === b.topic && a.attribution === b.attribution;
}

/** `lists` with those of `touched` made anew from its records as they are now. */
function relist<T extends Placed>(
  lists: Lists<T>,
  touched: ReadonlyMap<string, readonly T[]>,
  now: ReadonlyMap<string, T>,
  belongs: (record: T, key: string) => boolean,
): Lists<T> {
  if (touched.size === 0) return lists;
  const next = new Map(lists);
  for (const [key, records] of touched) {
    const ids = new Set([...(lists.get(key) ?? []), ...records].map(({ id }) => id));
    const list = [...ids].flatMap((id) => now.get(id) ?? []).filter((record) => belongs(record, key));
    if (list.length > 0) next.set(key, inOrder(list));
    else next.delete(key);
  }
  return next;
}

/** The marks that left their place or came to one. */
class Moves {
  readonly #gone = { mentions: new Set<string>(), claims: new Set<string>() };
  readonly #come: (readonly [record: Placed, ref: PlacedRef])[] = [];

  compare(kind: PlacedRef['kind'], before: readonly Placed[], now: readonly Placed[]): void {
    const places = new Map(before.map(({ id, place }) => [id, place]));
    for (const record of now) {
      if (places.get(record.id) === record.place) places.delete(record.id);
      else this.#come.push([record, { kind, id: record.id }]);
    }
    for (const id of places.keys()) this.#gone[kind].add(id);
  }

  apply({ spans, orphans }: ArticleIndex): Pick<ArticleIndex, 'spans' | 'orphans'> {
    if (this.#gone.mentions.size + this.#gone.claims.size + this.#come.length === 0) return { spans, orphans };
    const stays = ({ kind, id }: PlacedRef) => !this.#gone[kind].has(id);
    const placed = spans.entries.filter(({ value }) => stays(value));
    const lost = orphans.filter(stays);
    for (const [record, ref] of this.#come) {
      const entry = entryOf(record, ref);
      if (entry) placed.push(entry);
      else lost.push(ref);
    }
    return { spans: new SpanIndex(placed), orphans: lost };
  }
}
