import { normaliseName } from '../../model/ids.ts';
import type { EntityRecord } from '../../model/records.ts';
import { addTo } from '../../util/groupBy.ts';
import { mergeTarget } from '../mergeTarget.ts';

/** Names by {@link normaliseName}, each with the entities that go by it: those that are called so first. */
export type OwnedNames = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * By the id of every entity that people told apart from others: the names of all that hang together by such words, as
 * entities that were split off one after the other do. A rejected entity goes by none. Close to linear.
 */
export function apartNames(entities: ReadonlyMap<string, EntityRecord>): ReadonlyMap<string, OwnedNames> {
  const apart = new Map<string, string[]>();
  for (const { id, notSameAs = [] } of entities.values()) {
    for (const other of notSameAs) {
      const [a, b] = [mergeTarget(entities, id), mergeTarget(entities, other)];
      addTo(apart, a, b);
      addTo(apart, b, a);
    }
  }
  const found = new Map<string, OwnedNames>();
  for (const first of apart.keys()) {
    if (found.has(first)) continue;
    const together = new Set([first]);
    // A set takes in what is added while it is walked through.
    for (const id of together) for (const other of apart.get(id) ?? []) together.add(other);
    // In the order of ids: every analysis finds the same.
    const standing = [...together].sort().flatMap((id) => entities.get(id) ?? []);
    const names = namesOf(standing.filter(({ state }) => state !== 'rejected'));
    for (const id of together) found.set(id, names);
  }
  return found;
}

function namesOf(entities: readonly EntityRecord[]): OwnedNames {
  const names = new Map<string, Set<string>>();
  const give = (name: string, id: string) => {
    const key = normaliseName(name);
    names.set(key, (names.get(key) ?? new Set()).add(id));
  };
  for (const { id, name } of entities) give(name, id);
  for (const { id, aliases } of entities) for (const { kind, name } of aliases) if (kind !== 'nominal') give(name, id);
  return names;
}
