import { placeOf } from '../../model/recordSpans.ts';
import type { AnyRecord, RecordRef } from '../../model/records.ts';
import { compareSpans, type Span, sameSpans } from '../../text/span.ts';
import type { ArticleState } from '../articleState.ts';
import type { Edit } from '../edit.ts';
import { withoutRecheck } from '../trackRecord.ts';
import { ChangeList, editedState, recordOf, type Stamp } from './editContext.ts';
import { newPlace } from './entityEdits.ts';
import { labelFor } from './label.ts';

/**
 * Puts a record of any kind that stands in the text on other words; its source, cue, figures and dates stay.
 * @param spans not empty; several are the pieces of one record.
 */
export function resizeRecord(state: ArticleState, ref: RecordRef, spans: readonly Span[], stamp: Stamp): Edit {
  const list = new ChangeList(state, stamp);
  const record = recordOf(state, ref);
  const place = record && placeOf(record);
  const sorted = [...spans].sort(compareSpans);
  const same = place?.anchor === 'anchored' && sameSpans(place.spans, sorted);
  if (record && place && !same) {
    const moved = { ...withoutRecheck(record), place: newPlace(state, sorted), state: editedState(record.state) };
    list.set(ref.kind, moved as AnyRecord as never);
  }
  return { label: labelFor('Resize', state, [ref]), changes: list.changes };
}
