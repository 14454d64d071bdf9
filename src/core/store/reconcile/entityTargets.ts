import type { ListedEntity } from '../../extract/extraction.ts';
import { normaliseName } from '../../model/ids.ts';
import type { EntityRecord } from '../../model/records.ts';
import { mergeTarget } from '../mergeTarget.ts';
import { apartNames, type OwnedNames } from './apartNames.ts';

/**
 * Finds the decided entity that an extracted one is: by id, else by its names where these tell exactly one. Of entities
 * that people told apart each keeps the names that it goes by, whatever the extraction joins.
 */
export class EntityTargets {
  readonly #decided: ReadonlyMap<string, EntityRecord>;
  readonly #byName = new Map<string, Set<string>>();
  readonly #apart: ReadonlyMap<string, OwnedNames>;

  constructor(decided: ReadonlyMap<string, EntityRecord>) {
    this.#decided = decided;
    this.#apart = apartNames(decided);
    for (const entity of decided.values()) {
      this.#index(entity, entity.name);
      // Only its own name is rejected, not everything that was once joined with it.
      if (entity.state === 'rejected') continue;
      for (const { name, kind } of entity.aliases) if (kind !== 'nominal') this.#index(entity, name);
    }
  }

  /** The id of the entity whose mentions the extracted ones are; `contentId` when nobody decided on it. */
  targetOf(contentId: string, entity: ListedEntity): string {
    return this.named(this.#found(contentId, entity), entity.name);
  }

  /** The entity of a mention by `name` that the extraction gives to `target`: where that does not go by it, one told apart from it that does. */
  named(target: string, name: string): string {
    const owners = this.#apart.get(target)?.get(normaliseName(name));
    if (!owners || owners.has(target)) return target;
    const [owner = target] = owners;
    return owner;
  }

  #found(contentId: string, { type, name, aliases }: ListedEntity): string {
    if (this.#decided.has(contentId)) return mergeTarget(this.#decided, contentId);
    const names = [name, ...aliases.filter(({ kind }) => kind !== 'nominal').map((alias) => alias.name)];
    for (const candidate of names) {
      const found = [...(this.#byName.get(`${type} ${normaliseName(candidate)}`) ?? [])];
      const live = found.filter((id) => this.#decided.get(id)?.state !== 'rejected');
      const [only, ...more] = live.length === 0 && candidate === name ? found : live;
      if (only !== undefined && more.length === 0) return only;
    }
    return contentId;
  }

  #index(entity: EntityRecord, name: string): void {
    const target = mergeTarget(this.#decided, entity.id);
    for (const type of new Set([entity.type, this.#decided.get(target)?.type])) {
      const key = `${type} ${normaliseName(name)}`;
      const ids = this.#byName.get(key);
      if (ids) ids.add(target);
      else this.#byName.set(key, new Set([target]));
    }
  }
}
