import type { AnyRecord, RecordRef } from '../model/records.ts';

/** What made the store change: `load` and `disk` replace everything and clear the journal. */
export type StoreOrigin = 'load' | 'extract' | 'user' | 'undo' | 'disk' | 'textEdit';

/** A record that was there before a change, as it was; the store holds what it is now. */
export interface FormerRecord extends RecordRef {
  readonly before: AnyRecord;
}

/**
 * One change of the store. On `textEdit`, `updated` lists the records whose anchor state changed;
 * the positions of all records may have moved.
 */
export interface StoreEvent {
  /** Grows by one with every event. */
  readonly revision: number;
  readonly origin: StoreOrigin;
  readonly added: readonly RecordRef[];
  readonly updated: readonly FormerRecord[];
  readonly removed: readonly FormerRecord[];
}
