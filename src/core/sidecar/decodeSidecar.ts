import type { ResolveOptions } from '../anchor/resolve.ts';
import type { TextBlocks } from '../anchor/textBlocks.ts';
import { TextMap } from '../anchor/textMap.ts';
import { type Annotations, type AnyRecord, RECORD_KINDS, type RecordKind } from '../model/records.ts';
import { emptyTable, tableOf } from '../store/recordTable.ts';
import { askAgain } from '../store/trackRecord.ts';
import { conflictOf, decodeRecord } from './decodeRecord.ts';
import { type Dossier, SOURCE_FIELDS, type SourceInfo } from './dossier.ts';
import { extraOf } from './extra.ts';
import { placeAll } from './placeAll.ts';
import { recordSchema, type SidecarFile, type SidecarRecord, sidecarSchema } from './schema.ts';

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
export function decodeSidecar(
  file: SidecarFile,
  blocks: TextBlocks,
  { oldText = null }: { readonly oldText?: string | null } = {},
): DecodedSidecar {
  const sameText = file.source.sha256 === blocks.sha256;
  const map = sameText || oldText === null ? null : new TextMap(oldText, blocks.text);
  const annotations: Annotations = emptyTable();
  for (const kind of RECORD_KINDS) {
    const entries = Object.entries(file[kind] ?? {}) as [string, SidecarRecord][];
    const table = tableOf(annotations as ReturnType<typeof emptyTable>, kind);
    for (const record of decodeRecords(kind, entries, blocks, { sameText, map })) table.set(record.id, record);
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
export function decodeRecords(
  kind: RecordKind,
  entries: readonly (readonly [string, SidecarRecord])[],
  blocks: TextBlocks,
  options: ResolveOptions,
): AnyRecord[] {
  const anchored = placeAll(
    entries.map(([, record]) => record),
    blocks,
    options,
  );
  return entries.map(([id, record], i) => {
    const extra = extraOf(recordSchema(kind), record);
    const placed = anchored[i] ?? null;
    const plain = decodeRecord(kind, id, record, placed);
    const decoded = placed?.changedNow ? askAgain(plain) : plain;
    return extra ? { ...decoded, extra } : decoded;
  });
}

function sourceOf({ source, conflict }: SidecarFile): SourceInfo {
  const known = SOURCE_FIELDS.flatMap((key) => (source[key] === undefined ? [] : [[key, source[key]]]));
  return { ...Object.fromEntries(known), ...(conflict ? { conflict: conflict.map(conflictOf) } : {}) };
}
