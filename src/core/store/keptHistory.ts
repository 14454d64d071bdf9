import type { TextBlocks } from '../anchor/textBlocks.ts';
import type { Edit } from './edit.ts';

/** An edit that can no longer be undone or redone, and why. */
export interface LostEdit {
  readonly label: string;
  /**
   * `changed`: somebody else changed the same records since; `tooLarge`: it was not kept when the article was closed;
   * `older`: it was kept by a version that wrote it in another form.
   */
  readonly because: (typeof LOSSES)[number];
}

export const LOSSES = ['changed', 'tooLarge', 'older'] as const;

/** An edit to undo and one to redo, where there is such a one. */
export interface LostEdits {
  readonly done?: LostEdit | undefined;
  readonly undone?: LostEdit | undefined;
}

/** What can be undone and redone, in each list the next one first. */
export interface KeptHistory {
  /** The text that all records of the edits stand in. */
  readonly blocks: TextBlocks;
  readonly done: readonly Edit[];
  readonly undone: readonly Edit[];
  /** What came behind these edits. */
  readonly lost?: LostEdits;
  /**
   * Present where the records were changed since the history was kept, by nobody knows which decisions: those, as "kind
   * id", that its edits touched and that say what they left.
   */
  readonly asLeft?: ReadonlySet<string>;
}
