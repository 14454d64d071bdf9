import { RECORD_KINDS } from '../model/records.ts';
import type {
  SidecarClaim,
  SidecarEntity,
  SidecarFile,
  SidecarMention,
  SidecarQuotation,
  SidecarRelation,
} from './schema.ts';

/** References of a checked sidecar to records that it does not hold, each as a sentence; a merge can leave such. */
export function danglingReferences(file: SidecarFile): string[] {
  const sentences: string[] = [];
  const entities = file.entities ?? {};
  const claims = file.claims ?? {};
  for (const kind of RECORD_KINDS) {
    for (const [id, record] of Object.entries(file[kind] ?? {})) {
      const { entity } = record as Partial<SidecarMention>;
      const { mergedInto } = record as Partial<SidecarEntity>;
      const { attribution, entities: named } = record as Partial<SidecarClaim>;
      const { speaker } = record as Partial<SidecarQuotation>;
      const { subject, object, claim } = record as Partial<SidecarRelation>;
      for (const to of [entity, mergedInto, attribution?.source, speaker, subject, object, ...(named ?? [])]) {
        if (to !== undefined && !Object.hasOwn(entities, to))
          sentences.push(`${kind}.${id} refers to ${to}, which is no entity here.`);
      }
      if (claim !== undefined && !Object.hasOwn(claims, claim)) {
        sentences.push(`${kind}.${id} refers to ${claim}, which is no claim here.`);
      }
    }
  }
  return sentences;
}
