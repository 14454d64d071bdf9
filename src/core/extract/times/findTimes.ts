import type { Span } from '../../text/span.ts';
import type { ArticleDocument } from '../document.ts';
import type { ExtractedTime, ReferenceDate, TimeEnd } from '../extraction.ts';
import type { ParagraphCache } from '../paragraphCache.ts';
import { parseDay } from './calendar.ts';
import { countFromOthers } from './countFromOthers.ts';
import { detectTimes } from './detectTimes.ts';
import type { TimeExpression } from './moment.ts';
import { resolveMoment } from './resolve.ts';
import { kindsIn, kindsInTokens } from './wordKinds.ts';

/** Words that put the time behind them ahead, where no past form of a verb ("said", "announced") stands between. */
const FUTURE =
  /(?:\b(?:will|shall|would|should|plans? to|planned|scheduled|expected|expects?|due|(?:instruct|order|ask|urg|direct|invit)ed (?:[\p{L}’'-]+ ){1,8}to|upcoming|going to|is to|are to|(?:was|were) to (?!blame\b|have\b)\p{Ll}+|set to|(?:hop|aim|want|intend|plann)(?:es?|s|ing)? to)\b|['’]ll\b|\b[Ss]ee you\b)(?:(?! (?:said|told|was|were|had|\p{Ll}+ed)\b).){0,80}$/u;
/** The same of words that look ahead only where no past form stands before them ("he was mayor until Friday"). */
const DEADLINE =
  /(?:\b(?:must|may|forecast (?:[\p{L}’'-]+ ){0,6}to|likely to|to be (?:held|heard|sworn|buried|decided)|until|till|call(?:s|ed) (?:for )?an? (?:[\p{L}\d-]+ ){0,3}(?:strike|protest|march|rally|vote|election|walkout|summit|meeting)|declared|days of \p{Ll}+ (?:from|starting|beginning))\b)(?:(?! (?:said|told|was|were|had)\b)[^.;]){0,60}$/u;
const PAST_BEFORE = /\b(?:was|were|had|did|stayed|remained|lasted|ran|worked|served|kept|held)\b/;
/** "Wednesday's ruling": what has a day of its own is mostly over. */
const POSSESSIVE = /^['’]s\b/;

/**
 * Every time of the sentences and date lines, in document order. Values that depend on the article's date count from
 * `reference`; without one they stay unresolved.
 */
export function findTimes(
  document: ArticleDocument,
  reference: ReferenceDate,
  cache?: ParagraphCache<readonly TimeExpression[]>,
): ExtractedTime[] {
  const day = reference.value === null ? null : parseDay(reference.value);
  const context = { reference: day, basis: `relative to ${reference.value} (${reference.basis})` };
  const times: ExtractedTime[] = [];
  const add = (start: number, text: string, kinds: number) => {
    const found = cache ? cache.get(text, () => detectTimes(text, kinds)) : detectTimes(text, kinds);
    if (found.length === 0) return;
    for (const t of found) {
      const future =
        !POSSESSIVE.test(text.slice(t.end, t.end + 3)) && looksAhead(text.slice(Math.max(0, t.start - 100), t.start));
      const value = resolveMoment(t.moment, { ...context, future });
      times.push({
        start: t.start + start,
        end: t.end + start,
        ...value,
        ...(t.ends ? { ends: endsOf(t.ends, start, value.timex) } : {}),
        origin: 'rule:times',
        score: scoreOf(t, value.edtf),
      });
    }
  };
  for (const z of document.zones) {
    if (z.origin !== 'rule:date-line') continue;
    const line = document.text.slice(z.start, z.end);
    const kinds = kindsIn(line.split(/[\s/]+/));
    if (kinds !== 0) add(z.start, line, kinds);
  }
  for (const s of document.sentences) {
    const kinds = kindsInTokens(s.tokens);
    if (kinds !== 0) add(s.start, document.text.slice(s.start, s.end), kinds);
  }
  return countFromOthers(
    document,
    times.sort((a, b) => a.start - b.start),
  );
}

function looksAhead(before: string): boolean {
  if (FUTURE.test(before)) return true;
  const deadline = DEADLINE.exec(before);
  return deadline !== null && !PAST_BEFORE.test(before.slice(0, deadline.index));
}

function endsOf([from, to]: readonly [Span, Span], offset: number, timex: string | null): [TimeEnd, TimeEnd] {
  const [first = null, second = null] = timex?.split('/') ?? [];
  return [
    { start: from.start + offset, end: from.end + offset, timex: first },
    { start: to.start + offset, end: to.end + offset, timex: second },
  ];
}

function scoreOf({ moment }: TimeExpression, edtf: string | null): number {
  if (moment.type === 'date' && moment.year !== undefined) return moment.month === undefined ? 0.85 : 0.98;
  return edtf === null ? 0.6 : 0.85;
}
