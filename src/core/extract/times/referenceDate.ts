import type { ArticleDocument } from '../document.ts';
import type { ExtractionRequest, ReferenceDate } from '../extraction.ts';
import { ParagraphCache } from '../paragraphCache.ts';
import { parseDay, yearOf } from './calendar.ts';
import { detectTimes } from './detectTimes.ts';
import { ABSOLUTE, fullDayIn } from './fullDay.ts';
import { type HeadDate, headDates, yearlessDateline } from './headDates.ts';
import type { TimeExpression } from './moment.ts';
import { resolveMoment } from './resolve.ts';

const LEAD = 1200;

/** Times by the text of their sentence. */
export type TimeCache = ParagraphCache<readonly TimeExpression[]>;

/**
 * The day that relative dates count from: the given one; else the one that front matter or the head of a page states;
 * else a date line below the headline; else the dateline or a line below the headline that carries a date; else the day
 * of a change; else a date above the headline, which may be the site's: it counts where the text names the same year,
 * beside other words also where it names none; else a date with a year in the opening of the text.
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
  const title = headline < 0 ? 0 : (document.zones[headline]?.start ?? 0);
  const lines = dateLines(document);
  const heads = headDates(document);
  const below = headline < 0 ? [] : lines.filter(({ at }) => at > title);
  const first = below.find(({ changed }) => !changed);
  if (first) return { value: first.day, basis: 'date line below the headline', confidence: 0.9 };
  const stamp = heads.find(({ basis, at }) => basis === 'dateline' || at > title);
  if (stamp) return dateOf(stamp);
  if (below[0]) return { value: below[0].day, basis: 'day of the last change, below the headline', confidence: 0.7 };
  // a line above the headline may be of the site
  const above = lines.find(({ day }) => agrees(day));
  if (above) return { value: above.day, basis: 'date line above the headline, agrees with the text', confidence: 0.6 };
  for (const head of heads) {
    if (agrees(head.value)) return { ...dateOf(head), confidence: 0.6 };
    if (years().size === 0) return { ...dateOf(head), confidence: 0.5 };
  }
  const inferred = inferFromLead(document);
  if (inferred !== null) return inferred;
  const unknown = { value: null, basis: 'no date of the article known', confidence: 0 };
  const monthDay = yearlessDateline(document);
  return monthDay === null ? unknown : { ...unknown, basis: 'a dateline without a year', monthDay };
}

interface DateLine {
  readonly at: number;
  readonly day: string;
  /** The line gives the day of a change. */
  readonly changed: boolean;
}

const FIRST_ZONES = 9;

function dateLines({ text, zones }: ArticleDocument): DateLine[] {
  return zones.slice(0, FIRST_ZONES).flatMap(({ origin, start, end }) => {
    const line = text.slice(start, end);
    const day = origin === 'rule:date-line' ? fullDayIn(line) : null;
    return day === null
      ? []
      : [{ at: start, day, changed: /^\W*(?:last )?(?:updated?|modified|changed|edited)/i.test(line) }];
  });
}

const dateOf = ({ value, basis, confidence }: HeadDate): ReferenceDate => ({ value, basis, confidence });

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
