import { RECORD_KINDS, type RecordKind } from '../../model/records.ts';
import { sameValue } from '../../store/sameValue.ts';
import { recordSchema, type SidecarFile, sidecarSchema } from '../schema.ts';
import { flagDeleted } from './flagDeleted.ts';
import { inOrder, isObject, type Json } from './json.ts';
import { type KeptConflict, keptConflicts } from './keptConflicts.ts';
import { mergeHead } from './mergeHead.ts';
import { mergeRecord, type Side } from './mergeRecord.ts';
import { withMovedReferences } from './movedReferences.ts';
import { type Records, repairReferences } from './repairReferences.ts';

export interface MergedSidecar {
  /** Valid by the schema, its keys in the order of the codec. */
  readonly file: SidecarFile;
  /** All that a person has to choose, also what earlier merges kept. */
  readonly conflicts: readonly KeptConflict[];
  /** Sentences for the person. */
  readonly notices: readonly string[];
}

/**
 * Merges two sidecars by the ids of their records and by field, against what both come from. No record of a person is
 * lost: what one changed and another deleted stays, flagged; a field to which two people gave different values keeps
 * both. A decision stands before a suggestion; suggestions that differ are nobody's question. The result is the same
 * whichever side is called ours, but for the labels of kept conflicts, and it is the other side where one changed nothing.
 * @param base null where the sides have nothing in common.
 */
export function mergeSidecars(base: SidecarFile | null, ours: SidecarFile, theirs: SidecarFile): MergedSidecar {
  const merged = (file: SidecarFile, notices: readonly string[] = []) => ({
    file,
    conflicts: keptConflicts(file),
    notices,
  });
  if (sameValue(ours, theirs) || (base && sameValue(theirs, base))) return merged(ours);
  if (base && sameValue(ours, base)) return merged(theirs);
  const textSide = newerText(base, ours, theirs);
  const records = Object.fromEntries(
    RECORD_KINDS.map((kind) => {
      const of = (file: SidecarFile | null) => (file?.[kind] ?? {}) as Records;
      return [kind, mergeKind(kind, of(base), of(ours), of(theirs), textSide)] as const;
    }),
  );
  const repaired = repairReferences(records as Record<RecordKind, Records>, { ours, theirs });
  const told = { ...repaired, entities: withMovedReferences(repaired, { base, ours, theirs }) };
  const kinds = RECORD_KINDS.flatMap((kind) => {
    const sorted = Object.entries(told[kind]).sort(([a], [b]) => (a < b ? -1 : 1));
    const entries = sorted.map(([id, record]) => [id, ordered(record, keysOf(kind))]);
    return entries.length > 0 ? [[kind, Object.fromEntries(entries)]] : [];
  });
  const head = mergeHead(base, ours, theirs, textSide);
  const file = inOrder({ ...head, ...Object.fromEntries(kinds) }, Object.keys(sidecarSchema.shape)) as SidecarFile;
  const twoTexts = ours.source.sha256 !== theirs.source.sha256;
  const notice =
    'The two sides were made for different texts of the article; each mark finds its words again on its own.';
  return merged(file, twoTexts ? [notice] : []);
}

/** The side whose text is not that of the base; of two new texts the one with the greater hash; null for one text. */
function newerText(base: SidecarFile | null, ours: SidecarFile, theirs: SidecarFile): Side | null {
  const [b, o, t] = [base?.source.sha256, ours.source.sha256, theirs.source.sha256];
  if (o === t) return null;
  if (o === b) return 'theirs';
  return t === b || o > t ? 'ours' : 'theirs';
}

const keysOf = (kind: RecordKind) => Object.keys(recordSchema(kind).shape);
const ATTRIBUTION_KEYS = Object.keys(recordSchema('claims').shape.attribution.shape);

function ordered(record: Json, keys: readonly string[]): Json {
  const { attribution } = record;
  const said = isObject(attribution) ? { attribution: inOrder(attribution, ATTRIBUTION_KEYS) } : {};
  return inOrder({ ...record, ...said }, keys);
}

function mergeKind(kind: RecordKind, base: Records, ours: Records, theirs: Records, textSide: Side | null): Records {
  const merged: [string, Json][] = [];
  for (const id of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
    const [b, o, t] = [base, ours, theirs].map((side) => (Object.hasOwn(side, id) ? side[id] : undefined));
    const record =
      o && t
        ? bothHave({ base: b, ours: o, theirs: t, textSide, keys: keysOf(kind), attributionKeys: ATTRIBUTION_KEYS })
        : o
          ? oneHas(b, o, 'ours')
          : t && oneHas(b, t, 'theirs');
    if (record) merged.push([id, record]);
  }
  return Object.fromEntries(merged);
}

function bothHave(versions: Parameters<typeof mergeRecord>[0]): Json {
  const { base, ours, theirs } = versions;
  if (sameValue(ours, theirs) || sameValue(theirs, base)) return ours;
  return sameValue(ours, base) ? theirs : mergeRecord(versions);
}

/** What one side does not have: new, or deleted there. */
function oneHas(base: Json | undefined, record: Json, side: Side): Json | null {
  if (!base) return record;
  if (sameValue(record, base)) return null;
  const machine = base.state === 'suggested' || record.state === 'suggested';
  return machine ? record : flagDeleted(record, side);
}
