import type { SourceCard } from '../model/sourceCard.ts';
import { CARD_ROWS, type LineField } from './cardRows.ts';
import { dayOf } from './dayOf.ts';

/** What a text or file says of itself: its own names for things, lower case, with the words as they stand. */
export type Metadata = ReadonlyMap<string, string>;

/** Where each field of a card is looked for, the best place first. */
const NAMES: { readonly [F in LineField]?: readonly string[] } = {
  title: ['headline', 'og:title', 'citation_title', 'dc.title', 'dcterms.title', 'twitter:title', 'title'],
  author: [
    'author',
    'article:author',
    'citation_author',
    'parsely-author',
    'sailthru.author',
    'dc.creator',
    'dcterms.creator',
    'byline',
    'byl',
    'authors',
    'by',
  ],
  publisher: [
    'publisher',
    'og:site_name',
    'citation_journal_title',
    'dc.publisher',
    'dcterms.publisher',
    'site',
    'outlet',
    'source',
    'application-name',
  ],
  published: [
    'datepublished',
    'article:published_time',
    'published',
    'og:published_time',
    'citation_publication_date',
    'parsely-pub-date',
    'sailthru.date',
    'dc.date.issued',
    'dcterms.issued',
    'dc.date',
    'dcterms.created',
    'pubdate',
    'publishdate',
    'publish_date',
    'publication_date',
    'date',
  ],
  eventDate: ['eventdate', 'event_date', 'event date'],
  url: ['canonical', 'og:url', 'url', 'mainentityofpage', 'address', 'link'],
  language: ['inlanguage', 'lang', 'language', 'content-language', 'og:locale', 'dc.language'],
  translatedFrom: ['translationofwork.inlanguage', 'translatedfrom', 'translated_from', 'translated from'],
  reliability: ['reliability'],
};
const LONGEST = 300;

/** The fields of a card that metadata fills, each with the first of its places that holds something it can be. */
export function cardOf(metadata: Metadata): SourceCard {
  const card: { -readonly [F in LineField]?: string } = {};
  for (const { field, check } of CARD_ROWS) {
    for (const name of NAMES[field] ?? []) {
      const value = tidy(field, metadata.get(name) ?? '');
      if (value === '' || check(value) !== null) continue;
      card[field] = value;
      break;
    }
  }
  return card;
}

function tidy(field: LineField, words: string): string {
  const line = words
    .slice(0, LONGEST * 4)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  switch (field) {
    case 'published':
    case 'eventDate':
      return dayOf(line) ?? '';
    case 'language':
    case 'translatedFrom':
      return line.replace('_', '-');
    case 'author':
      // Some sites name the author by the address of a profile.
      return /^(?:https?:|@)/.test(line) ? '' : shortened(line.replace(/^by\s+/i, ''));
    case 'title':
    case 'publisher':
      return shortened(line);
    default:
      return line;
  }
}

function shortened(line: string): string {
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST).trimEnd()}…`;
}
