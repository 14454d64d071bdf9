import type { ResolveOptions } from '../anchor/resolve.ts';
import type { TextBlocks } from '../anchor/textBlocks.ts';
import { TextMap } from '../anchor/textMap.ts';
import type { Annotations, AnyRecord, RecordKind } from '../model/records.ts';
import type { Change, Edit } from '../store/edit.ts';
import type { KeptHistory, LostEdit, LostEdits } from '../store/keptHistory.ts';
import { recordsOf } from '../store/recordTable.ts';
import { decisionHash } from './decision.ts';
import { decodeRecords } from './decodeSidecar.ts';
import { changeLine, editLine, endLine, headLine, olderHistory } from './historyLines.ts';
import { changePlain, isPlainChange, type PlainChange } from './plainFields.ts';
import { readJson } from './readJson.ts';
import { recordSchema, type SidecarRecord } from './schema.ts';

type List = 'done' | 'undone';

/** What a history is read for. */
interface ReadFor {
  readonly blocks: TextBlocks;
  /** Names the sidecar that holds the records as they are. */
  readonly sidecar: string;
  readonly annotations: Annotations;
  /** What that sidecar was written for, where it is another text; null where that is not at hand. */
  readonly old?: { readonly sha256: string; readonly text: string | null };
}

interface ReadChange {
  readonly kind: RecordKind;
  readonly id: string;
  /** The hash of what the record says where the edit leads from; null where it is not there. */
  readonly from: string | null;
  /** What it becomes: this, where fields of it change, else this record, or none. */
  readonly plain: PlainChange | null;
  readonly record: AnyRecord | null;
}

/**
 * Reads what `historyPieces` wrote, in steps of one record at most. Never throws.
 * @param json anything.
 * @returns the edits as far as each finds the records as it should, these anchored in the text as it is now; null where it
 * is for neither text, or anything in it is not as it should be.
 */
export function* readHistory(json: string, given: ReadFor): Generator<void, KeptHistory | null> {
  const { blocks, sidecar, old } = given;
  const lines = linesOf(json);
  const first = valueIn(lines.next().value);
  const older = olderHistory.safeParse(first).data;
  if (older?.text === blocks.sha256) return { blocks, done: [], undone: [], lost: lostOf(older) };
  const head = headLine.safeParse(first).data;
  const sameText = head?.text === blocks.sha256;
  if (!head || !(sameText || head.text === old?.sha256)) return null;
  const map = sameText || !old?.text ? null : new TextMap(old.text, blocks.text);
  const edits: { readonly [L in List]: Edit[] } = { done: [], undone: [] };
  const lost: { [L in List]?: LostEdit } = {};
  const trail = new Trail(given.annotations);
  for (let line = lines.next(); !line.done; line = lines.next()) {
    const value = valueIn(line.value);
    const end = endLine.safeParse(value).data;
    if (end) {
      const { asLeft } = trail;
      const kept: KeptHistory = { blocks, ...edits, lost: { ...end.lost, ...lost } };
      return lines.next().done ? { ...kept, ...(head.sidecar === sidecar ? {} : { asLeft }) } : null;
    }
    const edit = editLine.safeParse(value).data;
    if (!edit) return null;
    const { list, label, card } = edit;
    const changes: Change[] = [];
    for (let n = 0; n < edit.changes; n++) {
      const read = readChange(valueIn(lines.next().value), blocks, { sameText, map });
      if (!read) return null;
      const change = trail.follow(list, read);
      if (change) changes.push(change);
      else lost[list] ??= { label, because: 'changed' };
      yield;
    }
    if (!lost[list]) edits[list].push({ label, changes, ...(card ? { card } : {}) });
  }
  return null;
}

/** The records as the edits lead from one to the next. */
class Trail {
  readonly #annotations: Annotations;
  readonly #now: { readonly [L in List]: Map<string, AnyRecord | null> } = { done: new Map(), undone: new Map() };
  /** Those, as "kind id", that say in the annotations what the edits left. */
  readonly asLeft = new Set<string>();

  constructor(annotations: Annotations) {
    this.#annotations = annotations;
  }

  /** @returns null where the record does not say what the change is to find. */
  follow(list: List, { kind, id, from, plain, record }: ReadChange): Change | null {
    const now = this.#now[list];
    const key = `${kind} ${id}`;
    const met = now.get(key);
    const found = met === undefined ? (recordsOf(this.#annotations, kind).get(id) ?? null) : met;
    const isAsLeft = (found && decisionHash(kind, found)) === from;
    if (isAsLeft && met === undefined) this.asLeft.add(key);
    const next = found && plain ? changePlain(found, plain) : record;
    now.set(key, next);
    const [before, after] = list === 'done' ? [next, found] : [found, next];
    return isAsLeft ? ({ kind, id, before, after } as Change) : null;
  }
}

function* linesOf(json: string): Generator<string, undefined> {
  for (let start = 0, end = 0; start < json.length; start = end + 1) {
    end = json.indexOf('\n', start);
    if (end < 0) end = json.length;
    yield json.slice(start, end);
  }
}

function valueIn(line: string | undefined): unknown {
  const read = readJson(line ?? '');
  return read.ok ? read.value : null;
}

function lostOf({ done, undone }: { readonly [L in List]?: string | undefined }): LostEdits {
  const lost = (label: string | undefined): LostEdit | undefined =>
    label === undefined ? undefined : { label, because: 'older' };
  return { done: lost(done), undone: lost(undone) };
}

function readChange(value: unknown, blocks: TextBlocks, options: ResolveOptions): ReadChange | null {
  const { data } = changeLine.safeParse(value);
  if (!data) return null;
  const { kind, id, from, plain = null, record: raw } = data;
  if (plain && (from === null || !isPlainChange(kind, plain))) return null;
  if (!raw || plain) return { kind, id, from, plain, record: null };
  if (!recordSchema(kind).safeParse(raw).success) return null;
  const [record = null] = decodeRecords(kind, [[id, raw as SidecarRecord]], blocks, options);
  return { kind, id, from, plain, record };
}
