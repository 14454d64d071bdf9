import type { NewId } from '../../model/ids.ts';
import { occurrencesOf } from '../../text/occurrences.ts';
import { compareSpans, outside, type Span } from '../../text/span.ts';
import type { ArticleState } from '../articleState.ts';
import type { Edit } from '../edit.ts';
import { mergeTarget } from '../mergeTarget.ts';
import { ChangeList, type Stamp } from './editContext.ts';
import { newMention } from './entityEdits.ts';
import { shorten } from './label.ts';

interface Occurrences {
  readonly entity: string;
  /** As they stand in the text. */
  readonly words: string;
}

/**
 * Marks every place where the words stand as a whole and nothing is marked or was rejected yet as a mention of the entity.
 * Where all its mentions by these words were rejected they come back, and a rejected entity with them; while one stands,
 * those that were rejected beside it stay so.
 */
export function annotateOccurrences(
  state: ArticleState,
  { entity, words }: Occurrences,
  stamp: Stamp,
  newId: NewId,
): Edit {
  const list = new ChangeList(state, stamp);
  const target = mergeTarget(state.annotations.entities, entity);
  const owner = state.annotations.entities.get(target);
  const own = [...state.annotations.mentions.values()].filter(
    (one) => one.entity === target && one.place.exact === words,
  );
  if (owner?.state === 'rejected' || own.every((mention) => mention.state === 'rejected')) {
    for (const mention of own) {
      if (mention.state !== 'rejected' || mention.place.anchor !== 'anchored') continue;
      list.set('mentions', { ...mention, state: 'accepted' });
    }
  }
  const marked = joined([...state.annotations.mentions.values()].flatMap(({ place }) => place.spans));
  for (const span of outside(occurrencesOf(state.text, words), marked)) {
    list.set('mentions', newMention(state, [span], target, 'name', newId));
  }
  if (owner?.state === 'rejected' && list.changes.length > 0) list.set('entities', { ...owner, state: 'accepted' });
  return { label: `Annotate all “${shorten(words)}”`, changes: list.changes };
}

/** The opposite: mentions of the entity by these words are rejected, and those that a person added are deleted. */
export function rejectOccurrences(state: ArticleState, { entity, words }: Occurrences, stamp: Stamp): Edit {
  const list = new ChangeList(state, stamp);
  const target = mergeTarget(state.annotations.entities, entity);
  for (const mention of state.annotations.mentions.values()) {
    if (mention.entity !== target || mention.place.exact !== words) continue;
    if (mention.state === 'added') list.delete('mentions', mention.id);
    else if (mention.state !== 'rejected') list.set('mentions', { ...mention, state: 'rejected' });
  }
  return { label: `Reject all “${shorten(words)}”`, changes: list.changes };
}

/** What the spans cover, in document order, without overlap. */
function joined(spans: readonly Span[]): Span[] {
  const result: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort(compareSpans)) {
    const last = result.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}
