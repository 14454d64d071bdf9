import { normaliseName } from '../../model/ids.ts';
import type { Alias, EntityRecord, MentionRecord } from '../../model/records.ts';
import { groupBy } from '../../util/groupBy.ts';
import type { ArticleState } from '../articleState.ts';
import { editedState } from './editContext.ts';
import { joinAliases } from './entityEdits.ts';

/** The mentions that entities keep when some are `moved`, in document order; rejected ones are none. */
export function standingOf(
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

/** The names, by {@link normaliseName}, of which mentions leave an entity and none is left. */
export function leavingNames(moved: readonly MentionRecord[], left: readonly MentionRecord[]): Map<string, string> {
  const gone = new Map(namesOf(moved).map((words) => [normaliseName(words), words]));
  for (const words of namesOf(left)) gone.delete(normaliseName(words));
  return gone;
}

/** An entity without the names that leave it, called by what is left of it, or rejected where nothing is; and these names. */
export function withoutNames(
  entity: EntityRecord,
  gone: ReadonlyMap<string, string>,
  left: readonly MentionRecord[],
): { readonly entity: EntityRecord; readonly taken: readonly Alias[] } {
  const state = editedState(entity.state);
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
