import { MONTHS, WEEKDAYS } from '../grammar/words.ts';

const TIME_WORDS = new Set(
  'yesterday today tomorrow tonight morning afternoon evening night week month year later earlier recently now last this next ago'.split(
    ' ',
  ),
);

/** In prose these are mostly no days: "the Baltimore Sun", "he sat". */
const NO_DAYS = /^(?:sun|sat|wed)$/;

/** True for a lower-case word that says when: a day, a month, a year, "yesterday". */
export function isTimeWord(word: string): boolean {
  if (NO_DAYS.test(word)) return false;
  return WEEKDAYS.has(word) || MONTHS.has(word) || TIME_WORDS.has(word) || /^\d{4}$/.test(word);
}
