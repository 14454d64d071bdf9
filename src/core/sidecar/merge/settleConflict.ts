import type { TextBlocks } from '../../anchor/textBlocks.ts';
import type { AnyRecord, EntityRecord, RecordRef } from '../../model/records.ts';
import type { ArticleState } from '../../store/articleState.ts';
import type { Edit } from '../../store/edit.ts';
import { reject } from '../../store/edits/decide.ts';
import { ChangeList, recordOf, type Stamp } from '../../store/edits/editContext.ts';
import { labelFor } from '../../store/edits/label.ts';
import { removeAdded } from '../../store/edits/removeAdded.ts';
import { emptyTable, tableOf } from '../../store/recordTable.ts';
import { sameValue } from '../../store/sameValue.ts';
import { rawFile } from '../rawFile.ts';
import { readRecord } from '../readRecord.ts';
import { valueOfSide, WHOLE_RECORD } from './conflictList.ts';
import type { Json } from './json.ts';
import { settleMerge } from './settleMerge.ts';
import { flatten, unflatten, unitNamed } from './units.ts';

/**
 * Ends a kept conflict: the record gets the value of one side, found anew in the text where it is a place, or stays as
 * it is. What moved with a merge that the side does not know moves back. Where the side deleted the record, it is removed, or rejected when the machine suggested it.
 * @param at number of the conflict in its record; one that is not there makes an empty edit.
 * @throws RangeError in words when the value of the side cannot be used here.
 */
export function settleConflict(
  state: ArticleState & { readonly blocks: TextBlocks },
  { ref, at, take }: { readonly ref: RecordRef; readonly at: number; readonly take: 'ours' | 'theirs' | 'neither' },
  stamp: Stamp,
): Edit {
  const label = labelFor('Settle conflict in', state, [ref]);
  const record = recordOf(state, ref);
  const conflict = record?.conflict?.[at];
  if (!record || !conflict) return { label, changes: [] };
  const side = take === 'neither' ? null : conflict[take];
  if (side && conflict.field === WHOLE_RECORD && !('value' in side)) {
    const gone = record.state === 'added' ? removeAdded(state, [ref], stamp) : reject(state, [ref], stamp);
    const changes = gone.changes.map((change) =>
      change.after && change.kind === ref.kind && change.id === ref.id
        ? { ...change, after: withoutConflict(change.after, at) }
        : change,
    );
    return { label, changes: changes as Edit['changes'] };
  }
  const list = new ChangeList(state, stamp);
  const settled = withoutConflict(record, at);
  const value =
    side && conflict.field !== WHOLE_RECORD ? withValue(state, ref, settled, conflict.field, side) : settled;
  if (ref.kind === 'entities' && conflict.field === 'mergedInto' && !sameValue(value, settled)) {
    return settleMerge(state, { entity: value as EntityRecord, label, moved: conflict.moved ?? {} }, stamp);
  }
  list.set(ref.kind, value as never);
  return { label, changes: list.changes };
}

function withoutConflict(record: AnyRecord, at: number): AnyRecord {
  const { conflict = [], ...rest } = record;
  const left = conflict.filter((_, i) => i !== at);
  return (left.length > 0 ? { ...rest, conflict: left } : rest) as AnyRecord;
}

function withValue(
  { blocks, annotations }: ArticleState & { readonly blocks: TextBlocks },
  ref: RecordRef,
  record: AnyRecord,
  field: string,
  side: { readonly value?: unknown },
): AnyRecord {
  const alone = emptyTable();
  tableOf(alone, ref.kind).set(ref.id, record);
  const file = rawFile(alone, blocks);
  const { keys } = unitNamed(field);
  const raw = Object.entries(flatten((file[ref.kind] as Record<string, Json>)[ref.id] as Json));
  const rest = Object.fromEntries(raw.filter(([key]) => !keys.includes(key)));
  return readRecord(ref, unflatten({ ...rest, ...valueOfSide(side, keys) }), file, blocks, annotations.entities);
}
