import type { Zone } from '../extract/extraction.ts';
import { ENTITY_TYPES, type EntityType, isKnownType } from '../model/types.ts';
import { compareSpans, overlap, type Span } from '../text/span.ts';
import type { ArticleIndex } from './articleIndex.ts';

export const CLAIM_STYLES = ['own', 'attributed', 'quoted'] as const;
export type ClaimStyle = (typeof CLAIM_STYLES)[number];

/** Every style a span can be painted in: what it is, and whether a person decided on it. */
export type StyleKey =
  | `mention.${EntityType}.${'suggested' | 'decided'}`
  | `claim.${ClaimStyle}.${'suggested' | 'decided'}`
  | 'note'
  | 'changed'
  | 'furniture';

export const STYLE_KEYS: readonly StyleKey[] = [
  ...ENTITY_TYPES.flatMap((type) => [`mention.${type}.suggested`, `mention.${type}.decided`] as const),
  ...CLAIM_STYLES.flatMap((style) => [`claim.${style}.suggested`, `claim.${style}.decided`] as const),
  'note',
  'changed',
  'furniture',
];

export type DecorationPlan = ReadonlyMap<StyleKey, readonly Span[]>;

const CLAIM_STYLE = { outlet: 'own', direct: 'quoted', indirect: 'attributed', mixed: 'attributed' } as const;

/**
 * Which spans are painted in which style, those that share text with `window`. A pure function; spans of a style are in
 * document order. Costs as much as stands in the window, and one look at each free note.
 */
export function planDecorations(index: ArticleIndex, zones: readonly Zone[], window: Span): DecorationPlan {
  const plan = new Map<StyleKey, Span[]>(STYLE_KEYS.map((key) => [key, []]));
  const paint = (key: StyleKey, spans: readonly Span[]) => {
    for (const span of spans) if (overlap(span, window) > 0) plan.get(key)?.push(span);
  };
  const { annotations } = index;
  for (const { value } of index.spans.within(window)) {
    if (value.kind === 'claims') {
      const claim = annotations.claims.get(value.id);
      if (!claim) continue;
      const decided = claim.state === 'suggested' ? 'suggested' : 'decided';
      paint(`claim.${CLAIM_STYLE[claim.attribution.voice]}.${decided}`, claim.place.spans);
      if (claim.place.anchor === 'changed') paint('changed', claim.place.spans);
    } else {
      const mention = annotations.mentions.get(value.id);
      const entity = mention && annotations.entities.get(mention.entity);
      if (!mention || !entity) continue;
      const decided = mention.state === 'suggested' && entity.state === 'suggested' ? 'suggested' : 'decided';
      const type = isKnownType(entity.type) ? entity.type : 'other';
      paint(`mention.${type}.${decided}`, mention.place.spans);
      if (mention.place.anchor === 'changed') paint('changed', mention.place.spans);
    }
  }
  for (const { state, place } of annotations.notes.values()) {
    if (state === 'rejected' || !place) continue;
    paint('note', place.spans);
    if (place.anchor === 'changed') paint('changed', place.spans);
  }
  paint(
    'furniture',
    zones.filter(({ kind }) => kind === 'furniture'),
  );
  // Claims in pieces may stand inside each other's gaps.
  for (const spans of plan.values()) spans.sort(compareSpans);
  return plan;
}
