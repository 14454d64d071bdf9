import type { Span } from '../../text/span.ts';

const NAMES = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const HOUR = `(?:${NAMES.join('|')})`;
const NAMED = '(?:noon|midday|midnight)';
const PART = '(?:half|(?:a )?quarter|twenty-five|twenty|ten|five)(?: minutes)?';
const MINUTES = `(?:${NAMES.join('|')}|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty(?:-(?:${NAMES.slice(0, 9).join('|')}))?) minutes`;
const PARTS: Readonly<Record<string, number>> = { half: 30, quarter: 15 };
const TEENS = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(' ');
/** Words that tell the part of the day, or that a time is meant. */
const TELLS =
  "(?: sharp)?,? (?:o['’]?clock|in the (?:early |late )?(?:morning|afternoon|evening|night)|at night|(?:this|yesterday|that|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day) (?:morning|afternoon|evening|night)|tonight|local time)";
const NO_NOUN = '(?=[.,;)]|$| (?:on|when|and|as|yesterday|today|local|with|after|before|but|while|by)\\b)';
const NEAR = '(?:at|around|about|by|until|till|before|after|towards?|nearly|almost|past)';

/** Times of day that news writes and that are no date expressions: "16h10", "half past six", "just before five", "around noon". */
const TOLD = new RegExp(
  [
    String.raw`\d{1,2}h\d{2}`,
    String.raw`\d{1,2}[.:]\d{2}(?: (?:o['’]?clock|clock|hours|hrs)\b|(?=${TELLS}))`,
    String.raw`[0-2]\d[0-5]\d (?:hours|hrs)`,
    `${PART} past ${HOUR}`,
    `(?:a )?quarter to ${HOUR}`,
    `${MINUTES} (?:to|past|before|after) (?:${HOUR}|${NAMED})`,
    `(?:twenty-five|twenty|ten|five) to ${NAMED}`,
    String.raw`(?:twenty-five|twenty|ten|five) to ${HOUR}(?:(?=${TELLS})|(?<=\b(?:at|around|about|until|before|after) [a-z ]{0,30})${NO_NOUN})`,
    `${HOUR}(?=${TELLS})`,
    String.raw`(?<=\b(?:(?:just|shortly|soon|little|moments) (?:before|after)|at(?: (?:about|around|nearly))?) )${HOUR}${NO_NOUN}`,
    String.raw`(?<=\b${NEAR} )${NAMED}`,
  ]
    .map((part) => String.raw`\b${part}\b`.replace(/\\b$/, '(?![\\p{L}\\d])'))
    .join('|'),
  'giu',
);

/** Stands in whatever {@link TOLD} finds and is looked for many times as fast: most sentences have none. */
const MAY_TELL = new RegExp(String.raw`\dh\d|\d[.:]\d\d|\d h|\b(?:${HOUR}|${NAMED})(?![\p{L}\d])`, 'iu');

/** Spans of times of day in words. @param base what is added to their offsets. */
export function toldClocks(text: string, base: number): Span[] {
  if (!MAY_TELL.test(text)) return [];
  return [...text.matchAll(TOLD)].map(({ index, 0: words }) => ({
    start: base + index,
    end: base + index + words.length,
  }));
}

const SPOKEN = new RegExp(
  String.raw`^(?:(?<part>${PART}|${MINUTES}) (?<side>past|to|before|after) )?(?<hour>${HOUR}|${NAMED})\b(?! (?:second|minute|hour|day|week|month|year)s?\b)(?<rest>.*)$`,
  'isu',
);

/** A time of day in words that stand at the beginning. */
export interface SpokenClock {
  /** Minutes of the day; before noon where the half of the day is not told. */
  readonly minutes: number;
  /** False where it can be of the morning or of the evening. */
  readonly half: boolean;
}

/** "half past six in the evening", "five o'clock", "noon"; null where the words begin with none. */
export function spokenClock(words: string): SpokenClock | null {
  const groups = SPOKEN.exec(words)?.groups;
  if (!groups) return null;
  const { part, side, hour = '', rest = '' } = groups;
  const told = hour.toLowerCase();
  const isNamed = !NAMES.includes(told);
  const hours = told === 'midnight' ? (part ? 24 : 0) : isNamed ? 12 : (NAMES.indexOf(told) + 1) % 12;
  const [day] = /\b(?:morning|afternoon|evening|tonight|night)\b|\b[ap]\.?\s?m\b/i.exec(rest) ?? [];
  const late =
    day !== undefined && (/^(?:afternoon|evening|tonight|p)/i.test(day) || (/^night$/i.test(day) && hours >= 6));
  const sign = /^(?:to|before)$/i.test(side ?? '') ? -1 : 1;
  const minutes = part ? sign * minutesOf(part.toLowerCase().replace(/^a | minutes$/g, '')) : 0;
  return { minutes: (hours + (late && !isNamed ? 12 : 0)) * 60 + minutes, half: isNamed || day !== undefined };
}

/** "half", "quarter", "twelve", "twenty-five". */
function minutesOf(part: string): number {
  const teen = TEENS.indexOf(part);
  const [, one] = part.split('-');
  const ones = NAMES.indexOf(one ?? part) + 1;
  return PARTS[part] ?? (teen >= 0 ? 10 + teen : (one ? 20 : 0) + ones);
}
