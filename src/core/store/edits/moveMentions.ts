import type { ArticleState } from '../articleState.ts';
import type { Edit } from '../edit.ts';
import { mergeTarget } from '../mergeTarget.ts';
import { ChangeList, editedState, type Stamp } from './editContext.ts';
import { followMentions } from './followMentions.ts';
import { shorten } from './label.ts';

/**
 * Says that mentions, and what is said at their words, are of another entity of the article; the entities themselves stay
 * as they are.
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
  followMentions(state, list, others, target);
  const what = mentions.length === 1 ? 'mention' : `${mentions.length} mentions`;
  return { label: `Move ${what} to "${shorten(name ?? entity)}"`, changes: list.changes };
}
