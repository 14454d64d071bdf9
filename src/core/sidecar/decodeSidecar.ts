import type { ResolveOptions } from '../anchor/resolve.ts';
import type { TextBlocks } from '../anchor/textBlocks.ts';
import { TextMap } from '../anchor/textMap.ts';
import { type Annotations, type AnyRecord, RECORD_KINDS, type RecordKind } from '../model/records.ts';
import { emptyTable, tableOf } from '../store/recordTable.ts';
import { askAgain } from '../store/trackRecord.ts';
import { finish } from '../util/finish.ts';
import { conflictOf, decodeRecord } from './decodeRecord.ts';
import { type Dossier, SOURCE_FIELDS, type SourceInfo } from './dossier.ts';
import { extraOf } from './extra.ts';
import { placeAll } from './placeAll.ts';
import { recordSchema, type SidecarFile, type SidecarRecord, sidecarSchema } from './schema.ts';

/** Records whose places are looked up in one step. */
const AT_ONCE = 200;

export interface DecodedSidecar {
  readonly dossier: Dossier;
  /** True when the text is the very one that the sidecar was written for. */
  readonly sameText: boolean;
}

/**
 * The records of a checked sidecar, anchored in the article as it is now. Nothing is lost: what does not stand in the
 * text any more is an orphan with the selector that it had; a verdict on words that are others now asks to be checked again.
 * @param oldText the text that the sidecar was written for, where it is at hand.
 */
export function decodeSidecar(...given: Parameters<typeof decodeInSteps>): DecodedSidecar {
  return finish(decodeInSteps(...given));
}

/** {@link decodeSidecar} in small steps, each the work of a few records, but for the search where the text is another one. */
export function* decodeInSteps(
  file: SidecarFile,
  blocks: TextBlocks,
  { oldText = null }: { readonly oldText?: string | null } = {},
): Generator<void, DecodedSidecar> {
  const sameText = file.source.sha256 === blocks.sha256;
  const map = sameText || oldText === null ? null : new TextMap(oldText, blocks.text);
  const annotations: Annotations = emptyTable();
  for (const kind of RECORD_KINDS) {
    const entries = Object.entries(file[kind] ?? {}) as [string, SidecarRecord][];
    const table = tableOf(annotations as ReturnType<typeof emptyTable>, kind);
    const records = yield* recordsInSteps(kind, entries, blocks, { sameText, map });
    for (const record of records) table.set(record.id, record);
  }
  const extra = extraOf(sidecarSchema, file);
  const dossier: Dossier = {
    source: sourceOf(file),
    ...(file.extractor === undefined ? {} : { extractor: file.extractor }),
    ...(file.$schema === undefined ? {} : { schema: file.$schema }),
    annotations,
    ...(extra ? { extra } : {}),
  };
  return { dossier, sameText };
}

/**
 * Checked records of one kind, anchored in the article as it is now.
 * @param entries with their ids.
 */
export function decodeRecords(...given: Parameters<typeof recordsInSteps>): AnyRecord[] {
  return finish(recordsInSteps(...given));
}

function* recordsInSteps(
  kind: RecordKind,
  entries: readonly (readonly [string, SidecarRecord])[],
  blocks: TextBlocks,
  options: ResolveOptions,
): Generator<void, AnyRecord[]> {
  // In the very text each stands by itself.
  const size = options.sameText ? AT_ONCE : Math.max(1, entries.length);
  const decoded: AnyRecord[] = [];
  for (let from = 0; from < entries.length; from += size) {
    const part = entries.slice(from, from + size);
    const records = part.map(([, record]) => record);
    const anchored = placeAll(records, blocks, options);
    for (const [i, [id, record]] of part.entries()) {
      const extra = extraOf(recordSchema(kind), record);
      const placed = anchored[i] ?? null;
      const plain = decodeRecord(kind, id, record, placed);
      const asked = placed?.changedNow ? askAgain(plain) : plain;
      decoded.push(extra ? { ...asked, extra } : asked);
      yield;
    }
  }
  return decoded;
}

function sourceOf({ source, conflict }: SidecarFile): SourceInfo {
  const known = SOURCE_FIELDS.flatMap((key) => (source[key] === undefined ? [] : [[key, source[key]]]));
  return { ...Object.fromEntries(known), ...(conflict ? { conflict: conflict.map(conflictOf) } : {}) };
}
