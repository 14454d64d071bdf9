import { exactOf } from '../../anchor/describe.ts';
import type { NewId } from '../../model/ids.ts';
import { normaliseName } from '../../model/ids.ts';
import type { Alias, MentionRecord, Place } from '../../model/records.ts';
import type { EntityTypeKey, MentionForm } from '../../model/types.ts';
import { compareSpans, type Span } from '../../text/span.ts';
import type { ArticleState } from '../articleState.ts';
import type { Edit } from '../edit.ts';
import { ChangeList, editedState, type Stamp } from './editContext.ts';
import { shorten } from './label.ts';

/** Changes what an entity is. */
export function setEntityType(state: ArticleState, id: string, type: EntityTypeKey, stamp: Stamp): Edit {
  const list = new ChangeList(state, stamp);
  const entity = list.get('entities', id);
  if (entity && entity.type !== type) list.set('entities', { ...entity, type, state: editedState(entity.state) });
  return { label: `Change type of "${shorten(entity?.name ?? id)}" to ${type}`, changes: list.changes };
}

/** Changes the name of an entity, never the text; the old name becomes an alias. An empty name changes nothing. */
export function renameEntity(state: ArticleState, id: string, name: string, stamp: Stamp): Edit {
  const list = new ChangeList(state, stamp);
  const entity = list.get('entities', id);
  const next = name.trim();
  if (entity && next !== '' && next !== entity.name) {
    const aliases = joinAliases(next, [{ name: entity.name, kind: 'name' }], entity.aliases);
    list.set('entities', { ...entity, name: next, aliases, state: editedState(entity.state) });
  }
  return { label: `Rename "${shorten(entity?.name ?? id)}" to "${shorten(next)}"`, changes: list.changes };
}

/**
 * A new entity with a mention on each of `spans`.
 * @param spans not empty; each is one mention.
 */
export function addEntity(
  state: ArticleState,
  input: { readonly spans: readonly Span[]; readonly type: EntityTypeKey; readonly name: string },
  stamp: Stamp,
  newId: NewId,
): Edit {
  const list = new ChangeList(state, stamp);
  const { type, name } = input;
  const id = newId('e_');
  list.set('entities', { id, state: 'added', origin: 'person', type, name: name.trim(), aliases: [] });
  for (const span of [...input.spans].sort(compareSpans))
    list.set('mentions', newMention(state, span, id, 'name', newId));
  return { label: `Add entity "${shorten(name)}"`, changes: list.changes };
}

/** One more mention of an entity; a mention that stands on the very span is attached to it instead. */
export function addMention(
  state: ArticleState,
  input: { readonly span: Span; readonly entity: string; readonly form?: MentionForm },
  stamp: Stamp,
  newId: NewId,
): Edit {
  const list = new ChangeList(state, stamp);
  const { span, entity, form = 'name' } = input;
  const standing = mentionAt(state, span);
  if (!standing) list.set('mentions', newMention(state, span, entity, form, newId));
  else if (standing.entity !== entity || standing.state === 'rejected') {
    list.set('mentions', { ...standing, entity, state: editedState(standing.state) });
  }
  return { label: `Add mention "${shorten(exactOf(state.text, [span]))}"`, changes: list.changes };
}

function mentionAt(state: ArticleState, span: Span): MentionRecord | undefined {
  for (const mention of state.annotations.mentions.values()) {
    const [first, ...more] = mention.place.spans;
    if (first && more.length === 0 && first.start === span.start && first.end === span.end) return mention;
  }
  return undefined;
}

/** A mention that a person marks. */
export function newMention(
  state: ArticleState,
  span: Span,
  entity: string,
  form: MentionForm,
  newId: NewId,
): MentionRecord {
  return { id: newId('m_'), state: 'added', origin: 'person', place: newPlace(state, [span]), entity, form };
}

/** The place of something that a person marks in the text of `state`. */
export function newPlace(state: ArticleState, spans: readonly Span[]): Place {
  return { spans, exact: exactOf(state.text, spans), anchor: 'anchored' };
}

/** All aliases once, without the name itself; names that differ only in case or spacing are one. */
export function joinAliases(name: string, ...lists: readonly (readonly Alias[])[]): Alias[] {
  const seen = new Set([normaliseName(name)]);
  const joined: Alias[] = [];
  for (const alias of lists.flat()) {
    const key = normaliseName(alias.name);
    if (seen.has(key)) continue;
    seen.add(key);
    joined.push(alias);
  }
  return joined;
}
