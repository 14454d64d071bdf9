import type { RecordKind } from '../../model/records.ts';
import type { SidecarClaim, SidecarEntity, SidecarMention, SidecarQuotation, SidecarRelation } from '../schema.ts';
import type { Json } from './json.ts';

/** A raw record with each id of an entity that it refers to replaced; itself where nothing changes. */
export function mapEntityIds(kind: RecordKind, record: Json, target: (id: string) => string): Json {
  const maybe = (id: string | undefined) => (id === undefined ? undefined : target(id));
  const put = (fields: Json) => {
    const changed = Object.entries(fields).filter(([key, value]) => value !== undefined && value !== record[key]);
    return changed.length > 0 ? { ...record, ...Object.fromEntries(changed) } : record;
  };
  const all = (ids: readonly string[] | undefined) => {
    const next = ids?.map(target);
    return next?.some((id, i) => id !== ids?.[i]) ? [...new Set(next)] : ids;
  };
  switch (kind) {
    case 'entities': {
      const { mergedInto, notSameAs } = record as unknown as SidecarEntity;
      return put({ mergedInto: maybe(mergedInto), notSameAs: all(notSameAs) });
    }
    case 'mentions':
      return put({ entity: maybe((record as unknown as SidecarMention).entity) });
    case 'claims': {
      const { attribution, entities } = record as unknown as SidecarClaim;
      const source = maybe(attribution.source);
      const chain = all(attribution.chain);
      const same = source === attribution.source && chain === attribution.chain;
      const said = { ...attribution, ...(source ? { source } : {}), ...(chain ? { chain } : {}) };
      return put({ attribution: same ? attribution : said, entities: all(entities) });
    }
    case 'quotations':
      return put({ speaker: maybe((record as unknown as SidecarQuotation).speaker) });
    case 'relations': {
      const { subject, object } = record as unknown as SidecarRelation;
      return put({ subject: target(subject), object: target(object) });
    }
    case 'notes':
      return record;
  }
}

/** The ids that {@link mapEntityIds} replaces; those of a chain may be words. */
export function entityIdsIn(kind: RecordKind, record: Json): string[] {
  const ids: string[] = [];
  mapEntityIds(kind, record, (id) => {
    ids.push(id);
    return id;
  });
  return ids;
}
