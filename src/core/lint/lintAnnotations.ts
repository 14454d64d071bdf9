import type { ArticleIndex } from '../present/articleIndex.ts';
import type { LintFinding } from './finding.ts';
import { lintClaim } from './lintClaim.ts';
import { lintEntity } from './lintEntity.ts';

/** What a person may want to mend in what they decided on; suggestions are not looked at. Entities first. */
export function lintAnnotations(index: ArticleIndex, text: string): LintFinding[] {
  const { entities, claims } = index.annotations;
  const decided = (state: string) => state !== 'suggested' && state !== 'rejected';
  return [
    ...[...entities.values()]
      .filter(({ state, mergedInto }) => decided(state) && !mergedInto)
      .flatMap((entity) => lintEntity(entity, index.mentions.get(entity.id) ?? [])),
    ...[...claims.values()]
      .filter(({ state, place }) => decided(state) && place.spans.length > 0)
      .flatMap((claim) => lintClaim(claim, text)),
  ];
}
