import { RECORD_KINDS, type RecordRef } from '../../model/records.ts';
import type { SidecarFile, SidecarRecord } from '../schema.ts';
import type { RawConflict } from './conflictList.ts';

/** A conflict that waits for a person. */
export interface KeptConflict extends RawConflict {
  /** The record; null for what the file says of the article. */
  readonly record: RecordRef | null;
}

/** All conflicts that a checked sidecar keeps, those of the article first. */
export function keptConflicts(file: SidecarFile): KeptConflict[] {
  const found = ofRecord(file.conflict, null);
  for (const kind of RECORD_KINDS) {
    for (const [id, record] of Object.entries((file[kind] ?? {}) as Record<string, SidecarRecord>)) {
      found.push(...ofRecord(record.conflict, { kind, id }));
    }
  }
  return found;
}

function ofRecord(conflicts: readonly RawConflict[] | undefined, record: RecordRef | null): KeptConflict[] {
  return (conflicts ?? []).map(({ field, ours, theirs }) => ({ field, ours, theirs, record }));
}
