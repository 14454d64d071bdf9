import { exactOf } from '../../anchor/describe.ts';
import type { NewId } from '../../model/ids.ts';
import { normaliseName } from '../../model/ids.ts';
import type { Alias, EntityRecord, MentionRecord, Place } from '../../model/records.ts';
import type { AliasKind, EntityTypeKey, MentionForm } from '../../model/types.ts';
import { compareSpans, type Span, sameSpans } from '../../text/span.ts';
import type { ArticleState } from '../articleState.ts';
import type { Edit } from '../edit.ts';
import { mergeTarget } from '../mergeTarget.ts';
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
    const aliases = joinAliases(next, allNames(entity));
    list.set('entities', { ...entity, name: next, aliases, state: editedState(entity.state) });
  }
  return { label: `Rename "${shorten(entity?.name ?? id)}" to "${shorten(next)}"`, changes: list.changes };
}

/** A person vouches for an alias: it is a name of the entity, not a slip. An alias that is not there changes nothing. */
export function vouchForAlias(state: ArticleState, id: string, alias: string, stamp: Stamp): Edit {
  const list = new ChangeList(state, stamp);
  const entity = list.get('entities', id);
  const aliases = entity?.aliases.map((known) => (known.name === alias ? { ...known, kind: 'name' as const } : known));
  if (entity && aliases?.some((known, i) => known.kind !== entity.aliases[i]?.kind)) {
    list.set('entities', { ...entity, aliases, state: editedState(entity.state) });
  }
  return { label: `Keep the name "${shorten(alias)}"`, changes: list.changes };
}

/**
 * A new entity with its mentions.
 * @param input `places` is not empty; each is one mention, of one or several pieces.
 */
export function addEntity(
  state: ArticleState,
  input: { readonly places: readonly (readonly Span[])[]; readonly type: EntityTypeKey; readonly name: string },
  stamp: Stamp,
  newId: NewId,
): Edit {
  const list = new ChangeList(state, stamp);
  const { type, name } = input;
  const id = newId('e_');
  list.set('entities', { id, state: 'added', origin: 'person', type, name: name.trim(), aliases: [] });
  for (const place of input.places) list.set('mentions', newMention(state, place, id, 'name', newId));
  return { label: `Add entity "${shorten(name)}"`, changes: list.changes };
}

/**
 * One more mention of an entity, or of the one it was merged into, in one or several pieces; one that stands on the very
 * words is attached to it instead.
 */
export function addMention(
  state: ArticleState,
  input: { readonly place: readonly Span[]; readonly entity: string; readonly form?: MentionForm },
  stamp: Stamp,
  newId: NewId,
): Edit {
  const list = new ChangeList(state, stamp);
  const { form = 'name' } = input;
  const entity = mergeTarget(state.annotations.entities, input.entity);
  const place = [...input.place].sort(compareSpans);
  const standing = mentionAt(state, place);
  if (!standing) list.set('mentions', newMention(state, place, entity, form, newId));
  else if (standing.entity !== entity || standing.state === 'rejected') {
    list.set('mentions', { ...standing, entity, state: editedState(standing.state) });
  }
  return { label: `Add mention "${shorten(exactOf(state.text, place))}"`, changes: list.changes };
}

function mentionAt(state: ArticleState, spans: readonly Span[]): MentionRecord | undefined {
  for (const mention of state.annotations.mentions.values()) if (sameSpans(mention.place.spans, spans)) return mention;
  return undefined;
}

/** A mention that a person marks, in one or several pieces. */
export function newMention(
  state: ArticleState,
  spans: readonly Span[],
  entity: string,
  form: MentionForm,
  newId: NewId,
): MentionRecord {
  const place = newPlace(state, [...spans].sort(compareSpans));
  return { id: newId('m_'), state: 'added', origin: 'person', place, entity, form };
}

/** The place of something that a person marks in the text of `state`. */
export function newPlace(state: ArticleState, spans: readonly Span[]): Place {
  return { spans, exact: exactOf(state.text, spans), anchor: 'anchored' };
}

/** What an entity is called, its name in front. */
export function allNames({ name, aliases }: Pick<EntityRecord, 'name' | 'aliases'>): Alias[] {
  return [{ name, kind: kindOfName(name, aliases) }, ...aliases];
}

/** The kind of a name that stands among the aliases too; only a nominal that became the name of an entity does. */
export function kindOfName(name: string, aliases: readonly Alias[]): AliasKind {
  const key = normaliseName(name);
  return aliases.find((alias) => normaliseName(alias.name) === key)?.kind ?? 'name';
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
