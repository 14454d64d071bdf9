import * as z from 'zod';
import type { TextBlocks } from '../anchor/textBlocks.ts';
import { type Annotations, type AnyRecord, RECORD_KINDS, type RecordKind } from '../model/records.ts';
import { CARD_FIELDS } from '../model/sourceCard.ts';
import type { CardChange, Change, Edit } from '../store/edit.ts';
import type { KeptHistory } from '../store/keptHistory.ts';
import { recordsOf } from '../store/recordTable.ts';
import { conflictOf } from './decodeRecord.ts';
import { decodeSidecar } from './decodeSidecar.ts';
import { SIDECAR_VERSION } from './migrations.ts';
import { parseSidecar } from './parseSidecar.ts';
import { readJson } from './readJson.ts';
import { conflicts, id } from './schema.ts';

const MOST_CHARACTERS = 4_000_000;

const record = z.looseObject({}).nullable();
const change = z.object({ kind: z.enum(RECORD_KINDS), id, before: record, after: record });
const paths = z.array(z.string()).nullable();
const words = z.string().nullable();
const disputes = conflicts.transform((list) => list.map(conflictOf)).nullable();
const card = z
  .array(
    z.union([
      z.object({ field: z.literal('translations'), before: paths, after: paths }),
      z.object({ field: z.literal('conflict'), before: disputes, after: disputes }),
      z.object({ field: z.enum(CARD_FIELDS).exclude(['translations']), before: words, after: words }),
    ]),
  )
  .optional();
const head = z.object({
  sidecar: z.string(),
  text: z.string(),
  done: z.custom<unknown[]>(Array.isArray),
  undone: z.custom<unknown[]>(Array.isArray),
  tooLarge: z.object({ done: z.string().optional(), undone: z.string().optional() }).optional(),
});

/**
 * Reads what `historyPieces` wrote. Never throws.
 * @param json anything.
 * @param sidecar names the sidecar that holds the records as they are.
 * @returns null where it is for another text, or anything in it is not as it should be.
 */
export function decodeHistory(json: string, sidecar: string, blocks: TextBlocks): KeptHistory | null {
  const read = json.length > MOST_CHARACTERS ? null : readJson(json);
  const kept = read?.ok ? head.safeParse(read.value).data : undefined;
  if (!kept || kept.text !== blocks.sha256) return null;
  const records = new RawRecords();
  const done = editsOf(kept.done, records);
  const undone = editsOf(kept.undone, records);
  const annotations = done && undone && records.decode(kept.text, blocks);
  if (!annotations) return null;
  const decoded = (edits: readonly RawEdit[]) => edits.map((edit) => decodeEdit(edit, annotations));
  const { tooLarge = {} } = kept;
  return { blocks, done: decoded(done), undone: decoded(undone), tooLarge, changedSince: kept.sidecar !== sidecar };
}

interface RawChange {
  readonly kind: RecordKind;
  readonly id: string;
  /** Names of records. */
  readonly before: string | null;
  readonly after: string | null;
}

interface RawEdit {
  readonly label: string;
  readonly changes: readonly RawChange[];
  readonly card: readonly CardChange[] | undefined;
}

/** Records of any number of times under names of their own, to be read as one sidecar. */
class RawRecords {
  readonly #raw: Partial<Record<RecordKind, Record<string, object>>> = {};
  #count = 0;

  add(kind: RecordKind, raw: object | null): string | null {
    if (!raw) return null;
    const name = `r${this.#count++}`;
    this.#raw[kind] ??= {};
    this.#raw[kind][name] = raw;
    return name;
  }

  decode(sha256: string, blocks: TextBlocks): Annotations | null {
    const source = { sha256, offsets: 'utf-16; LF' };
    const parsed = parseSidecar(JSON.stringify({ format: 'dossier', version: SIDECAR_VERSION, source, ...this.#raw }));
    return parsed.ok ? decodeSidecar(parsed.value, blocks).dossier.annotations : null;
  }
}

/** One by one, so that little is read of what is wrong. */
function editsOf(raw: readonly unknown[], records: RawRecords): RawEdit[] | null {
  const edits: RawEdit[] = [];
  for (const one of raw) {
    const { label, changes, ...rest } = (one ?? {}) as { readonly [K in keyof RawEdit]?: unknown };
    const fields = card.safeParse(rest.card);
    if (typeof label !== 'string' || !Array.isArray(changes) || !fields.success) return null;
    const read: RawChange[] = [];
    for (const item of changes) {
      const { data } = change.safeParse(item);
      if (!data) return null;
      const { kind, id, before, after } = data;
      read.push({ kind, id, before: records.add(kind, before), after: records.add(kind, after) });
    }
    edits.push({ label, changes: read, card: fields.data });
  }
  return edits;
}

function decodeEdit({ label, changes, card }: RawEdit, annotations: Annotations): Edit {
  const find = (kind: RecordKind, id: string, name: string | null): AnyRecord | null => {
    const found = name === null ? undefined : recordsOf(annotations, kind).get(name);
    return found ? { ...found, id } : null;
  };
  return {
    label,
    changes: changes.map(
      ({ kind, id, before, after }) =>
        ({ kind, id, before: find(kind, id, before), after: find(kind, id, after) }) as Change,
    ),
    ...(card ? { card } : {}),
  };
}
