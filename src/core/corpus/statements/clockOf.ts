import type { Span } from '../../text/span.ts';

const CLOCK =
  /(?<![\d.,:])(?<h>\d{1,2})(?:[:.h](?<m>[0-5]\d)|h(?![a-z]))?\s*(?<half>[ap]\.?\s?m\b\.?)?(?!\d|[.,:]\d)/giu;
const WORDS =
  /\b(?<part>half|quarter|ten|twenty|five) (?<side>past|to) (?<hour>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midday|midnight)\b/iu;
const NAMED = /\b(?<word>noon|midday|midnight)\b/i;
const HOURS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const PARTS: Record<string, number> = { half: 30, quarter: 15, five: 5, ten: 10, twenty: 20 };
/** Minutes by which "about" and "shortly before" may be off. */
const ABOUT = 20;

/** A time of day as told: minutes of the day as a range, and whether they are of UTC. */
export interface Clock {
  readonly from: number;
  readonly to: number;
  readonly utc: boolean;
}

const BEFORE = 24;
const BEHIND = 24;

/**
 * The time of day that the words of a span tell, with the words around that bound it ("shortly before"), or null.
 * "16:10", "5.40 p.m.", "4h30", "noon", "half past six".
 */
export function clockAt(text: string, { start, end }: Span, sentence: Span): Clock | null {
  const words = text.slice(start, Math.min(sentence.end, end + BEHIND));
  const minutes = numeric(words) ?? inWords(words);
  if (minutes === null) return null;
  const before = text.slice(Math.max(sentence.start, start - BEFORE), end);
  const clock = (from: number, to: number): Clock => ({
    from,
    to,
    utc: /^[^(]*\b(?:UTC|GMT|(?:world|universal) time)\b/i.test(words),
  });
  if (/\b(?:shortly|just|little|moments) before\b/i.test(before)) return clock(minutes - ABOUT, minutes);
  if (/\b(?:shortly|just|little|moments) after\b/i.test(before)) return clock(minutes, minutes + ABOUT);
  if (/\b(?:about|around|nearly|almost|some|roughly|towards?)\b/i.test(before))
    return clock(minutes - ABOUT, minutes + ABOUT);
  return clock(minutes, minutes);
}

const TOLD =
  /\b(?:\d{1,2}h\d{2}|\d{1,2}[.:]\d{2} (?:o['’]?clock|clock|hours|hrs|in the (?:morning|afternoon|evening|night))|[0-2]\d[0-5]\d (?:hours|hrs)|(?:half|quarter|ten|twenty|five) past (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)|quarter to (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)|(?:ten|twenty|five) to (?:noon|midday|midnight))\b/giu;

/** Times of day that news writes and that are no date expressions: "16h10", "half past six". */
export function toldClocks(text: string, base: number): Span[] {
  return [...text.matchAll(TOLD)].map(({ index, 0: words }) => ({
    start: base + index,
    end: base + index + words.length,
  }));
}

function numeric(words: string): number | null {
  for (const { groups } of words.matchAll(CLOCK)) {
    const { h, m, half } = groups as { h: string; m?: string; half?: string };
    if (m === undefined && half === undefined) continue;
    const hour = Number(h);
    if (hour > 24) continue;
    const shift = half === undefined ? 0 : /^p/i.test(half) ? (hour === 12 ? 0 : 12) : hour === 12 ? -12 : 0;
    return (hour + shift) * 60 + Number(m ?? 0);
  }
  return null;
}

function inWords(words: string): number | null {
  const spoken = WORDS.exec(words)?.groups;
  if (!spoken) {
    const named = NAMED.exec(words)?.groups?.word?.toLowerCase();
    return named === undefined ? null : named === 'midnight' ? 0 : 720;
  }
  const { part, side, hour } = spoken as { part: string; side: string; hour: string };
  const told = hour.toLowerCase();
  const hours = told === 'midnight' ? 24 : /^(?:noon|midday)$/.test(told) ? 12 : HOURS.indexOf(told) + 1;
  const evening = /\b(?:afternoon|evening|night)\b/i.test(words) && hours < 12 ? 12 : 0;
  const minutes = PARTS[part.toLowerCase()] as number;
  return (hours + evening) * 60 + (/^to$/i.test(side) ? -minutes : minutes);
}
