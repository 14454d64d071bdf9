import { conflictSide, flagged, WHOLE_RECORD } from './conflictList.ts';
import type { Json } from './json.ts';
import type { Side } from './mergeRecord.ts';

/** The record with the conflict that `side` has it and the other side deleted it. */
export function flagDeleted(record: Json, side: Side): Json {
  const kept = conflictSide({ state: record.state }, ['state'], record);
  const [ours, theirs] = side === 'ours' ? [kept, {}] : [{}, kept];
  return flagged(record, { field: WHOLE_RECORD, ours, theirs });
}
