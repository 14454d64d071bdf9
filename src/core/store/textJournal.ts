import type { TextBlocks } from '../anchor/textBlocks.ts';
import { growthOf, type TextChange } from '../anchor/textChange.ts';
import type { AnyRecord } from '../model/records.ts';
import type { StoredAnchors } from '../model/selectors.ts';
import type { Change, Edit } from './edit.ts';
import { healRecord } from './healRecord.ts';
import type { HistoryEntry } from './history.ts';
import { moveRecord } from './moveRecord.ts';
import { recordExtent } from './recordExtent.ts';
import { anchorsOf, trackRecord } from './trackRecord.ts';

/** An edit of the text, from the first to the last character that it replaces. */
interface Step {
  readonly changes: readonly TextChange[];
  readonly start: number;
  readonly end: number;
  readonly growth: number;
}

/** The edits of the text since the oldest decision that can be undone; brings old records up to date when needed. */
export class TextJournal {
  #steps: Step[] = [];
  #first = 0;

  /** Grows by one with every edit of the text. */
  get version(): number {
    return this.#first + this.#steps.length;
  }

  /** @param oldest steps before this version are no longer needed. */
  add(changes: readonly TextChange[], oldest: number): void {
    const { start } = changes[0] as TextChange;
    const { end } = changes[changes.length - 1] as TextChange;
    this.#steps.push({ changes, start, end, growth: growthOf(changes) });
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
      const moved = follow(kind, record, steps, () => anchorsOf(kind, record, blocks));
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

/** {@link trackRecord} for many edits; those that lie before or behind the record only count. */
function follow(kind: Change['kind'], record: AnyRecord, steps: readonly Step[], lastGood: () => StoredAnchors) {
  let moved = record;
  let { start, end } = recordExtent(record);
  let by = 0;
  for (const step of steps) {
    if (end + by <= step.start) continue;
    if (start + by >= step.end) {
      by += step.growth;
      continue;
    }
    if (by !== 0) moved = moveRecord(kind, moved, by);
    moved = trackRecord(kind, moved, step.changes, lastGood);
    ({ start, end } = recordExtent(moved));
    by = 0;
  }
  return by === 0 ? moved : moveRecord(kind, moved, by);
}
