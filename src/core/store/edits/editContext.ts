import type { AnyRecord, RecordKind, RecordOf, RecordRef } from '../../model/records.ts';
import type { RecordState } from '../../model/types.ts';
import type { ArticleState } from '../articleState.ts';
import type { Change } from '../edit.ts';
import { recordsOf } from '../recordTable.ts';

/** Who decides and when (ISO 8601, UTC); empty where the settings keep authors out of the file. */
export interface Stamp {
  readonly by?: string;
  readonly on?: string;
}

/** The record that `ref` names, or undefined. */
export function recordOf(state: ArticleState, { kind, id }: RecordRef): AnyRecord | undefined {
  return recordsOf(state.annotations, kind).get(id);
}

/** The state after a person changed the content: a suggestion is edited, what a person made stays so. */
export function editedState(state: RecordState): RecordState {
  return state === 'added' ? 'added' : 'edited';
}

/** The state after a person added to a record (note, verdict) without changing it: a suggestion is thereby accepted. */
export function touchedState(state: RecordState): RecordState {
  return state === 'suggested' ? 'accepted' : state;
}

/** Collects the changes of one edit, each record once; later changes of a record build on the earlier ones. */
export class ChangeList {
  readonly #state: ArticleState;
  readonly #stamp: Stamp;
  readonly #changes = new Map<
    string,
    { kind: RecordKind; id: string; before: AnyRecord | null; after: AnyRecord | null }
  >();

  constructor(state: ArticleState, stamp: Stamp) {
    this.#state = state;
    this.#stamp = stamp;
  }

  /** The record as it is after the changes so far. */
  get<K extends RecordKind>(kind: K, id: string): RecordOf[K] | undefined {
    const change = this.#changes.get(`${kind} ${id}`);
    const record = change ? change.after : recordsOf(this.#state.annotations, kind).get(id);
    return (record ?? undefined) as RecordOf[K] | undefined;
  }

  /** Adds or replaces a record and stamps it; nothing happens when it is the same as before. */
  set<K extends RecordKind>(kind: K, record: RecordOf[K]): void {
    if (this.get(kind, record.id) === record) return;
    this.#put(kind, record.id, { ...record, ...this.#stamp });
  }

  /** Replaces a record that merely follows a decision on another one: nobody signs it. */
  follow<K extends RecordKind>(kind: K, record: RecordOf[K]): void {
    if (this.get(kind, record.id) !== record) this.#put(kind, record.id, record);
  }

  delete(kind: RecordKind, id: string): void {
    if (this.get(kind, id)) this.#put(kind, id, null);
  }

  get changes(): Change[] {
    return [...this.#changes.values()].filter(({ before, after }) => before !== after) as Change[];
  }

  #put(kind: RecordKind, id: string, after: AnyRecord | null): void {
    const key = `${kind} ${id}`;
    const before = this.#changes.get(key)?.before ?? recordsOf(this.#state.annotations, kind).get(id) ?? null;
    this.#changes.set(key, { kind, id, before, after });
  }
}
