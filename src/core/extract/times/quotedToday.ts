import { contains, type Span } from '../../text/span.ts';
import type { ExtractedTime } from '../extraction.ts';

interface SaidQuote {
  readonly content: readonly Span[];
  readonly cue: Span;
  readonly kind: string;
}

const REACH = 40;

/**
 * "Today" inside a direct quotation is the day on which the words were said: where the report names that day right after
 * its cue ("he said Thursday"), the quoted "today" takes its value.
 */
export function dateQuotedToday(
  text: string,
  times: readonly ExtractedTime[],
  said: readonly SaidQuote[],
): ExtractedTime[] {
  return times.map((time) => {
    if (!/^(?:today|tonight|this (?:morning|afternoon|evening))$/i.test(text.slice(time.start, time.end))) return time;
    const report = said.find((s) => s.kind === 'direct' && s.content.some((c) => contains(c, time)));
    if (!report) return time;
    const day = times.find(
      (t) => t.start >= report.cue.end && t.start <= report.cue.end + REACH && /^\d{4}-\d\d-\d\d$/.test(t.edtf ?? ''),
    );
    const between = day ? text.slice(report.cue.end, day.start) : '.';
    if (!day || /[.!?]/.test(between)) return time;
    return { ...time, edtf: day.edtf, timex: day.timex, basis: 'relative to the day on which the words were said' };
  });
}
