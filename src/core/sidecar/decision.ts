import type { AnyRecord, RecordKind } from '../model/records.ts';
import { sha256Hex } from '../text/hash.ts';
import { encodeRecord, type WritePlace } from './encodeRecord.ts';
import { withExtra } from './extra.ts';

const nowhere: WritePlace = () => ({ placed: {}, part: () => undefined });

/**
 * What a record says, in the form of a sidecar, which rounds and leaves out; not where its words stand, nor what edits of
 * the text make of it: these may have broken and healed a copy at other times.
 */
export function decisionOf(kind: RecordKind, record: AnyRecord): string {
  const says = { ...record, recheck: undefined };
  return JSON.stringify(withExtra(encodeRecord(kind, says, nowhere), record.extra));
}

/** Tells decisions on one record apart: 16 hex digits. */
export const decisionHash = (kind: RecordKind, record: AnyRecord): string =>
  sha256Hex(decisionOf(kind, record)).slice(0, 16);
