import type { TextBlocks } from '../anchor/textBlocks.ts';
import type { TextChange } from '../anchor/textChange.ts';
import type { AnyRecord } from '../model/records.ts';
import type { Change, Edit } from './edit.ts';
import { healRecord } from './healRecord.ts';
import type { HistoryEntry } from './history.ts';
import { anchorsOf, trackRecord } from './trackRecord.ts';

/** The edits of the text since the oldest decision that can be undone; brings old records up to date when needed. */
export class TextJournal {
  #steps: (readonly TextChange[])[] = [];
  #first = 0;

  /** Grows by one with every edit of the text. */
  get version(): number {
    return this.#first + this.#steps.length;
  }

  /** @param oldest steps before this version are no longer needed. */
  add(changes: readonly TextChange[], oldest: number): void {
    this.#steps.push(changes);
    if (oldest > this.#first) {
      this.#steps.splice(0, oldest - this.#first);
      this.#first = oldest;
    }
  }

  /** The edit of `entry` with its records at the places where their words stand in the text of today. */
  catchUp({ edit, textVersion, blocks }: HistoryEntry, now: TextBlocks): Edit {
    const steps = this.#steps.slice(textVersion - this.#first);
    if (steps.length === 0) return edit;
    const shift = (kind: Change['kind'], record: AnyRecord | null) => {
      if (!record) return null;
      let moved = record;
      for (const changes of steps) moved = trackRecord(kind, moved, changes, () => anchorsOf(kind, record, blocks));
      return healRecord(kind, moved, now) ?? moved;
    };
    const changes = edit.changes.map(
      (c) => ({ ...c, before: shift(c.kind, c.before), after: shift(c.kind, c.after) }) as Change,
    );
    return { ...edit, changes };
  }

  clear(): void {
    this.#first = this.version;
    this.#steps = [];
  }
}
