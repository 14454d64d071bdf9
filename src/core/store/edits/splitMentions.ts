import type { NewId } from '../../model/ids.ts';
import type { EntityRecord } from '../../model/records.ts';
import type { EntityTypeKey } from '../../model/types.ts';
import type { ArticleState } from '../articleState.ts';
import type { Edit } from '../edit.ts';
import { ChangeList, editedState, type Stamp } from './editContext.ts';
import { shorten } from './label.ts';

/**
 * Moves mentions to a new entity, which is from now on not the same as the ones they came from.
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
  const origins = new Set(mentions.map((mention) => mention.entity));
  const named = mentions.find((mention) => mention.form === 'name') ?? first;
  const name = input.name?.trim() || named.place.exact;
  const type = input.type ?? state.annotations.entities.get(first.entity)?.type ?? 'other';
  const notSameAs = [...origins].filter((origin) => state.annotations.entities.has(origin));
  list.set('entities', { id, state: 'added', origin: 'person', type, name, aliases: [], notSameAs });
  for (const origin of notSameAs) {
    const entity = state.annotations.entities.get(origin) as EntityRecord;
    list.set('entities', {
      ...entity,
      notSameAs: [...(entity.notSameAs ?? []), id],
      state: editedState(entity.state),
    });
  }
  for (const mention of mentions) list.set('mentions', { ...mention, entity: id, state: editedState(mention.state) });
  return { label: `Split off "${shorten(name)}"`, changes: list.changes };
}
