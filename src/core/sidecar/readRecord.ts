import type { TextBlocks } from '../anchor/textBlocks.ts';
import type { Annotations, AnyRecord, RecordRef } from '../model/records.ts';
import { recordsOf } from '../store/recordTable.ts';
import { neededEntities } from './danglingReferences.ts';
import { decodeSidecar } from './decodeSidecar.ts';
import { checkedFile } from './rawFile.ts';
import type { SidecarFile, SidecarRecord } from './schema.ts';

/**
 * Reads one raw record as if a sidecar for the text held it.
 * @param head the sidecar that the record is from.
 * @throws RangeError in words when the record is not valid, or refers to an entity that is not among `known`.
 */
export function readRecord(
  { kind, id }: RecordRef,
  raw: unknown,
  head: SidecarFile,
  blocks: TextBlocks,
  known: Annotations['entities'],
): AnyRecord {
  const { format, version, source } = head;
  const file = checkedFile(JSON.stringify({ format, version, source, [kind]: { [id]: raw } }));
  const checked = (file[kind] as Record<string, SidecarRecord>)[id] as SidecarRecord;
  const lost = neededEntities(checked).find((entity) => !known.has(entity));
  if (lost) throw new RangeError(`This value refers to ${lost}, which is no entity here any more.`);
  return recordsOf(decodeSidecar(file, blocks).dossier.annotations, kind).get(id) as AnyRecord;
}
