import type { NewId } from '../../model/ids.ts';
import type { Alias } from '../../model/records.ts';
import type { EntityTypeKey } from '../../model/types.ts';
import { groupBy } from '../../util/groupBy.ts';
import type { ArticleState } from '../articleState.ts';
import type { Edit } from '../edit.ts';
import { ChangeList, editedState, type Stamp } from './editContext.ts';
import { joinAliases } from './entityEdits.ts';
import { followMentions } from './followMentions.ts';
import { shorten } from './label.ts';
import { leavingNames, standingOf, withoutNames } from './leavingNames.ts';

/**
 * Moves mentions, with what is said at their words, to a new entity, which is from now on not the same as the ones they
 * came from. A name of which no mention stays goes along, and the next mentions by it with it; an entity that loses its
 * own name is called by what is left of it, and is rejected where nothing is.
 * @param input name and type default to the words of the first mention and the type of its entity.
 */
export function splitMentions(
  state: ArticleState,
  input: { readonly mentions: readonly string[]; readonly name?: string; readonly type?: EntityTypeKey },
  stamp: Stamp,
  newId: NewId,
): Edit {
  const list = new ChangeList(state, stamp);
  const mentions = input.mentions.flatMap((id) => state.annotations.mentions.get(id) ?? []);
  const first = mentions[0];
  if (!first) return { label: 'Split off', changes: [] };
  const id = newId('e_');
  const moved = groupBy(mentions, ({ entity }) => entity);
  const left = standingOf(state, moved, new Set(input.mentions));
  const named = mentions.find((mention) => mention.form === 'name') ?? first;
  const name = input.name?.trim() || named.place.exact;
  const type = input.type ?? state.annotations.entities.get(first.entity)?.type ?? 'other';
  const origins = [...moved.keys()].flatMap((origin) => state.annotations.entities.get(origin) ?? []);
  const taken: Alias[] = [];
  for (const entity of origins) {
    const standing = left.get(entity.id) ?? [];
    const parted = withoutNames(entity, leavingNames(moved.get(entity.id) ?? [], standing), standing);
    taken.push(...parted.taken);
    list.set('entities', { ...parted.entity, notSameAs: [...(entity.notSameAs ?? []), id] });
  }
  const notSameAs = origins.map((origin) => origin.id);
  const aliases = joinAliases(name, taken);
  list.set('entities', { id, state: 'added', origin: 'person', type, name, aliases, notSameAs });
  for (const mention of mentions) list.set('mentions', { ...mention, entity: id, state: editedState(mention.state) });
  followMentions(state, list, mentions, id);
  return { label: `Split off "${shorten(name)}"`, changes: list.changes };
}
