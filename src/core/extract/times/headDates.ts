import type { ArticleDocument } from '../document.ts';
import { fullDayIn, monthDayIn } from './fullDay.ts';

/** The date that the head of a text gives to it, and how plainly. */
export interface HeadDate {
  readonly value: string;
  readonly basis: string;
  readonly confidence: number;
  /** Where its line starts. */
  readonly at: number;
}

const HEAD = 1500;
const LINES = 36;
const STAMP = 160;
/** "OSLO, Norway, May 3, 2021 (Agency) - ", up to the dash. */
const OPENING = /^\p{Lu}[^\n]{4,110}?\s(?:--|[-–—])\s/u;
const PLACE_FIRST = /^\p{Lu}[\p{L} .'’-]{1,60},\s/u;
const DATE_LAST = /\d(?:\s*\([^()]{1,60}\)|,?\s[^,()]{0,20})?\s(?:--|[-–—])\s$/u;
const CUE =
  /\b(?:posted|published|updated|issued?|release|embargo\w*|by|edition|briefing|dated?|translat\w+|version|min read)\b/i;
const CLOCK = /\b\d{1,2}(?:[:.h]\d\d|\s?[ap]\.?m\b)/;
const BARS = /[|·•—–]/;
/** A date, with a clock perhaps, ends the line or begins it. */
const AT_AN_END = /(?:19|20)\d\d(?:,?\s\d{1,2}[:.h]\d\d.{0,6})?\s*$|^\d/;
/** Words that a line can hold beside its date and still be a stamp. */
const MOST_WORDS = 14;
const FEW_WORDS = 6;

/**
 * The dates that the lines at the head of a text carry beside other words: the dateline of an agency, the line of the
 * author, a line with "Posted" or with bars. In order of the text; a line of a date alone is not looked at.
 */
export function headDates({ text, zones }: ArticleDocument): HeadDate[] {
  const found: HeadDate[] = [];
  let at = 0;
  for (const line of headLines(text)) {
    const start = at;
    at += line.length + 1;
    const zone = zones.find((one) => one.start <= start && start < one.end);
    if (!/\d/.test(line) || zone?.origin === 'rule:date-line') continue;
    const opening = datelineOf(line);
    const sent = opening === null ? null : fullDayIn(opening);
    if (sent !== null) found.push({ value: sent, basis: 'dateline', confidence: 0.9, at: start });
    else if (isStamp(line, zone?.kind === 'furniture') && (zone?.kind !== 'headline' || isNoTitle(line))) {
      const value = fullDayIn(line);
      if (value !== null) found.push({ value, basis: 'line at the head of the text', confidence: 0.8, at: start });
    }
  }
  return found;
}

/** The day, `MM-DD`, of the first dateline that names no year: "OSLO, May 3 (Agency) - ". */
export function yearlessDateline({ text }: ArticleDocument): string | null {
  for (const line of headLines(text)) {
    const opening = datelineOf(line);
    if (opening !== null) return monthDayIn(opening);
  }
  return null;
}

function headLines(text: string): string[] {
  return text.slice(0, HEAD).split('\n').slice(0, LINES);
}

/** The opening up to the dash: a place comes first, and the date ends it but for the agency. */
function datelineOf(line: string): string | null {
  const opening = OPENING.exec(line)?.[0];
  return opening !== undefined && PLACE_FIRST.test(opening) && DATE_LAST.test(opening) ? opening : null;
}

/** What the segmentation took for the headline is a stamp all the same: "By Ann Lee, 3 May 2021". */
function isNoTitle(line: string): boolean {
  return CLOCK.test(line) || CUE.test(line) || /,\s\d{1,2}\s\p{L}+\s\d{4}\s*$/u.test(line);
}

/** A line of furniture with a date at an end of it is a stamp, whatever else it says. */
function isStamp(line: string, furniture: boolean): boolean {
  if (line.length > STAMP || /(?<![ap]\.m)[.!?]["”’)]?\s*$/i.test(line)) return false;
  const words = line.split(/[\s|·•,–—-]+/).filter((word) => /\p{L}/u.test(word)).length;
  if (words <= (furniture ? MOST_WORDS : FEW_WORDS) && AT_AN_END.test(line)) return true;
  return words <= MOST_WORDS && (CUE.test(line) || BARS.test(line) || CLOCK.test(line));
}
