import type { RecordRef } from '../model/records.ts';

/** What made the store change: `load` and `disk` replace everything and clear the journal. */
export type StoreOrigin = 'load' | 'extract' | 'user' | 'undo' | 'disk' | 'textEdit';

/**
 * One change of the store. On `textEdit`, `updated` lists the records whose anchor state changed;
 * the positions of all records may have moved.
 */
export interface StoreEvent {
  /** Grows by one with every event. */
  readonly revision: number;
  readonly origin: StoreOrigin;
  readonly added: readonly RecordRef[];
  readonly updated: readonly RecordRef[];
  readonly removed: readonly RecordRef[];
}
