import { describeAnchors } from '../anchor/describe.ts';
import type { TextBlocks } from '../anchor/textBlocks.ts';
import type { TextChange } from '../anchor/textChange.ts';
import { trackEdits } from '../anchor/trackEdits.ts';
import { mapSpans, partsOf, placeOf } from '../model/recordSpans.ts';
import type { AnyRecord, Place, RecordKind } from '../model/records.ts';
import type { StoredAnchors } from '../model/selectors.ts';

/**
 * Shifts a record through edits of the text. When an edit reaches inside its words, the record becomes `changed`, or
 * `orphan` when nothing of it is left, and keeps its last good anchors.
 * @param changes ascending and tidy, offsets in the text that the record stands in.
 * @param lastGood gives the anchors of the record; asked only when it breaks and has none.
 * @returns the record itself when it does not move.
 */
export function trackRecord<R extends AnyRecord>(
  kind: RecordKind,
  record: R,
  changes: readonly TextChange[],
  lastGood: () => StoredAnchors,
): R {
  const place = placeOf(record);
  if (place === null) return record;
  const tracked = trackEdits(place.spans, changes);
  const moved = mapSpans(kind, record, {
    place: () => (tracked.touched ? broken(place, tracked.spans, lastGood) : movedPlace(place, tracked.spans)),
    part: (spans) => trackEdits(spans, changes).spans,
  });
  return tracked.touched ? askAgain(moved) : moved;
}

function movedPlace(place: Place, spans: Place['spans']): Place {
  return spans === place.spans ? place : { ...place, spans };
}

function broken(place: Place, spans: Place['spans'], lastGood: () => StoredAnchors): Place {
  const whole = spans.length > 0;
  return {
    spans: whole ? spans : [],
    exact: place.exact,
    anchor: whole ? 'changed' : 'orphan',
    stored: place.stored ?? lastGood(),
  };
}

/** The anchors of an anchored record in its text. */
export function anchorsOf(kind: RecordKind, record: AnyRecord, blocks: TextBlocks): StoredAnchors {
  const place = placeOf(record);
  if (!place || place.spans.length === 0) throw new RangeError(`${kind} ${record.id} does not stand in the text.`);
  return describeAnchors(blocks, place.spans, partsOf(kind, record));
}

/** A verdict on words that changed has to be looked at again. */
export function askAgain<R extends AnyRecord>(record: R): R {
  return 'verdict' in record && record.verdict !== undefined && !record.recheck ? { ...record, recheck: true } : record;
}

/** A person has looked at the words as they are now, or they are those of the verdict again. */
export function withoutRecheck<R extends AnyRecord>(record: R): R {
  if (!('recheck' in record)) return record;
  const { recheck: _, ...rest } = record;
  return rest as unknown as R;
}
