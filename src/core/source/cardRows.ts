import { readReliability } from '../model/reliability.ts';
import type { SourceCard } from '../model/sourceCard.ts';
import { isDay } from '../text/isDay.ts';

/** A field of the source card that is written as one line. */
export type LineField = Exclude<keyof SourceCard, 'translations'>;

export interface CardRow {
  readonly field: LineField;
  readonly label: string;
  /** What to write, as a sentence. */
  readonly hint: string;
  /** What is wrong with an input that is not empty, as a sentence; null when nothing is. */
  readonly check: (input: string) => string | null;
}

const LONGEST = 2000;
const line = (input: string) => (input.length > LONGEST ? `At most ${LONGEST} characters.` : null);
const day = (input: string) => (isDay(input) ? null : 'Give a day of the calendar as YYYY-MM-DD.');
const language = (input: string) =>
  /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/.test(input) ? null : 'Give a code of letters: en, fa, pt-BR.';

/** The rows of a source card, in the order in which a person reads them. */
export const CARD_ROWS: readonly CardRow[] = [
  { field: 'title', label: 'Title', hint: 'The headline of the article.', check: line },
  { field: 'author', label: 'Author', hint: 'Who wrote it; several with commas.', check: line },
  { field: 'publisher', label: 'Publisher', hint: 'The paper, agency or site.', check: line },
  {
    field: 'published',
    label: 'Published',
    hint: 'YYYY-MM-DD. Relative dates ("Thursday") count from it.',
    check: day,
  },
  { field: 'eventDate', label: 'Event', hint: 'YYYY-MM-DD: the day of what the article is about.', check: day },
  {
    field: 'url',
    label: 'Address',
    hint: 'Where the article stands on the web.',
    check: (input) => (isAddress(input) ? null : 'A web address begins with http:// or https://.'),
  },
  { field: 'language', label: 'Language', hint: 'A code of letters: en, fa, pt-BR.', check: language },
  {
    field: 'translatedFrom',
    label: 'Translated from',
    hint: 'The language of the original, where this is a translation: a code of letters.',
    check: language,
  },
  {
    field: 'reliability',
    label: 'Reliability',
    hint: 'A letter for the source and a digit for what it says: B2.',
    check: (input) => (readReliability(input) ? null : 'A letter from A to F and a digit from 1 to 6: B2.'),
  },
  {
    field: 'original',
    label: 'Imported from',
    hint: 'The path of the file from the folder of the article.',
    check: line,
  },
  {
    field: 'translationOf',
    label: 'Translation of',
    hint: 'The path of the original article from the folder of this one.',
    check: line,
  },
];

/** An address that a browser opens. */
export function isAddress(input: string): boolean {
  return input.length <= LONGEST && /^https?:\/\/[^\s/]+\S*$/i.test(input);
}
