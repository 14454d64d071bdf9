import { normaliseName } from '../model/ids.ts';
import { RECORD_KINDS, type RecordKind } from '../model/records.ts';
import type { Json } from '../sidecar/merge/json.ts';
import { mapEntityIds } from '../sidecar/merge/mapEntityIds.ts';
import type { SidecarEntity, SidecarFile, SidecarRange } from '../sidecar/schema.ts';
import { groupBy } from '../util/groupBy.ts';
import { placeKey } from './placeKey.ts';

type Records = Readonly<Record<string, Json>>;

/**
 * The second sidecar with the ids of the first for what two people made on their own: records of one kind on the very
 * same words, and entities of one name. Other ids stay.
 */
export function alignIds(first: SidecarFile, second: SidecarFile): SidecarFile {
  const renamed = new Map(
    RECORD_KINDS.map((kind) => [
      kind,
      pairedIds(kind, (first[kind] ?? {}) as Records, (second[kind] ?? {}) as Records),
    ]),
  );
  const nameOf = (kind: RecordKind) => (id: string) => renamed.get(kind)?.get(id) ?? id;
  const kinds = RECORD_KINDS.flatMap((kind) => {
    const records = second[kind] as Records | undefined;
    if (!records) return [];
    const moved = Object.entries(records).map(([id, record]) => {
      const next = mapEntityIds(kind, record, nameOf('entities'));
      const claim =
        kind === 'relations' && typeof next.claim === 'string' ? { claim: nameOf('claims')(next.claim) } : {};
      return [nameOf(kind)(id), { ...next, ...claim }];
    });
    return [[kind, Object.fromEntries(moved)]];
  });
  return { ...second, ...Object.fromEntries(kinds) };
}

/** For ids that only the second has, those that only the first has for the same thing. */
function pairedIds(kind: RecordKind, first: Records, second: Records): Map<string, string> {
  const own = (records: Records, others: Records) =>
    Object.entries(records).filter(([id]) => !Object.hasOwn(others, id));
  const waiting = groupBy(own(first, second), ([, record]) => thingKey(kind, record));
  const pairs = new Map<string, string>();
  for (const [id, record] of own(second, first)) {
    const key = thingKey(kind, record);
    const twin = key === null ? undefined : waiting.get(key)?.shift();
    if (twin) pairs.set(id, twin[0]);
  }
  return pairs;
}

function thingKey(kind: RecordKind, record: Json): string | null {
  if (kind === 'entities') return normaliseName((record as unknown as SidecarEntity).name);
  return placeKey(record as { at?: SidecarRange[] });
}
