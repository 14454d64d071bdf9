import { normaliseName } from '../model/ids.ts';
import type { EntityRecord, MentionRecord } from '../model/records.ts';
import { hull, type Span } from '../text/span.ts';
import type { ArticleIndex } from './articleIndex.ts';

/** A mention under the caret with its entity. */
export interface EntityAt {
  readonly entity: EntityRecord;
  readonly span: Span;
}

/** The entity whose mention holds `offset`, of the shortest mention where they overlap; null where there is none. */
export function entityAt({ annotations, spans }: ArticleIndex, offset: number): EntityAt | null {
  for (const { value, start, end } of spans.at(offset)) {
    const mention = value.kind === 'mentions' ? annotations.mentions.get(value.id) : undefined;
    const entity = mention && annotations.entities.get(mention.entity);
    if (entity) return { entity, span: { start, end } };
  }
  return null;
}

/** Where an entity is mentioned, in document order. */
export const placesOfEntity = ({ mentions }: ArticleIndex, id: string): Span[] =>
  (mentions.get(id) ?? []).filter(isPlaced).map(({ place }) => hull(place.spans));

/** The first full mention of an entity: by the name that it is listed under, else by any name, else the first of all. */
export function definitionOf({ annotations, mentions }: ArticleIndex, id: string): Span | null {
  const placed = (mentions.get(id) ?? []).filter(isPlaced);
  const name = normaliseName(annotations.entities.get(id)?.name ?? '');
  const named = placed.filter(({ form }) => form === 'name');
  const first = named.find(({ place }) => normaliseName(place.exact) === name) ?? named[0] ?? placed[0];
  return first ? hull(first.place.spans) : null;
}

const isPlaced = ({ place }: MentionRecord) => place.spans.length > 0;
