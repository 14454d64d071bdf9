import type { TextBlocks } from '../anchor/textBlocks.ts';
import type { Edit } from './edit.ts';
import { entityIdsOf } from './entityRefs.ts';
import type { KeptHistory, LostEdit, LostEdits } from './keptHistory.ts';

const MOST_EDITS = 200;

/** An edit with the text that its records stand in, and the number of text changes up to it. */
export interface HistoryEntry {
  readonly edit: Edit;
  readonly textVersion: number;
  readonly blocks: TextBlocks;
}

/** The journal of decisions; the oldest of more than 200 are forgotten. */
export class History {
  readonly #done: HistoryEntry[] = [];
  readonly #undone: HistoryEntry[] = [];
  /** What came before and after these and is lost. */
  #lost: LostEdits = {};

  get undoable(): HistoryEntry | undefined {
    return this.#done[this.#done.length - 1];
  }

  get redoable(): HistoryEntry | undefined {
    return this.#undone[this.#undone.length - 1];
  }

  /** The next edit to undo, where it can no longer be undone. */
  get lostUndo(): LostEdit | undefined {
    return this.#done.length === 0 ? this.#lost.done : undefined;
  }

  get lostRedo(): LostEdit | undefined {
    return this.#undone.length === 0 ? this.#lost.undone : undefined;
  }

  /** The oldest text version that an entry still refers to; `now` when there is none. */
  oldestVersion(now: number): number {
    let oldest = now;
    for (const { textVersion } of this.#done) oldest = Math.min(oldest, textVersion);
    for (const { textVersion } of this.#undone) oldest = Math.min(oldest, textVersion);
    return oldest;
  }

  /** What can be undone and redone, from the nearest on. */
  get edits(): Pick<KeptHistory, 'done' | 'undone' | 'lost'> {
    const nearest = (entries: readonly HistoryEntry[]) => entries.map(({ edit }) => edit).reverse();
    return { done: nearest(this.#done), undone: nearest(this.#undone), lost: this.#lost };
  }

  /** Every entity that undo or redo may refer to. */
  entityIds(): Set<string> {
    const ids = new Set<string>();
    for (const { edit } of [...this.#done, ...this.#undone]) {
      for (const { kind, id, before, after } of edit.changes) {
        if (kind === 'entities') ids.add(id);
        for (const record of [before, after]) {
          if (record) for (const entity of entityIdsOf(kind, record)) ids.add(entity);
        }
      }
    }
    return ids;
  }

  /** A new decision: what was undone before can no longer be redone. */
  push(entry: HistoryEntry): void {
    this.#undone.length = 0;
    this.#lost = { done: this.#lost.done };
    this.#done.push(entry);
    if (this.#done.length > MOST_EDITS) this.#done.shift();
  }

  /** Moves the last decision to the undone ones, in the form `entry`. */
  moveBack(entry: HistoryEntry): void {
    this.#done.pop();
    this.#undone.push(entry);
  }

  /** Moves the last undone decision to the done ones, in the form `entry`. */
  moveForth(entry: HistoryEntry): void {
    this.#undone.pop();
    this.#done.push(entry);
  }

  /** Puts each entry into the form that `renew` gives it. */
  renew(renew: (entry: HistoryEntry) => HistoryEntry): void {
    for (const entries of [this.#done, this.#undone]) entries.splice(0, entries.length, ...entries.map(renew));
  }

  /**
   * Takes up edits in the order of {@link edits} where nothing can be undone or redone.
   * @param whole the history that they are what is left of.
   */
  resume({ done, undone }: KeptHistory, whole: KeptHistory, entryOf: (edit: Edit) => HistoryEntry): void {
    const lost = (name: 'done' | 'undone', from: number): LostEdit | undefined => {
      const changed = whole[name][from]?.label;
      return changed === undefined ? whole.lost?.[name] : { label: changed, because: 'changed' };
    };
    this.#lost = { done: lost('done', done.length), undone: lost('undone', undone.length) };
    this.#done.push(...done.slice(0, MOST_EDITS).map(entryOf).reverse());
    this.#undone.push(...undone.slice(0, MOST_EDITS).map(entryOf).reverse());
  }

  clear(): void {
    this.#done.length = 0;
    this.#undone.length = 0;
    this.#lost = {};
  }
}
