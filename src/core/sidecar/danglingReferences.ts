import { RECORD_KINDS } from '../model/records.ts';
import type {
  SidecarClaim,
  SidecarEntity,
  SidecarFile,
  SidecarMention,
  SidecarQuotation,
  SidecarRecord,
  SidecarRelation,
} from './schema.ts';

/** References of a checked sidecar to records that it does not hold, each as a sentence; a merge can leave such. */
export function danglingReferences(file: SidecarFile): string[] {
  const sentences: string[] = [];
  const entities = file.entities ?? {};
  const claims = file.claims ?? {};
  for (const kind of RECORD_KINDS) {
    for (const [id, record] of Object.entries(file[kind] ?? {})) {
      for (const to of neededEntities(record)) {
        if (!Object.hasOwn(entities, to)) sentences.push(`${kind}.${id} refers to ${to}, which is no entity here.`);
      }
      const { claim } = record as Partial<SidecarRelation>;
      if (claim !== undefined && !Object.hasOwn(claims, claim)) {
        sentences.push(`${kind}.${id} refers to ${claim}, which is no claim here.`);
      }
    }
  }
  return sentences;
}

/** The entities without which a record makes no sense; a chain may hold words instead. */
export function neededEntities(record: SidecarRecord): string[] {
  const { entity } = record as Partial<SidecarMention>;
  const { mergedInto } = record as Partial<SidecarEntity>;
  const { attribution, entities = [] } = record as Partial<SidecarClaim>;
  const { speaker } = record as Partial<SidecarQuotation>;
  const { subject, object } = record as Partial<SidecarRelation>;
  const all = [entity, mergedInto, attribution?.source, speaker, subject, object, ...entities];
  return all.filter((id) => id !== undefined);
}
