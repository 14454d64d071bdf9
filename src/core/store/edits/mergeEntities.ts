import type { ClaimRecord, QuotationRecord, RelationRecord } from '../../model/records.ts';
import type { ArticleState } from '../articleState.ts';
import type { Edit } from '../edit.ts';
import { mergeTarget } from '../mergeTarget.ts';
import { ChangeList, editedState, type Stamp } from './editContext.ts';
import { allNames, joinAliases } from './entityEdits.ts';
import { shorten } from './label.ts';

/**
 * Makes `sources` one with `target`: their mentions, claims, quotations and relations go to it, their names become its
 * aliases, and each leaves `mergedInto`, so that later mentions find the target. Suggestions that merely follow stay
 * suggestions.
 */
export function mergeEntities(state: ArticleState, sources: readonly string[], target: string, stamp: Stamp): Edit {
  const { entities, mentions, claims, quotations, relations } = state.annotations;
  const list = new ChangeList(state, stamp);
  const into = mergeTarget(entities, target);
  const gone = new Set(sources.filter((id) => id !== into && entities.has(id) && !entities.get(id)?.mergedInto));
  const winner = entities.get(into);
  if (!winner || gone.size === 0) return { label: 'Merge entities', changes: [] };
  const merged = [...gone].flatMap((id) => entities.get(id) ?? []);
  const aliases = joinAliases(winner.name, winner.aliases, ...merged.map(allNames));
  const notSameAs = [...new Set([winner, ...merged].flatMap((entity) => entity.notSameAs ?? []))].filter(
    (id) => id !== into && !gone.has(id),
  );
  const { notSameAs: _, ...rest } = winner;
  list.set('entities', {
    ...rest,
    aliases,
    ...(notSameAs.length > 0 ? { notSameAs } : {}),
    state: editedState(winner.state),
  });
  for (const entity of merged) {
    const { notSameAs: __, ...left } = entity;
    list.set('entities', { ...left, mergedInto: into, state: editedState(entity.state) });
  }
  const swap = (id: string) => (gone.has(id) ? into : id);
  for (const mention of mentions.values()) {
    if (gone.has(mention.entity)) list.follow('mentions', { ...mention, entity: into });
  }
  for (const claim of claims.values()) list.follow('claims', swapInClaim(claim, swap));
  for (const quotation of quotations.values()) list.follow('quotations', swapInQuotation(quotation, swap));
  for (const relation of relations.values()) list.follow('relations', swapInRelation(relation, swap));
  const names = merged.length === 1 ? `"${shorten(merged[0]?.name ?? '')}"` : `${merged.length} entities`;
  return { label: `Merge ${names} into "${shorten(winner.name)}"`, changes: list.changes };
}

function swapInClaim(claim: ClaimRecord, swap: (id: string) => string): ClaimRecord {
  const { attribution, entities } = claim;
  const source = attribution.source === null ? null : swap(attribution.source);
  const chain = attribution.chain.map(swap);
  const newEntities = [...new Set(entities.map(swap))];
  const same = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((id, i) => id === b[i]);
  if (source === attribution.source && same(chain, attribution.chain) && same(newEntities, entities)) return claim;
  return { ...claim, attribution: { ...attribution, source, chain }, entities: newEntities };
}

function swapInQuotation(quotation: QuotationRecord, swap: (id: string) => string): QuotationRecord {
  const speaker = quotation.speaker === null ? null : swap(quotation.speaker);
  return speaker === quotation.speaker ? quotation : { ...quotation, speaker };
}

function swapInRelation(relation: RelationRecord, swap: (id: string) => string): RelationRecord {
  const subject = swap(relation.subject);
  const object = swap(relation.object);
  return subject === relation.subject && object === relation.object ? relation : { ...relation, subject, object };
}
