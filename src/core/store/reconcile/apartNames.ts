import { normaliseName } from '../../model/ids.ts';
import type { EntityRecord } from '../../model/records.ts';
import { mergeTarget } from '../mergeTarget.ts';

/** Names by {@link normaliseName}, each with the entity that it is of; null where it is of several. */
export type OwnedNames = ReadonlyMap<string, string | null>;

/**
 * Of every entity that people told apart from others, by its id: the names that they go by and it does not. A rejected
 * entity goes by none.
 */
export function apartNames(entities: ReadonlyMap<string, EntityRecord>): ReadonlyMap<string, OwnedNames> {
  const known = new Map<EntityRecord, ReadonlySet<string>>();
  const namesOf = (entity: EntityRecord) => {
    const names = known.get(entity) ?? new Set(namesGoneBy(entity));
    known.set(entity, names);
    return names;
  };
  const apart = new Map<string, Map<string, string | null>>();
  const give = (from: EntityRecord, { id }: EntityRecord, names: ReadonlySet<string>) => {
    const others = apart.get(from.id) ?? new Map<string, string | null>();
    for (const name of names) {
      if (!namesOf(from).has(name)) others.set(name, (others.has(name) ? others.get(name) : id) === id ? id : null);
    }
    apart.set(from.id, others);
  };
  for (const { id, notSameAs = [] } of entities.values()) {
    for (const other of notSameAs) {
      const [a, b] = [id, other].map((one) => entities.get(mergeTarget(entities, one)));
      if (!a || !b || a === b) continue;
      give(a, b, namesOf(b));
      give(b, a, namesOf(a));
    }
  }
  return apart;
}

function namesGoneBy({ state, name, aliases }: EntityRecord): string[] {
  const names = aliases.flatMap((alias) => (alias.kind === 'nominal' ? [] : [alias.name]));
  return state === 'rejected' ? [] : [name, ...names].map(normaliseName);
}
