import { forEachSpan } from '../model/recordSpans.ts';
import type { AnyRecord } from '../model/records.ts';

/** From the first to the last character of a record and its parts; of one that stands nowhere the start is behind any text. */
export function recordExtent(record: AnyRecord): { readonly start: number; readonly end: number } {
  let start = Number.MAX_SAFE_INTEGER;
  let end = 0;
  forEachSpan(record, (span) => {
    if (span.start < start) start = span.start;
    if (span.end > end) end = span.end;
  });
  return { start, end };
}
