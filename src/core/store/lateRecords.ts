import { growthOf, type TextChange } from '../anchor/textChange.ts';
import { placeOf } from '../model/recordSpans.ts';
import { type AnyRecord, RECORD_KINDS, type RecordKind } from '../model/records.ts';
import { moveRecord } from './moveRecord.ts';
import { recordExtent } from './recordExtent.ts';
import { type RecordTable, tableOf } from './recordTable.ts';

/** An edit that lies further than this before the last one brings all records up to date once, not those between each time. */
const NEAR = 20_000;

/** A record of the table, from the first to the last character of it and its parts as the table has them. */
interface Entry {
  readonly kind: RecordKind;
  readonly id: string;
  start: number;
  end: number;
  /** It lost its words, and may find them again with any edit. */
  broken: boolean;
  late: boolean;
}

/**
 * The records behind the place where somebody types. They all move by the same distance, so the table keeps them as they
 * were until somebody asks for them; a key costs what stands around it.
 */
export class LateRecords {
  /** All records that stand in the text; empty when the table is up to date. */
  #entries: Entry[] = [];
  /** How far the late ones have moved. */
  #by = 0;
  /** Where the last edit ended. */
  #from = 0;

  /** Brings the table up to date. */
  settle(table: RecordTable): void {
    for (const entry of this.#entries) if (entry.late) this.#settle(table, entry);
    this.#entries = [];
    this.#by = 0;
  }

  /**
   * Follows an edit of the text.
   * @param changes ascending, not empty, offsets in the text before them.
   * @param reached is given the records that the edit may concern, as they stand in the text before it; it leaves them in
   * the table as they stand behind it.
   */
  follow(
    table: RecordTable,
    changes: readonly TextChange[],
    reached: (kind: RecordKind, record: AnyRecord) => void,
  ): void {
    const { start } = changes[0] as TextChange;
    const { end } = changes[changes.length - 1] as TextChange;
    if (start < this.#from - NEAR) this.settle(table);
    if (this.#entries.length === 0) this.#entries = entriesOf(table, end);
    for (const entry of this.#entries) {
      if (entry.late ? entry.start + this.#by >= end : entry.end <= start && !entry.broken) continue;
      if (entry.late) this.#settle(table, entry);
      reached(entry.kind, recordIn(table, entry));
      Object.assign(entry, extentOf(recordIn(table, entry)));
    }
    const grown = growthOf(changes);
    this.#by += grown;
    this.#from = end + grown;
  }

  #settle(table: RecordTable, entry: Entry): void {
    const { kind, id } = entry;
    if (this.#by !== 0) tableOf(table, kind).set(id, moveRecord(kind, recordIn(table, entry), this.#by));
    entry.late = false;
  }
}

/** @param from where the records begin that are late from now on. */
function entriesOf(table: RecordTable, from: number): Entry[] {
  const entries: Entry[] = [];
  for (const kind of RECORD_KINDS) {
    for (const record of tableOf(table, kind).values()) {
      if (!placeOf(record)) continue;
      const extent = extentOf(record);
      entries.push({ kind, id: record.id, ...extent, late: extent.start >= from && !extent.broken });
    }
  }
  return entries;
}

const recordIn = (table: RecordTable, { kind, id }: Entry) => tableOf(table, kind).get(id) as AnyRecord;

function extentOf(record: AnyRecord): Pick<Entry, 'start' | 'end' | 'broken'> {
  return { ...recordExtent(record), broken: placeOf(record)?.stored !== undefined };
}
