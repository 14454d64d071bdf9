import type {
  AnyRecord,
  ClaimRecord,
  EntityRecord,
  MentionRecord,
  QuotationRecord,
  RecordKind,
  RelationRecord,
} from '../model/records.ts';

/** The entities that a record refers to; a claim's chain may hold words besides. */
export function entityIdsOf(kind: RecordKind, record: AnyRecord): readonly string[] {
  switch (kind) {
    case 'entities': {
      const { mergedInto, notSameAs } = record as EntityRecord;
      return [...(mergedInto ? [mergedInto] : []), ...(notSameAs ?? [])];
    }
    case 'mentions':
      return [(record as MentionRecord).entity];
    case 'claims': {
      const { attribution, entities } = record as ClaimRecord;
      return [...(attribution.source ? [attribution.source] : []), ...attribution.chain, ...entities];
    }
    case 'quotations': {
      const { speaker } = record as QuotationRecord;
      return speaker ? [speaker] : [];
    }
    case 'relations':
      return [(record as RelationRecord).subject, (record as RelationRecord).object];
    case 'notes':
      return [];
  }
}
