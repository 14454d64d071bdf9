import type { TextBlocks } from '../anchor/textBlocks.ts';
import type { AnyRecord, RecordKind } from '../model/records.ts';
import type { Edit } from '../store/edit.ts';
import { encodePlace } from './encodePlace.ts';
import { encodeRecord } from './encodeRecord.ts';
import { withExtra } from './extra.ts';
import { indented } from './indented.ts';

/** An edit that was encoded, and how many characters that is. */
export interface EncodedEdit<Piece> {
  readonly piece: Piece;
  readonly length: number;
}

/**
 * The records and edits as they stand in one text in the form in which they are saved, kept for the next save: records,
 * edits and texts are immutable.
 */
export class EncodedRecords<Piece> {
  readonly encode: (text: string) => Piece;
  #blocks: TextBlocks | null = null;
  #groups = new Map<string, { readonly records: readonly AnyRecord[]; readonly piece: Piece }>();
  readonly #ids = new Map<RecordKind, string[]>();
  /** Those to undo and those to redo. */
  edits: Readonly<Record<'done' | 'undone', WeakMap<Edit, EncodedEdit<Piece>>>> = newEdits();

  /** @param encode makes the form. */
  constructor(encode: (text: string) => Piece) {
    this.encode = encode;
  }

  /** Forgets what was encoded in another text. */
  begin(blocks: TextBlocks): void {
    if (blocks === this.#blocks) return;
    this.#blocks = blocks;
    this.#groups = new Map();
    this.edits = newEdits();
  }

  /** @param records not empty. */
  groupOf(kind: RecordKind, records: readonly AnyRecord[], blocks: TextBlocks): Piece {
    const key = `${kind} ${records[0]?.id}`;
    const known = blocks === this.#blocks ? this.#groups.get(key) : undefined;
    if (known?.records.length === records.length && known.records.every((one, i) => one === records[i])) {
      return known.piece;
    }
    const fields = records.map((record) => `    ${JSON.stringify(record.id)}: ${jsonOf(kind, record, blocks)}`);
    const piece = this.encode(fields.join(',\n'));
    if (blocks === this.#blocks) this.#groups.set(key, { records, piece });
    return piece;
  }

  /** The records in bytewise order of their ids, which is known but for those that are new. */
  inOrder(kind: RecordKind, table: ReadonlyMap<string, AnyRecord>): AnyRecord[] {
    const ids = (this.#ids.get(kind) ?? []).filter((id) => table.has(id));
    if (ids.length < table.size) {
      const known = new Set(ids);
      for (const id of table.keys()) if (!known.has(id)) ids.push(id);
      ids.sort((a, b) => (a < b ? -1 : 1));
    }
    this.#ids.set(kind, ids);
    return ids.map((id) => table.get(id) as AnyRecord);
  }
}

const newEdits = () => ({ done: new WeakMap(), undone: new WeakMap() });

/** A record as a sidecar has it. */
export const rawRecord = (kind: RecordKind, record: AnyRecord, blocks: TextBlocks): object =>
  withExtra(
    encodeRecord(kind, record, (place) => encodePlace(place, blocks)),
    record.extra,
  );

const jsonOf = (kind: RecordKind, record: AnyRecord, blocks: TextBlocks) =>
  indented(rawRecord(kind, record, blocks), '    ');
