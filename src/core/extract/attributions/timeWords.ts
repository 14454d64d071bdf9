import { MONTHS, WEEKDAYS } from '../grammar/words.ts';

const TIME_WORDS = new Set(
  'yesterday today tomorrow tonight morning afternoon evening night week month year later earlier recently now last this next ago'.split(
    ' ',
  ),
);

/** True for a lower-case word that says when: a day, a month, a year, "yesterday". */
export function isTimeWord(word: string): boolean {
  return WEEKDAYS.has(word) || MONTHS.has(word) || TIME_WORDS.has(word) || /^\d{4}$/.test(word);
}
