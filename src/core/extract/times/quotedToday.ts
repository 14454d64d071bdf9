import type { Span } from '../../text/span.ts';
import type { ExtractedTime } from '../extraction.ts';
import { SpanList } from '../spanList.ts';

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
  const index = new SpanList(times);
  const dated = [...times];
  for (const { kind, cue, content } of said) {
    if (kind !== 'direct') continue;
    const day = index
      .within({ start: cue.end, end: cue.end + REACH })
      .find(({ item }) => /^\d{4}-\d\d-\d\d$/.test(item.edtf ?? ''))?.item;
    if (!day || /[.!?]/.test(text.slice(cue.end, day.start))) continue;
    for (const { item, index: i } of content.flatMap((c) => index.within(c))) {
      if (!/^(?:today|tonight)$/i.test(text.slice(item.start, item.end))) continue;
      dated[i] = {
        ...item,
        edtf: day.edtf,
        timex: day.timex,
        basis: 'relative to the day on which the words were said',
      };
    }
  }
  return dated;
}
