import type { ArticleState } from '../articleState.ts';
import type { Edit } from '../edit.ts';
import { mergeTarget } from '../mergeTarget.ts';
import { ChangeList, editedState, type Stamp } from './editContext.ts';
import { shorten } from './label.ts';

/** Says that mentions refer to another entity of the article; the entities themselves stay as they are. */
export function moveMentions(state: ArticleState, mentions: readonly string[], entity: string, stamp: Stamp): Edit {
  const list = new ChangeList(state, stamp);
  const target = mergeTarget(state.annotations.entities, entity);
  const name = state.annotations.entities.get(target)?.name;
  for (const id of name === undefined ? [] : mentions) {
    const mention = list.get('mentions', id);
    if (!mention || mention.entity === target) continue;
    list.set('mentions', { ...mention, entity: target, state: editedState(mention.state) });
  }
  const what = mentions.length === 1 ? 'mention' : `${mentions.length} mentions`;
  return { label: `Move ${what} to "${shorten(name ?? entity)}"`, changes: list.changes };
}
