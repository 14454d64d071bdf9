import { mapSpans } from '../model/recordSpans.ts';
import type { Annotations, AnyRecord, Place, RecordKind } from '../model/records.ts';
import { type Change, type Edit, invertEdit } from './edit.ts';
import type { KeptHistory } from './keptHistory.ts';
import { recordsOf } from './recordTable.ts';
import { sameValue } from './sameValue.ts';

const NOWHERE: Place = { spans: [], exact: '', anchor: 'orphan' };

/**
 * The part of `history` that leads from the records as they are: an edit that did not leave a record as it is found, but
 * for where its words stand, and all behind it are dropped. The records that it leads from become those of `annotations`.
 */
export function rebindHistory({ blocks, done, undone }: KeptHistory, annotations: Annotations): KeptHistory {
  return {
    blocks,
    done: leadingFrom(annotations, done.map(invertEdit)).map(invertEdit),
    undone: leadingFrom(annotations, undone),
  };
}

/** The first of `edits`, as many as can be carried out one after the other. */
function leadingFrom(annotations: Annotations, edits: readonly Edit[]): Edit[] {
  const now = new Map<string, AnyRecord | null>();
  const bound: Edit[] = [];
  for (const edit of edits) {
    const changes: Change[] = [];
    for (const change of edit.changes) {
      const { kind, id, before, after } = change;
      const key = `${kind} ${id}`;
      const present = now.get(key);
      const record = present === undefined ? (recordsOf(annotations, kind).get(id) ?? null) : present;
      if (!sameValue(decided(kind, before), decided(kind, record))) return bound;
      now.set(key, after);
      changes.push({ ...change, before: record } as Change);
    }
    bound.push({ ...edit, changes });
  }
  return bound;
}

/** The record without what edits of the text make of it: these may have broken and healed a copy at other times. */
function decided(kind: RecordKind, record: AnyRecord | null): object | null {
  if (!record) return null;
  const placeless = mapSpans(kind, record, { place: () => NOWHERE, part: () => [] });
  return { ...placeless, recheck: undefined };
}
