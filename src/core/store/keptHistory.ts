import type { TextBlocks } from '../anchor/textBlocks.ts';
import type { Edit } from './edit.ts';

/** The labels of an edit to undo and of one to redo, where there is such a one. */
export interface NextEdits {
  readonly done?: string | undefined;
  readonly undone?: string | undefined;
}

/** What can be undone and redone, in each list the next one first. */
export interface KeptHistory {
  /** The text that all records of the edits stand in. */
  readonly blocks: TextBlocks;
  readonly done: readonly Edit[];
  readonly undone: readonly Edit[];
  /** What came behind these edits and was too large to be kept, by its label. */
  readonly tooLarge?: NextEdits;
  /** The records were changed since the history was kept, by nobody knows which decisions. */
  readonly changedSince?: boolean;
}
