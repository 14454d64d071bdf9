import { normaliseName } from '../model/ids.ts';
import type { EntityTypeKey } from '../model/types.ts';
import { hasInOrder } from '../text/hasInOrder.ts';
import { hull, type Span } from '../text/span.ts';
import { type ArticleIndex, inOrder, listedEntities } from './articleIndex.ts';
import { definitionOf, placesOfEntity } from './entityPlaces.ts';
import { shortLine } from './short.ts';

/** An entity or a claim of one article, by its name or text in one short line. */
export interface ArticleSymbol {
  readonly kind: 'entity' | 'claim';
  readonly name: string;
  /** Of an entity. */
  readonly type: EntityTypeKey | null;
  /** The place to go to first, then all others; never empty. */
  readonly places: readonly [Span, ...Span[]];
}

const MOST_SYMBOLS = 500;

/**
 * The entities whose name has the signs of `query` in their order, those that are called so in front, then the claims with
 * each of its words; the first of them where they are many.
 */
export function articleSymbols(index: ArticleIndex, query: string): ArticleSymbol[] {
  const wanted = [...query.toLowerCase().replace(/\s+/g, '')];
  const words = query.toLowerCase().split(/\s+/);
  const found: ArticleSymbol[] = [];
  const called = normaliseName(query);
  const listed = listedEntities(index);
  const exact = listed.filter(({ name }) => normaliseName(name) === called);
  for (const { id, name, type } of new Set([...exact, ...listed])) {
    if (found.length === MOST_SYMBOLS) return found;
    const first = hasInOrder(name, wanted) ? definitionOf(index, id) : null;
    if (!first) continue;
    const others = placesOfEntity(index, id).filter(({ start, end }) => start !== first.start || end !== first.end);
    found.push({ kind: 'entity', name: shortLine(name), type, places: [first, ...others] });
  }
  for (const { text, state, place } of inOrder(index.annotations.claims.values())) {
    if (found.length === MOST_SYMBOLS) return found;
    if (state === 'rejected' || place.spans.length === 0) continue;
    const lower = text.toLowerCase();
    if (!words.every((word) => lower.includes(word))) continue;
    found.push({ kind: 'claim', name: shortLine(text), type: null, places: [hull(place.spans)] });
  }
  return found;
}
