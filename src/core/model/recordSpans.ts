import type { Span } from '../text/span.ts';
import type { AnyRecord, ClaimRecord, Place, QuotationRecord, RecordKind } from './records.ts';

/** What to do with the places of a record; returning the given value means that nothing changes. */
export interface SpanMapper {
  place(place: Place): Place;
  /** @param path names the part inside its record: `sourceAt`, `cueAt`, `speakerAt`, `figures.0`, `times.0`. */
  part(spans: readonly Span[], path: string): readonly Span[];
}

/** The place of a record, or null for records (entities, relations, free notes) that stand nowhere in the text. */
export function placeOf(record: AnyRecord): Place | null {
  return 'place' in record ? record.place : null;
}

/** Every span of a record, of its place and of its parts. */
export function forEachSpan(record: AnyRecord, look: (span: Span) => void): void {
  placeOf(record)?.spans.forEach(look);
  if ('attribution' in record) {
    record.attribution.sourceAt.forEach(look);
    record.attribution.cueAt.forEach(look);
    for (const { at } of record.figures) at.forEach(look);
    for (const { at } of record.times) at.forEach(look);
  } else if ('speakerAt' in record) {
    record.speakerAt.forEach(look);
    record.cueAt.forEach(look);
  }
}

/** The spans of a record besides its place, by path; empty ones are left out. */
export function partsOf(kind: RecordKind, record: AnyRecord): Map<string, readonly Span[]> {
  const parts = new Map<string, readonly Span[]>();
  mapSpans(kind, record, {
    place: (place) => place,
    part: (spans, path) => {
      if (spans.length > 0) parts.set(path, spans);
      return spans;
    },
  });
  return parts;
}

/** The record with its places mapped; the record itself when nothing changed. */
export function mapSpans<R extends AnyRecord>(kind: RecordKind, record: R, mapper: SpanMapper): R {
  const place = placeOf(record);
  if (place === null) return record;
  const newPlace = mapper.place(place);
  const placed = newPlace === place ? record : { ...record, place: newPlace };
  if (kind === 'claims') return mapClaim(placed as ClaimRecord, mapper) as R;
  if (kind === 'quotations') return mapQuotation(placed as QuotationRecord, mapper) as R;
  return placed;
}

function mapQuotation(record: QuotationRecord, { part }: SpanMapper): QuotationRecord {
  const speakerAt = part(record.speakerAt, 'speakerAt');
  const cueAt = part(record.cueAt, 'cueAt');
  return speakerAt === record.speakerAt && cueAt === record.cueAt ? record : { ...record, speakerAt, cueAt };
}

function mapClaim(record: ClaimRecord, { part }: SpanMapper): ClaimRecord {
  const { attribution } = record;
  const sourceAt = part(attribution.sourceAt, 'sourceAt');
  const cueAt = part(attribution.cueAt, 'cueAt');
  const figures = mapAt(record.figures, 'figures', part);
  const times = mapAt(record.times, 'times', part);
  const sameSource = sourceAt === attribution.sourceAt && cueAt === attribution.cueAt;
  if (sameSource && figures === record.figures && times === record.times) return record;
  return { ...record, attribution: sameSource ? attribution : { ...attribution, sourceAt, cueAt }, figures, times };
}

function mapAt<T extends { readonly at: readonly Span[] }>(
  items: readonly T[],
  name: string,
  part: SpanMapper['part'],
): readonly T[] {
  let changed = false;
  const mapped = items.map((item, index) => {
    const at = part(item.at, `${name}.${index}`);
    if (at === item.at) return item;
    changed = true;
    return { ...item, at };
  });
  return changed ? mapped : items;
}
