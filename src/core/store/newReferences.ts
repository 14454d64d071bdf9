import { isHeld } from '../model/isHeld.ts';
import type { Annotations, RecordRef } from '../model/records.ts';
import { entityIdsOf } from './entityRefs.ts';
import { recordsOf } from './recordTable.ts';
import type { FormerRecord } from './storeEvent.ts';

/** The entities to which decisions refer that are new or that referred to others before. */
export function newReferences(
  annotations: Annotations,
  { added, updated }: { readonly added: readonly RecordRef[]; readonly updated: readonly FormerRecord[] },
): Set<string> {
  const ids = new Set<string>();
  const formers = new Map(updated.map((former) => [`${former.kind} ${former.id}`, former.before]));
  for (const { kind, id } of [...added, ...updated]) {
    const record = recordsOf(annotations, kind).get(id);
    if (!record || !isHeld(record)) continue;
    const former = formers.get(`${kind} ${id}`);
    const known = new Set(former ? entityIdsOf(kind, former) : []);
    for (const entity of entityIdsOf(kind, record)) if (!known.has(entity)) ids.add(entity);
  }
  return ids;
}
