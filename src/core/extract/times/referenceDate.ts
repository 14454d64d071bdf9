import type { ArticleDocument } from '../document.ts';
import type { ExtractionRequest, ReferenceDate } from '../extraction.ts';
import { ParagraphCache } from '../paragraphCache.ts';
import { parseDay, yearOf } from './calendar.ts';
import { detectTimes } from './detectTimes.ts';
import { ABSOLUTE, fullDayIn } from './fullDay.ts';
import { headDates, yearlessDateline } from './headDates.ts';
import type { TimeExpression } from './moment.ts';
import { resolveMoment } from './resolve.ts';

const LEAD = 1200;

/** Times by the text of their sentence. */
export type TimeCache = ParagraphCache<readonly TimeExpression[]>;

/**
 * The day that relative dates count from: the given one; else the one that front matter or the head of a page states;
 * else a date line below the headline; else the dateline or a line at the head that carries a date;
 * else a date with a year in the opening of the text. A date above the headline may be the site's: it counts where the
 * text names the same year, or none.
 */
export function findReferenceDate(
  request: ExtractionRequest & { readonly stated?: string | undefined },
  document: ArticleDocument,
  cache: TimeCache = new ParagraphCache(1),
): ReferenceDate {
  const given = request.published === undefined ? null : parseDay(request.published);
  if (given !== null) return { value: request.published as string, basis: 'given with the article', confidence: 1 };
  if (request.stated !== undefined) return { value: request.stated, basis: 'the head of the text', confidence: 0.95 };
  let named: ReadonlySet<number> | undefined;
  const years = () => (named ??= yearsNamed(document, cache));
  const agrees = (day: string) => {
    const year = Number(day.slice(0, 4));
    return years().has(year) || (years().has(year - 1) && !years().has(year + 1));
  };
  const headline = document.zones.findIndex((z) => z.kind === 'headline');
  for (const [i, zone] of document.zones.entries()) {
    if (zone.origin !== 'rule:date-line' || i > 8) continue;
    const day = fullDayIn(document.text.slice(zone.start, zone.end));
    if (day === null) continue;
    const below = headline >= 0 && i > headline;
    if (below) return { value: day, basis: 'date line below the headline', confidence: 0.9 };
    if (agrees(day))
      return { value: day, basis: 'date line above the headline, agrees with the text', confidence: 0.6 };
  }
  const title = headline < 0 ? 0 : (document.zones[headline]?.start ?? 0);
  for (const { at, ...date } of headDates(document)) {
    // a line above the headline may be of the site
    if (date.basis === 'dateline' || at > title) return date;
    if (agrees(date.value)) return { ...date, confidence: 0.6 };
    if (years().size === 0) return { ...date, confidence: 0.5 };
  }
  const inferred = inferFromLead(document);
  if (inferred !== null) return inferred;
  const unknown = { value: null, basis: 'no date of the article known', confidence: 0 };
  const monthDay = yearlessDateline(document);
  return monthDay === null ? unknown : { ...unknown, basis: 'a dateline without a year', monthDay };
}

function yearsNamed(document: ArticleDocument, cache: TimeCache): Set<number> {
  const years = new Set<number>();
  for (const s of document.sentences) {
    const text = document.text.slice(s.start, s.end);
    if (!/\b(?:19|20)\d\d\b/.test(text)) continue;
    for (const { moment } of cache.get(text, () => detectTimes(text))) {
      const value = resolveMoment(moment, ABSOLUTE).timex;
      const match = value ? /^(?:19|20)\d\d/.exec(value) : null;
      if (match) years.add(Number(match[0]));
    }
  }
  return years;
}

/** A weekday said together with its full date ("Thursday, August 26, 2021") dates the events of the text. */
function inferFromLead(document: ArticleDocument): ReferenceDate | null {
  for (const s of document.sentences) {
    if (s.start > LEAD) return null;
    const text = document.text.slice(s.start, s.end);
    const day = /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? /.test(text) ? fullDayIn(text) : null;
    if (day !== null && yearOf(parseDay(day) as number) > 1990) {
      return { value: day, basis: 'inferred: a weekday with its full date in the opening', confidence: 0.5 };
    }
  }
  return null;
}
