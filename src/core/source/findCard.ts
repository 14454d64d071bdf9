import type { Zone } from '../extract/extraction.ts';
import { authorOf } from '../extract/segment/furniture.ts';
import type { SourceCard } from '../model/sourceCard.ts';

/** Zones that are looked through for a byline. */
const OPENING = 12;
const HEAD = 2000;
/** "OSLO, May 3 (Agency) - ". */
const AGENCY = /^\p{Lu}[^\n(]{4,80}\((?<agency>\p{Lu}[^()\n]{1,48})\)\s(?:--|[-–—])\s/mu;

/**
 * What the text itself says of its source: its head before its headline, byline and the agency of its dateline.
 * @param stated the card of the head; empty where there is none.
 */
export function findCard(text: string, zones: readonly Zone[], stated: SourceCard): SourceCard {
  const slice = ({ start, end }: Zone) => text.slice(start, end).replace(/\s+/g, ' ');
  const headline = zones.find(({ kind }) => kind === 'headline');
  const author = zones
    .slice(0, OPENING)
    .flatMap((zone) => (zone.kind === 'furniture' ? (authorOf(slice(zone)) ?? []) : []))[0];
  const agency = AGENCY.exec(text.slice(0, HEAD))?.groups?.agency;
  return {
    ...(headline ? { title: slice(headline) } : {}),
    ...(author ? { author } : {}),
    ...(agency ? { publisher: agency } : {}),
    ...stated,
  };
}
