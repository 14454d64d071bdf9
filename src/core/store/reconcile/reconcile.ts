import type { TextBlocks } from '../../anchor/textBlocks.ts';
import type { Extraction } from '../../extract/extraction.ts';
import { isHeld } from '../../model/isHeld.ts';
import { type AnyRecord, RECORD_KINDS } from '../../model/records.ts';
import type { Change } from '../edit.ts';
import { entityIdsOf } from '../entityRefs.ts';
import { emptyTable, type RecordTable, tableOf } from '../recordTable.ts';
import { sameValue } from '../sameValue.ts';
import type { PlacedIds } from './placedIds.ts';
import { suggest } from './suggest.ts';

export interface ReconcileInput {
  readonly table: RecordTable;
  readonly extraction: Extraction;
  /** The text that the extraction was made from. */
  readonly blocks: TextBlocks;
  /** Changes of decisions that go with it. */
  readonly settled: readonly Change[];
  /** Gives the suggestions their ids; of this round alone. */
  readonly ids: PlacedIds;
  /** Entities that must stay although nothing suggests them any more: undo may need them. */
  readonly keep: ReadonlySet<string>;
}

/**
 * Finds in small steps what has to change so that fresh suggestions lie under the decisions: every decision stays as it is, what it covers
 * is not suggested again, and suggestions that the extraction no longer makes go away.
 * The same extraction a second time gives no changes. What was found is of no use when the table changed between two steps.
 */
export function* reconcile(input: ReconcileInput): Generator<void, Change[]> {
  const { table, extraction, blocks, settled, ids, keep } = input;
  const decided = emptyTable();
  for (const kind of RECORD_KINDS) {
    for (const [id, record] of tableOf(table, kind)) {
      if (isHeld(record)) tableOf(decided, kind).set(id, record);
      yield;
    }
  }
  for (const { kind, id, after } of settled) {
    if (after && isHeld(after)) tableOf(decided, kind).set(id, after as AnyRecord);
  }
  const fresh = yield* suggest(extraction, blocks.text, decided, ids);
  const needed = new Set(keep);
  for (const kind of RECORD_KINDS) {
    for (const source of [decided, fresh]) {
      for (const record of tableOf(source, kind).values()) {
        for (const id of entityIdsOf(kind, record)) needed.add(id);
        yield;
      }
    }
  }
  const changes: Change[] = settled.filter(({ before }) => before === null || isHeld(before));
  for (const kind of RECORD_KINDS) {
    const next = tableOf(fresh, kind);
    for (const [id, before] of tableOf(table, kind)) {
      yield;
      if (isHeld(before) || next.has(id)) continue;
      if (kind === 'entities' && needed.has(id)) continue;
      changes.push({ kind, id, before, after: null } as Change);
    }
    for (const [id, after] of next) {
      yield;
      const before = tableOf(table, kind).get(id) ?? null;
      if (before && sameValue(before, after)) continue;
      if (kind === 'entities' && !needed.has(id)) continue;
      changes.push({ kind, id, before, after } as Change);
    }
  }
  return changes;
}
