import type { Sentence } from '../../extract/document.ts';
import { outside, type Span } from '../../text/span.ts';
import type { ClauseWords } from './clauseView.ts';
import { type Clock, clockAt } from './clockOf.ts';
import { isRejected } from './isRejected.ts';
import { familyOf } from './questions.ts';
import type { ReadSentence } from './readSentence.ts';
import type { Statement } from './statement.ts';

/** "PORT HALVIK, 3 May 2021 (Agency) - ": the day and place that an article is sent from. */
const DATELINE =
  /^(?:\p{Lu}[\p{Lu} .'’-]{2,40}(?:, [^-–—]{0,60})?|\p{Lu}[\p{L} .'’-]{2,40}, [^-–—]{0,30}\d[^-–—]{0,20})\s(?:--|[-–—])\s/u;

/** "Published 3 May 2021 at 09:30". */
const PUBLISHED = /^(?:first |last )?(?:published|posted|updated)\b/i;

/** The days and times of day that a sentence gives, but for those of the article itself. */
export function dateStatements(read: ReadSentence): Statement[] {
  const { sentence, text, clocks, times, claims, words, make } = read;
  const statements: Statement[] = [];
  // "Oslo, 3 May 2021, 09:30": when it was published, no statement
  const isStamp =
    PUBLISHED.test(words(sentence)) ||
    ((claims.length === 0 || words(sentence).includes('|')) &&
      times.some(({ edtf }) => /^\d{4}-\d\d-\d\d$/.test(edtf ?? '')));
  for (const time of times) {
    if (time.kind === 'set' || time.kind === 'duration') continue;
    if (time.start === sentence.start && time.kind === 'time') continue; // the time of an entry of a live blog
    if (isInDateline(text, sentence, time) || isOfCorrection(text, sentence, time)) continue;
    const clock = time.kind === 'time' || /\d/.test(words(time)) ? clockAt(text, time, sentence) : null;
    if (time.edtf === null && clock === null) continue;
    if (clock !== null && isStamp) continue;
    const clause = dateClause(read, time);
    const edtf = isBeginning(text, time, clause) ? time.edtf?.replace(/\/\.\.$/, '') : time.edtf;
    statements.push(make('date', time, clause, { edtf: edtf ?? null, clock }));
  }
  for (const span of isStamp ? [] : outside(clocks, [...statements])) {
    const clock = clockAt(text, span, sentence);
    if (clock) statements.push(make('date', span, dateClause(read, span), { clock }));
  }
  return joinDayAndClock(text, statements);
}

/** What stands between a day and its time of day. */
const JOINT = /^,? (?:(?:at|on|the|about|around|shortly|just|before|after|only|local time) ){0,3}$/;

/** "10 May at 16:10 UTC", "16:10 UTC today": one moment. */
function joinDayAndClock(text: string, statements: readonly Statement[]): Statement[] {
  const joined: Statement[] = [];
  for (const next of [...statements].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    const [day, time] = last && next.edtf === null ? [last, next] : [next, last];
    const isJoint = last && JOINT.test(text.slice(last.end, next.start));
    if (!isJoint || !time?.clock || time.edtf !== null || !isDay(day, time.clock)) joined.push(next);
    else {
      const span = { start: last.start, end: next.end };
      joined[joined.length - 1] = { ...day, ...span, words: text.slice(span.start, span.end), clock: time.clock };
    }
  }
  return joined;
}

/** A day whose own words tell no time; one of an unknown year has got its time from the words behind it. */
function isDay({ edtf, words, clock }: Statement, time: Clock): boolean {
  if (/\d[:.]\d/.test(words)) return false;
  return edtf === null ? clock?.from === time.from && clock.to === time.to : /^\d{4}-\d\d-\d\d[~?]?$/.test(edtf);
}

/** How surely the words must speak of an event for "since" to tell its day. */
const PLAIN = 0.3;

/** "In operation since 1974", "closed since Monday": the day of what happened then, not a span. */
function isBeginning(text: string, { start, end }: Span, { questions }: ClauseWords): boolean {
  const [question, weight] = questions[0] ?? ['', 0];
  return (
    weight >= PLAIN && familyOf(question) === 'event' && /\bsince\s/i.test(text.slice(Math.max(0, start - 8), end))
  );
}

function dateClause({ text, view }: ReadSentence, span: Span): ClauseWords {
  const clause = view(span, 'date');
  const scope = [
    ...clause.scope,
    ...(isTimeOfReport(text, span) && !isBeginning(text, span, clause) ? ['reported'] : []),
    ...(isRejected(text, span) ? ['withdrawn'] : []),
  ];
  return { ...clause, scope };
}

function isInDateline(text: string, sentence: Sentence, time: Span): boolean {
  const opening = text.slice(sentence.start, Math.min(sentence.end, time.end + 40));
  return time.start - sentence.start < 60 && DATELINE.test(opening);
}

/** "CORRECTION, 4 July: ...": the day on which the article was changed. */
function isOfCorrection(text: string, sentence: Sentence, time: Span): boolean {
  const head = text.slice(sentence.start, Math.min(time.start, sentence.start + LONGEST_HEAD));
  return (
    time.start - sentence.start < LONGEST_HEAD && /^\W*(?:correction|clarification|update|amended)\b[^.]*$/i.test(head)
  );
}

/** UTF-16 units within which the head of a correction gives its day. */
const LONGEST_HEAD = 24;

/** "as of 6 p.m.", "at a 7 p.m. briefing", "the ministry said late Friday": when something was known or told. */
function isTimeOfReport(text: string, { start, end }: Span): boolean {
  return (
    /\b(?:said|says|told \p{L}+|announced|added)(?: on| late| early| in)*\s+$/iu.test(
      text.slice(Math.max(0, start - 30), start),
    ) ||
    /\b(?:as of|by|until|till|(?<!\b(?:shortly|just|soon|little|moments) )(?:before|after)|since|updated)\s+$/i.test(
      text.slice(Math.max(0, start - 16), start),
    ) ||
    /^ (?:briefing|post|entry|news|press|update|we )/i.test(text.slice(end, end + 12))
  );
}
