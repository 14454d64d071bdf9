import type { Span } from '../../text/span.ts';
import { spokenClock } from './spokenClock.ts';

const CLOCK =
  /(?<![\d.,:])(?<h>\d{1,2})(?:[:.h](?<m>[0-5]\d)|h(?![a-z]))?\s*(?<half>[ap]\.?\s?m\b\.?)?(?!\d|[.,:]\d)/giu;
const HOURS = /^(?<h>[0-2]\d)(?<m>[0-5]\d) (?:hours|hrs)\b/i;
const EVENING = /^[^.,;]{0,12}\b(?:afternoon|evening|tonight)\b/i;
/** Minutes by which "about" and "shortly before" may be off. */
const ABOUT = 20;

/** A time of day as told: minutes of the day as a range, whether they are of UTC, and whether the half of the day is told. */
export interface Clock {
  readonly from: number;
  readonly to: number;
  readonly utc: boolean;
  /** False of "half past six", which can be in the morning or in the evening. */
  readonly half: boolean;
}

const BEFORE = 24;
const BEHIND = 32;

/**
 * The time of day that the words of a span tell, with the words around that bound it ("shortly before"), or null.
 * "16:10", "5.40 p.m.", "4h30", "noon", "half past six".
 */
export function clockAt(text: string, { start, end }: Span, sentence: Span): Clock | null {
  const words = text.slice(start, Math.min(sentence.end, end + BEHIND));
  const told = spokenClock(words) ?? numeric(words);
  if (told === null) return null;
  const { minutes, half } = told;
  const before = text.slice(Math.max(sentence.start, start - BEFORE), end);
  const clock = (from: number, to: number): Clock => ({
    from,
    to,
    utc: /^[^(]*\b(?:UTC|GMT|(?:world|universal) time)\b/i.test(words),
    half,
  });
  if (/\b(?:shortly|just|little|moments) before\b/i.test(before)) return clock(minutes - ABOUT, minutes);
  if (/\b(?:shortly|just|little|moments|soon) after\b/i.test(before)) return clock(minutes, minutes + ABOUT);
  if (/\b(?:about|around|nearly|almost|some|roughly|towards?)\b/i.test(before))
    return clock(minutes - ABOUT, minutes + ABOUT);
  return clock(minutes, minutes);
}

function numeric(words: string): { readonly minutes: number; readonly half: boolean } | null {
  const plain = HOURS.exec(words)?.groups;
  if (plain) return { minutes: Number(plain.h) * 60 + Number(plain.m), half: true };
  for (const { index, 0: told, groups } of words.matchAll(CLOCK)) {
    const { h, m, half } = groups as { h: string; m?: string; half?: string };
    if (m === undefined && half === undefined) continue;
    const hour = Number(h);
    if (hour > 24) continue;
    const late = half === undefined ? hour < 12 && EVENING.test(words.slice(index + told.length)) : /^p/i.test(half);
    const shift = late ? (hour === 12 ? 0 : 12) : half !== undefined && hour === 12 ? -12 : 0;
    return { minutes: (hour + shift) * 60 + Number(m ?? 0), half: true };
  }
  return null;
}
