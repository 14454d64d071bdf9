import { normaliseName } from '../../model/ids.ts';
import type { EntityRecord, MentionRecord } from '../../model/records.ts';
import { groupBy } from '../../util/groupBy.ts';
import type { ArticleState } from '../articleState.ts';
import type { Edit } from '../edit.ts';
import { mergeTarget } from '../mergeTarget.ts';
import { ChangeList, editedState, type Stamp } from './editContext.ts';
import { allNames, joinAliases } from './entityEdits.ts';
import { followMentions } from './followMentions.ts';
import { shorten } from './label.ts';
import { leavingNames, standingOf, withoutNames } from './leavingNames.ts';

/**
 * Says that mentions, and what is said at their words, are of another entity of the article. A name of which no mention
 * stays goes along, and the next mentions by it with it, unless a person decided that the entity goes by it.
 */
export function moveMentions(state: ArticleState, mentions: readonly string[], entity: string, stamp: Stamp): Edit {
  const list = new ChangeList(state, stamp);
  const target = mergeTarget(state.annotations.entities, entity);
  const name = state.annotations.entities.get(target)?.name;
  const moved = (name === undefined ? [] : mentions).flatMap((id) => state.annotations.mentions.get(id) ?? []);
  const others = moved.filter((mention) => mention.entity !== target);
  for (const mention of others) {
    list.set('mentions', { ...mention, entity: target, state: editedState(mention.state) });
  }
  moveNames(state, list, others, target);
  followMentions(state, list, others, target);
  const what = mentions.length === 1 ? 'mention' : `${mentions.length} mentions`;
  return { label: `Move ${what} to "${shorten(name ?? entity)}"`, changes: list.changes };
}

/** Where two entities stay beside each other they are from then on not the same, so that no analysis joins them by the name. */
function moveNames(state: ArticleState, list: ChangeList, moved: readonly MentionRecord[], target: string): void {
  const byOrigin = groupBy(moved, ({ entity }) => entity);
  const kept = standingOf(state, byOrigin, new Set(moved.map(({ id }) => id)));
  for (const [id, mentions] of byOrigin) {
    const origin = state.annotations.entities.get(id);
    const to = list.get('entities', target);
    if (!origin || !to || origin.state === 'accepted' || origin.state === 'added') continue;
    const left = kept.get(id) ?? [];
    const gone = leavingNames(mentions, left);
    for (const name of decidedNames(state, origin)) gone.delete(normaliseName(name));
    if (gone.size === 0) continue;
    const vanishes = left.length === 0 && origin.state === 'suggested';
    const parted = withoutNames(origin, gone, left);
    const aliases = joinAliases(to.name, to.aliases, parted.taken);
    const told = vanishes && origin.type === to.type ? to : apartFrom(to, id);
    list.set('entities', { ...told, aliases, state: editedState(to.state) });
    if (!vanishes) list.set('entities', apartFrom(parted.entity, target));
  }
}

/** The names that people gave an entity: of those that they merged into it, and its own where they edited it. */
function decidedNames({ annotations: { entities } }: ArticleState, { id, name, state }: EntityRecord): string[] {
  const merged = [...entities.values()].filter(
    ({ mergedInto }) => mergedInto && mergeTarget(entities, mergedInto) === id,
  );
  return [...merged.flatMap((one) => allNames(one).map((alias) => alias.name)), ...(state === 'edited' ? [name] : [])];
}

const apartFrom = (entity: EntityRecord, other: string): EntityRecord => ({
  ...entity,
  notSameAs: [...new Set([...(entity.notSameAs ?? []), other])],
});
