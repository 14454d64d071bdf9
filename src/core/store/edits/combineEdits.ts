import type { AnyRecord } from '../../model/records.ts';
import { RECORD_KINDS } from '../../model/records.ts';
import type { ArticleState } from '../articleState.ts';
import type { Change, Edit } from '../edit.ts';
import { emptyTable, recordsOf, tableOf } from '../recordTable.ts';

/** Makes an edit for a state. */
export type EditMaker = (state: ArticleState) => Edit;

/**
 * One edit that does what `makers` do one after the other, each on what the ones before it left; a single one keeps its
 * own label.
 */
export function combineEdits(state: ArticleState, label: string, makers: readonly EditMaker[]): Edit {
  const [only, ...more] = makers;
  if (only && more.length === 0) return only(state);
  const annotations = emptyTable();
  for (const kind of RECORD_KINDS) {
    for (const [id, record] of recordsOf(state.annotations, kind)) tableOf(annotations, kind).set(id, record);
  }
  const changes = new Map<string, Change>();
  for (const make of makers) {
    for (const change of make({ annotations, text: state.text }).changes) {
      const { kind, id, after } = change;
      const key = `${kind} ${id}`;
      changes.set(key, { ...change, before: (changes.get(key) ?? change).before } as Change);
      if (after) tableOf(annotations, kind).set(id, after as AnyRecord);
      else tableOf(annotations, kind).delete(id);
    }
  }
  return { label, changes: [...changes.values()].filter(({ before, after }) => before !== after) };
}
