import type { FieldConflict } from './records.ts';

/** What is known of an article as a source. Absent is unknown. */
export interface SourceCard {
  /** Of the text as it stands: an ISO 639-1 code, or another code of BCP 47. */
  readonly language?: string;
  readonly title?: string;
  readonly author?: string;
  readonly publisher?: string;
  readonly url?: string;
  /** `YYYY-MM-DD`. */
  readonly published?: string;
  /** `YYYY-MM-DD`: the day of the event that the article is about. */
  readonly eventDate?: string;
  /** The language that the text was translated from, as in `language`. */
  readonly translatedFrom?: string;
  /** The article that this one is a translation of: its path from the folder of this one. */
  readonly translationOf?: string;
  /** Articles that are translations of this one, as in `translationOf`. */
  readonly translations?: readonly string[];
  /** The file that the text was imported from, as in `translationOf`. */
  readonly original?: string;
  /** On the Admiralty scale ("B2"); files of others may hold other words. */
  readonly reliability?: string;
}

/** A source card with what a merge could not settle about the article. */
export interface DisputedCard extends SourceCard {
  readonly conflict?: readonly FieldConflict[];
}

export type CardField = keyof SourceCard;

/** In the order of the file. */
export const CARD_FIELDS = [
  'language',
  'title',
  'author',
  'publisher',
  'url',
  'published',
  'eventDate',
  'translatedFrom',
  'translationOf',
  'translations',
  'original',
  'reliability',
] as const satisfies readonly CardField[];
