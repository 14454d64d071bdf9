import { placeOf } from '../../model/recordSpans.ts';
import type { RecordRef } from '../../model/records.ts';
import type { Span } from '../../text/span.ts';
import type { AnnotationStore } from '../annotationStore.ts';
import type { Edit } from '../edit.ts';
import { anchorAt } from '../healRecord.ts';
import { anchorsOf, askAgain } from '../trackRecord.ts';
import { ChangeList, editedState, recordOf, type Stamp } from './editContext.ts';
import { labelFor } from './label.ts';

/**
 * Puts a record on the words that a person shows, its parts where they are found there. A verdict on other words asks to
 * be checked again.
 * @param spans the pieces of the words in document order, none of them empty.
 */
export function attach(store: AnnotationStore, ref: RecordRef, spans: readonly Span[], stamp: Stamp): Edit {
  const list = new ChangeList(store, stamp);
  const record = recordOf(store, ref);
  const place = record && placeOf(record);
  if (record && place) {
    const state = record.state === 'rejected' ? record.state : editedState(record.state);
    const moved = { ...anchorAt(ref.kind, record, spans, store.blocks), state };
    list.set(ref.kind, (placeOf(moved)?.exact === place.exact ? moved : askAgain(moved)) as never);
  }
  return { label: labelFor('Attach', store, [ref]), changes: list.changes };
}

/** Keeps records without a place: nobody is asked about them again, and only their very words bring them back. */
export function keepLost(store: AnnotationStore, refs: readonly RecordRef[], stamp: Stamp): Edit {
  const list = new ChangeList(store, stamp);
  for (const ref of refs) {
    const record = recordOf(store, ref);
    const place = record && placeOf(record);
    if (!record || !place || place.anchor === 'anchored' || place.kept) continue;
    const stored = place.stored ?? anchorsOf(ref.kind, record, store.blocks);
    const kept = { spans: [], exact: place.exact, anchor: 'orphan', stored, kept: true };
    list.set(ref.kind, { ...record, place: kept } as never);
  }
  return { label: labelFor('Keep without a place', store, refs), changes: list.changes };
}
