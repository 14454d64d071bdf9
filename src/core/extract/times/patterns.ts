const MONTH_NAMES = 'January|February|March|April|May|June|July|August|September|October|November|December';
const MONTH_SHORT = 'Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec';
/** As other languages, and translations from them, write those that are no other words. */
const SMALL_MONTHS = 'january|february|april|june|july|september|october|november|december';
export const MONTH = `(?:${MONTH_NAMES}|${SMALL_MONTHS}|(?:${MONTH_SHORT})\\.?(?![\\p{L}]))`;
/** Only beside a day and a year or "of", for "may", "march" and "august" are words. */
export const ANY_MONTH = `(?:${MONTH}|${MONTH_NAMES.toLowerCase()})`;
export const WEEKDAY = '(?:[Mm]onday|[Tt]uesday|[Ww]ednesday|[Tt]hursday|[Ff]riday|[Ss]aturday|[Ss]unday)';
export const YEAR = '(?:1[4-9]\\d\\d|20\\d\\d)';
export const PART = '(?:morning|afternoon|evening|night|midday|noon|midnight|lunchtime|dawn)';
export const UNIT = '(?:minute|hour|day|week|month|year|decade)';
const SMALL_NUMBERS =
  'one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty';
/** Also with a capital, as at the start of a sentence. */
export const SMALL = `(?:\\d{1,3}|${SMALL_NUMBERS.replace(/(\w)(\w+) ?/g, (_, first: string, rest: string) => `[${first.toUpperCase()}${first}]${rest}|`).slice(0, -1)})`;
export const SEASON = '(?:spring|summer|autumn|fall|winter)';

const MONTH_INDEX = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const WEEKDAY_INDEX = 'mon tue wed thu fri sat sun'.split(' ');
const NUMBERS: ReadonlyMap<string, number> = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, i) => [word, i]),
);
const TENS: ReadonlyMap<string, number> = new Map([
  ['thirty', 30],
  ['forty', 40],
  ['fifty', 50],
]);

export function monthIndex(name: string): number {
  return MONTH_INDEX.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

export function weekdayIndex(name: string): number {
  return WEEKDAY_INDEX.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

/** A small number in figures or words; "a" and "an" are one; null for vague words. */
export function smallNumber(word: string): number | null {
  const w = word.toLowerCase();
  if (/^\d+$/.test(w)) return Number(w);
  if (w === 'a' || w === 'an' || w === 'the') return 1;
  return NUMBERS.get(w) ?? TENS.get(w) ?? null;
}
