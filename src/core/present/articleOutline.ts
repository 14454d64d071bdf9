import type { Zone } from '../extract/extraction.ts';
import { ENTITY_TYPES, type EntityTypeKey, isKnownType } from '../model/types.ts';
import { hull, type Span } from '../text/span.ts';
import { groupBy } from '../util/groupBy.ts';
import { type ArticleIndex, listedEntities } from './articleIndex.ts';
import { definitionOf } from './entityPlaces.ts';
import { shortLine } from './short.ts';
import { sourceWords, typeWords } from './words.ts';

/** One symbol of an article. `name` and `detail` are one short line each; `name` is not empty. */
export interface OutlineNode {
  readonly kind: 'section' | 'claim' | 'entities' | 'type' | 'entity';
  readonly name: string;
  readonly detail: string;
  /** Of a type or an entity. */
  readonly type?: EntityTypeKey;
  readonly span: Span;
  /** What is selected; lies in `span`. */
  readonly selection: Span;
  readonly children: readonly OutlineNode[];
}

export interface OutlineInput {
  readonly index: ArticleIndex;
  readonly text: string;
  readonly zones: readonly Zone[];
}

const MOST_CLAIMS = 2000;
const MOST_ENTITIES = 500;

/**
 * The symbols of an article: its headings with the claims below each, in document order, then its entities by type, the
 * most mentioned first. What is beyond the bounds is left out.
 */
export function articleOutline({ index, text, zones }: OutlineInput): OutlineNode[] {
  const claims = claimNodes(index, text);
  const headings = zones.filter(({ kind, start, end }) => isHeading(kind) && text.slice(start, end).trim() !== '');
  const limits = [...headings.map(({ start }) => start), text.length];
  const until = (limit: number) => {
    const at = claims.findIndex(({ span }) => span.start >= limit);
    return claims.splice(0, at < 0 ? claims.length : at);
  };
  const before = until(limits[0] ?? 0);
  const sections = headings.map(({ start, end }, i): OutlineNode => {
    const next = limits[i + 1] ?? text.length;
    return {
      kind: 'section',
      name: shortLine(text.slice(start, end)),
      detail: '',
      span: { start, end: next },
      selection: { start, end },
      children: until(next),
    };
  });
  return [...before, ...sections, ...claims, ...entityNodes(index, text.length)];
}

const isHeading = (kind: Zone['kind']) => kind === 'headline' || kind === 'heading';

function claimNodes(index: ArticleIndex, text: string): OutlineNode[] {
  const placed = index.spans.entries.filter(({ value }) => value.kind === 'claims').slice(0, MOST_CLAIMS);
  return placed.flatMap(({ value, start, end }): OutlineNode[] => {
    const claim = index.annotations.claims.get(value.id);
    if (!claim) return [];
    const [first] = claim.place.spans;
    const detail = shortLine(sourceWords(index, claim, text));
    const span = { start, end };
    const name = shortLine(claim.text) || 'Claim';
    return [{ kind: 'claim', name, detail, span, selection: first ?? span, children: [] }];
  });
}

function entityNodes(index: ArticleIndex, end: number): OutlineNode[] {
  const count = (id: string) => index.mentions.get(id)?.length ?? 0;
  const listed = listedEntities(index)
    .map((entity) => ({ entity, span: definitionOf(index, entity.id) }))
    .filter((one): one is { entity: typeof one.entity; span: Span } => one.span !== null)
    .sort((a, b) => count(b.entity.id) - count(a.entity.id) || a.span.start - b.span.start)
    .slice(0, MOST_ENTITIES);
  if (listed.length === 0) return [];
  const byType = groupBy(listed, ({ entity }) => entity.type);
  const own = [...byType.keys()].filter((type) => !isKnownType(type)).sort();
  const children = [...ENTITY_TYPES, ...own].flatMap((type): OutlineNode[] => {
    const some = byType.get(type) ?? [];
    if (some.length === 0) return [];
    const span = hull(some.map((one) => one.span));
    const nodes = some.map(({ entity, span }): OutlineNode => {
      const name = shortLine(entity.name) || 'Entity';
      return { kind: 'entity', name, detail: String(count(entity.id)), type, span, selection: span, children: [] };
    });
    const name = shortLine(typeWords(type).many);
    return [{ kind: 'type', name, detail: '', type, span, selection: span, children: nodes }];
  });
  // At the end of the text and without length: a caret in the text is in a section or a claim, not here.
  const span = { start: end, end };
  return [{ kind: 'entities', name: 'Entities', detail: String(listed.length), span, selection: span, children }];
}
