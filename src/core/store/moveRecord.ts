import { mapSpans } from '../model/recordSpans.ts';
import type { AnyRecord, RecordKind } from '../model/records.ts';
import type { Span } from '../text/span.ts';

/** The record and its parts as they stand when the text before all of them has grown `by` code units. */
export function moveRecord(kind: RecordKind, record: AnyRecord, by: number): AnyRecord {
  const shift = (spans: readonly Span[]) =>
    spans.length === 0 ? spans : spans.map(({ start, end }) => ({ start: start + by, end: end + by }));
  return mapSpans(kind, record, { place: (place) => ({ ...place, spans: shift(place.spans) }), part: shift });
}
