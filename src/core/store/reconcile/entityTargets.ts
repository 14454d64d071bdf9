import type { ListedEntity } from '../../extract/extraction.ts';
import { normaliseName } from '../../model/ids.ts';
import type { EntityRecord } from '../../model/records.ts';
import { mergeTarget } from '../mergeTarget.ts';

/** Finds the decided entity that an extracted one is: by id, else by its names where these tell exactly one. */
export class EntityTargets {
  readonly #decided: ReadonlyMap<string, EntityRecord>;
  readonly #byName = new Map<string, Set<string>>();

  constructor(decided: ReadonlyMap<string, EntityRecord>) {
    this.#decided = decided;
    for (const entity of decided.values()) {
      this.#index(entity, entity.name);
      // Only its own name is rejected, not everything that was once joined with it.
      if (entity.state === 'rejected') continue;
      for (const { name, kind } of entity.aliases) if (kind !== 'nominal') this.#index(entity, name);
    }
  }

  /** The id of the entity whose mentions the extracted ones are; `contentId` when nobody decided on it. */
  targetOf(contentId: string, { type, name, aliases }: ListedEntity): string {
    if (this.#decided.has(contentId)) return mergeTarget(this.#decided, contentId);
    const names = [name, ...aliases.filter(({ kind }) => kind !== 'nominal').map((alias) => alias.name)];
    for (const candidate of names) {
      const found = this.#byName.get(`${type} ${normaliseName(candidate)}`);
      if (found?.size !== 1) continue;
      const [id] = [...found] as [string];
      if (this.#decided.get(id)?.state !== 'rejected' || candidate === name) return id;
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
