import type { Annotations, AnyRecord, RecordKind, RecordOf } from '../model/records.ts';

/** The mutable side of {@link Annotations}. */
export type RecordTable = { readonly [K in RecordKind]: Map<string, RecordOf[K]> };

export function emptyTable(): RecordTable {
  return {
    entities: new Map(),
    mentions: new Map(),
    claims: new Map(),
    quotations: new Map(),
    relations: new Map(),
    notes: new Map(),
  };
}

/** The map of one kind, typed for code that treats all kinds alike. */
export function tableOf(table: RecordTable, kind: RecordKind): Map<string, AnyRecord> {
  return table[kind] as Map<string, AnyRecord>;
}

/** The records of one kind, typed for code that treats all kinds alike. */
export function recordsOf(annotations: Annotations, kind: RecordKind): ReadonlyMap<string, AnyRecord> {
  return annotations[kind] as ReadonlyMap<string, AnyRecord>;
}
