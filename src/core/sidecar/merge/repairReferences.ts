import type { RecordKind } from '../../model/records.ts';
import { mergeTarget } from '../../store/mergeTarget.ts';
import type { SidecarEntity, SidecarFile } from '../schema.ts';
import { conflictSide, flagged } from './conflictList.ts';
import { flagDeleted } from './flagDeleted.ts';
import type { Json } from './json.ts';
import { entityIdsIn, mapEntityIds } from './mapEntityIds.ts';
import type { Side } from './mergeRecord.ts';

/** Raw records of one kind by id. */
export type Records = Readonly<Record<string, Json>>;
type Sides = Readonly<Record<Side, SidecarFile>>;

/**
 * Makes merged records refer to records that are there: an entity that one side deleted and the other still needs comes
 * back, flagged where it was a person's; what refers to an entity that one side merged away goes to its target.
 */
export function repairReferences(
  records: Readonly<Record<RecordKind, Records>>,
  sides: Sides,
): Record<RecordKind, Records> {
  const restored = restoreEntities(records, sides);
  const entities = flagContradictions(openCircles(restored), sides);
  const byId = new Map(Object.entries(entities as Record<string, SidecarEntity>));
  const target = (id: string) => mergeTarget(byId, id);
  const claims = records.claims;
  const mapped = (kind: RecordKind) =>
    Object.fromEntries(
      Object.entries(records[kind]).map(([id, record]) => [
        id,
        withoutLostClaim(mapEntityIds(kind, record, target), claims),
      ]),
    );
  return {
    entities,
    mentions: mapped('mentions'),
    claims: mapped('claims'),
    quotations: mapped('quotations'),
    relations: mapped('relations'),
    notes: records.notes,
  };
}

function restoreEntities(records: Readonly<Record<RecordKind, Records>>, { ours, theirs }: Sides): Records {
  const entities: Record<string, Json> = { ...records.entities };
  const wanted = Object.entries(records).flatMap(([kind, table]) =>
    Object.values(table).flatMap((record) => entityIdsIn(kind as RecordKind, record)),
  );
  for (let id = wanted.pop(); id !== undefined; id = wanted.pop()) {
    if (Object.hasOwn(entities, id)) continue;
    const has = (file: SidecarFile) => file.entities !== undefined && Object.hasOwn(file.entities, id as string);
    const side = has(ours) ? 'ours' : has(theirs) ? 'theirs' : null;
    const entity = side && ((side === 'ours' ? ours : theirs).entities?.[id] as Json);
    if (!side || !entity) continue;
    entities[id] = entity.state === 'suggested' ? entity : flagDeleted(entity, side);
    wanted.push(...entityIdsIn('entities', entity));
  }
  return entities;
}

/** Where one side merged A into B and the other B into A, the one with the smaller id stands. */
function openCircles(entities: Records): Records {
  const open: Record<string, Json> = { ...entities };
  for (const id of Object.keys(entities).sort()) {
    const seen = new Set<string>();
    let at: string | undefined = id;
    while (at !== undefined && !seen.has(at)) {
      seen.add(at);
      at = Object.hasOwn(open, at) ? ((open[at] as Json).mergedInto as string | undefined) : undefined;
    }
    if (at !== id) continue;
    const { mergedInto: _, ...rest } = open[id] as Json;
    open[id] = rest;
  }
  return open;
}

/** One side merged an entity into another, the other side said that they are not the same. */
function flagContradictions(entities: Records, { ours, theirs }: Sides): Records {
  const says = (record: Json | undefined, id: string) => (record?.notSameAs as string[] | undefined)?.includes(id);
  const next: Record<string, Json> = { ...entities };
  for (const [id, entity] of Object.entries(entities)) {
    const into = entity.mergedInto as string | undefined;
    if (into === undefined || !(says(entity, into) || says(entities[into], id))) continue;
    const [a, b] = [ours, theirs].map((file) => (file.entities?.[id] ?? {}) as Json) as [Json, Json];
    if (a.mergedInto === b.mergedInto) continue;
    const side = ({ mergedInto, by, on }: Json) =>
      conflictSide(mergedInto === undefined ? {} : { mergedInto }, ['mergedInto'], { by, on });
    next[id] = flagged(entity, { field: 'mergedInto', ours: side(a), theirs: side(b) });
  }
  return next;
}

function withoutLostClaim(record: Json, claims: Records): Json {
  if (typeof record.claim !== 'string' || !('predicate' in record) || Object.hasOwn(claims, record.claim))
    return record;
  const { claim: _, ...rest } = record;
  return rest;
}
