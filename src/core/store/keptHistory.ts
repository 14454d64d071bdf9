import type { TextBlocks } from '../anchor/textBlocks.ts';
import type { Edit } from './edit.ts';

/** What can be undone and redone, in each list the next one first. */
export interface KeptHistory {
  /** The text that all records of the edits stand in. */
  readonly blocks: TextBlocks;
  readonly done: readonly Edit[];
  readonly undone: readonly Edit[];
  /** The records were changed since the history was kept, by nobody knows which decisions. */
  readonly changedSince?: boolean;
}
