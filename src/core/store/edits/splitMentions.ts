import { type NewId, normaliseName } from '../../model/ids.ts';
import type { Alias, EntityRecord, MentionRecord } from '../../model/records.ts';
import type { EntityTypeKey } from '../../model/types.ts';
import { groupBy } from '../../util/groupBy.ts';
import type { ArticleState } from '../articleState.ts';
import type { Edit } from '../edit.ts';
import { ChangeList, editedState, type Stamp } from './editContext.ts';
import { joinAliases } from './entityEdits.ts';
import { followMentions } from './followMentions.ts';
import { shorten } from './label.ts';

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
    const parted = withoutNames(entity, moved.get(entity.id) ?? [], left.get(entity.id) ?? []);
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

/** What stays of the entities, in document order. */
function standingOf(
  { annotations }: ArticleState,
  entities: ReadonlyMap<string, unknown>,
  moved: ReadonlySet<string>,
): Map<string, MentionRecord[]> {
  const left = [...annotations.mentions.values()].filter(
    ({ id, entity, state }) => entities.has(entity) && !moved.has(id) && state !== 'rejected',
  );
  const startOf = ({ place }: MentionRecord) => place.spans[0]?.start ?? Number.MAX_SAFE_INTEGER;
  return groupBy(
    left.sort((a, b) => startOf(a) - startOf(b)),
    ({ entity }) => entity,
  );
}

/** The entity without the names of which no mention is left, and these names. */
function withoutNames(
  entity: EntityRecord,
  moved: readonly MentionRecord[],
  left: readonly MentionRecord[],
): { readonly entity: EntityRecord; readonly taken: readonly Alias[] } {
  const state = editedState(entity.state);
  const staying = new Set(namesOf(left).map(normaliseName));
  const gone = new Map(namesOf(moved).map((words) => [normaliseName(words), words]));
  for (const key of staying) gone.delete(key);
  const isGone = ({ name }: Pick<Alias, 'name'>) => gone.has(normaliseName(name));
  const known = entity.aliases.filter(({ kind }) => kind !== 'nominal');
  const taken = joinAliases(
    '',
    known.filter(isGone),
    [...gone.values()].map((name) => ({ name, kind: 'name' as const })),
  );
  const aliases = entity.aliases.filter((alias) => alias.kind === 'nominal' || !isGone(alias));
  if (!isGone(entity)) return { entity: { ...entity, state, aliases }, taken };
  const next = left.find(({ form }) => form === 'name') ?? left.find(({ form }) => form === 'nominal') ?? left[0];
  if (!next) return { entity: { ...entity, state: 'rejected', aliases }, taken };
  const name = next.place.exact;
  // Words without a name stay a nominal: they are what it is called in this article alone.
  const called =
    next.form === 'name' ? joinAliases(name, aliases) : joinAliases('', aliases, [{ name, kind: 'nominal' }]);
  return { entity: { ...entity, name, state, aliases: called }, taken };
}

const namesOf = (mentions: readonly MentionRecord[]) =>
  mentions.flatMap(({ form, place }) => (form === 'name' ? [place.exact] : []));
