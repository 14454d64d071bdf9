import { rememberWords } from '../../text/rememberForms.ts';
import type { Token } from '../../text/tokens.ts';
import { wordOf } from '../../text/word.ts';
import { ANY_MONTH, WEEKDAY } from './patterns.ts';

/** Kinds of words that time expressions are made of, as bits. */
export const KIND = {
  digit: 1,
  months: 2,
  years: 4,
  days: 8,
  parts: 16,
  weekdays: 32,
  units: 64,
  yearly: 128,
  quarters: 256,
  seasons: 512,
  sets: 1024,
} as const;

const PATTERNS: readonly (readonly [number, RegExp])[] = [
  [KIND.digit, /\d/],
  [KIND.months, new RegExp(ANY_MONTH, 'u')],
  [KIND.years, /\d{4}/],
  [KIND.days, /yesterday|today|tomorrow|tonight|new|christmas|boxing|halloween/i],
  [KIND.parts, /morning|afternoon|evening|night|o['’]?clock/],
  [KIND.weekdays, new RegExp(WEEKDAY)],
  [KIND.units, /minute|hour|day|week|month|year|decade|centur|night|morning|evening|afternoon/],
  [KIND.yearly, /\d{4}|year/],
  [KIND.quarters, /quarter/],
  [KIND.seasons, /spring|summer|autumn|fall|winter/i],
  [KIND.sets, /[Ee]very|[Ee]ach|^24$|[Dd]aily|[Ww]eekly|[Mm]onthly|[Aa]nnually|[Yy]early/],
];
/** A sentence without such a word has no time expression at all. */
const TRIGGER =
  /\d|days?\b|week|month|year|decade|centur|morning|night|evening|afternoon|January|February|March|April|May\b|June|July|August|September|October|November|December|\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b|tomorrow|spring|summer|autumn|fall|winter|quarter|hour|minute|o['’]?clock|daily|annual|christmas|halloween/i;

const TRIGGERS = 2048;

/** The kinds that the words have between them; 0 where no time expression can be made of them. */
export function kindsIn(words: Iterable<string>): number {
  let all = 0;
  for (const word of words) all |= kindsOf(wordOf(word));
  return withTrigger(all);
}

/** The same for the words of tokens. */
export function kindsInTokens(tokens: readonly Token[]): number {
  let all = 0;
  for (const { word } of tokens) all |= kindsOf(word);
  return withTrigger(all);
}

function withTrigger(all: number): number {
  return all & TRIGGERS ? all & ~TRIGGERS : 0;
}

const kindsOf = rememberWords((word) => {
  let kinds = TRIGGER.test(word) ? TRIGGERS : 0;
  for (const [kind, pattern] of PATTERNS) if (pattern.test(word)) kinds |= kind;
  return kinds;
});
