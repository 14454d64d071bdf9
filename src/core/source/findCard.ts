import type { Zone } from '../extract/extraction.ts';
import { authorOf } from '../extract/segment/furniture.ts';
import type { SourceCard } from '../model/sourceCard.ts';

/** Zones that are looked through for a byline. */
const OPENING = 12;

/**
 * What the text itself says of its source: its head before its headline and byline.
 * @param stated the card of the head; empty where there is none.
 */
export function findCard(text: string, zones: readonly Zone[], stated: SourceCard): SourceCard {
  const slice = ({ start, end }: Zone) => text.slice(start, end).replace(/\s+/g, ' ');
  const headline = zones.find(({ kind }) => kind === 'headline');
  const author = zones
    .slice(0, OPENING)
    .flatMap((zone) => (zone.kind === 'furniture' ? (authorOf(slice(zone)) ?? []) : []))[0];
  return { ...(headline ? { title: slice(headline) } : {}), ...(author ? { author } : {}), ...stated };
}
