import { isHeld } from '../model/isHeld.ts';
import { type Annotations, type AnyRecord, RECORD_KINDS } from '../model/records.ts';
import { emptyTable, recordsOf, tableOf } from '../store/recordTable.ts';

/** The records that people decided on or talked about, with the entities that these refer to. */
export function decisionsOnly(annotations: Annotations): Annotations {
  const kept = emptyTable();
  for (const kind of RECORD_KINDS) {
    for (const [id, record] of recordsOf(annotations, kind)) {
      if (!isHeld(record)) continue;
      tableOf(kept, kind).set(id, record);
      for (const entity of referredEntities(record)) {
        const found = annotations.entities.get(entity);
        if (found) kept.entities.set(entity, found);
      }
    }
  }
  return kept;
}

function referredEntities(record: AnyRecord): string[] {
  if ('attribution' in record) {
    const { source, chain } = record.attribution;
    return [...(source ? [source] : []), ...chain, ...record.entities];
  }
  if ('entity' in record) return [record.entity];
  if ('speaker' in record) return record.speaker ? [record.speaker] : [];
  if ('predicate' in record) return [record.subject, record.object];
  return 'mergedInto' in record && record.mergedInto ? [record.mergedInto] : [];
}
