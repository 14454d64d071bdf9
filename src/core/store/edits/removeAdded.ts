import type { RecordRef } from '../../model/records.ts';
import type { ArticleState } from '../articleState.ts';
import type { Edit } from '../edit.ts';
import { ChangeList, recordOf, type Stamp } from './editContext.ts';
import { labelFor } from './label.ts';

/**
 * Deletes what a person added; other records are left alone (reject them instead). With an entity its mentions go too
 * (the machine suggests its own again) and claims and quotations lose it as their source.
 */
export function removeAdded(state: ArticleState, refs: readonly RecordRef[], stamp: Stamp): Edit {
  const { entities, mentions, claims, quotations, relations } = state.annotations;
  const list = new ChangeList(state, stamp);
  const gone = refs.filter((ref) => recordOf(state, ref)?.state === 'added');
  for (const { kind, id } of gone) list.delete(kind, id);
  const lost = new Set(gone.filter(({ kind }) => kind === 'entities').map(({ id }) => id));
  if (lost.size > 0) {
    for (const mention of mentions.values()) if (lost.has(mention.entity)) list.delete('mentions', mention.id);
    for (const quotation of quotations.values()) {
      if (quotation.speaker !== null && lost.has(quotation.speaker)) {
        list.follow('quotations', { ...quotation, speaker: null });
      }
    }
    for (const relation of relations.values()) {
      if (lost.has(relation.subject) || lost.has(relation.object)) list.delete('relations', relation.id);
    }
    for (const entity of entities.values()) {
      if (!entity.notSameAs?.some((id) => lost.has(id))) continue;
      const { notSameAs, ...rest } = entity;
      const left = notSameAs.filter((id) => !lost.has(id));
      if (list.get('entities', entity.id))
        list.follow('entities', left.length > 0 ? { ...rest, notSameAs: left } : rest);
    }
    for (const claim of claims.values()) {
      const { source, chain } = claim.attribution;
      const inClaim = [...claim.entities, ...chain, ...(source === null ? [] : [source])];
      if (!inClaim.some((id) => lost.has(id)) || !list.get('claims', claim.id)) continue;
      const kept = (ids: readonly string[]) => ids.filter((id) => !lost.has(id));
      const attribution = {
        ...claim.attribution,
        source: source !== null && lost.has(source) ? null : source,
        chain: kept(chain),
      };
      list.follow('claims', { ...claim, attribution, entities: kept(claim.entities) });
    }
  }
  return { label: labelFor('Remove', state, gone), changes: list.changes };
}
