import { entityContentId, normaliseName } from '../../model/ids.ts';
import { joinAliases } from '../../store/edits/entityEdits.ts';
import type { RegisteredEntity, Registry } from '../registry.ts';
import type { ListedName } from './nameList.ts';

export interface ImportedNames {
  readonly registry: Registry;
  /** How many entities are new, how many get further names, and how many are known as they are. */
  readonly added: number;
  readonly extended: number;
  readonly known: number;
}

/**
 * The registry with the names of a list as known entities. An entity that is known by the same name and type gets the
 * names that it did not have; nothing else of it changes, and what people merged away stays merged.
 * @param list the name of the list, for the entities that are known from it alone.
 */
export function importNames(registry: Registry, names: readonly ListedName[], list: string): ImportedNames {
  const entities = new Map(registry.entities);
  const byName = new Map<string, string>();
  const keyOf = (type: string, name: string) => `${type} ${normaliseName(name)}`;
  const remember = (id: string, { type, name, aliases }: Pick<RegisteredEntity, 'type' | 'name' | 'aliases'>) => {
    for (const own of [name, ...aliases.map((alias) => alias.name)]) {
      if (!byName.has(keyOf(type, own))) byName.set(keyOf(type, own), id);
    }
  };
  for (const [id, entity] of entities) if (entity.mergedInto === undefined) remember(id, entity);
  let [added, extended] = [0, 0];
  for (const { type, name, aliases, listId, note } of names) {
    const own = entityContentId(type, name);
    const id = byName.get(keyOf(type, name)) ?? own;
    const before = entities.get(id);
    if (before) {
      const joined = joinAliases(before.name, before.aliases, [{ name, kind: 'name' }, ...aliases]);
      if (before.mergedInto !== undefined || joined.length === before.aliases.length) continue;
      entities.set(id, { ...before, aliases: joined });
      extended++;
    } else {
      const rest = { ...(listId === undefined ? {} : { listId }), ...(note ? { note } : {}) };
      entities.set(id, { type, name, aliases: joinAliases(name, aliases), articles: [], list, ...rest });
      added++;
    }
    remember(id, entities.get(id) as RegisteredEntity);
  }
  return { registry: { ...registry, entities }, added, extended, known: names.length - added - extended };
}
