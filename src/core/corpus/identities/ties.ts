import { normaliseName } from '../../model/ids.ts';
import { addTo } from '../../util/groupBy.ts';
import type { RegisteredEntity, Registry } from '../registry.ts';
import { type Identity, identityId, idOf, type NamedEntity } from './identity.ts';

type Known = Pick<Registry, 'entities' | 'identities'>;

/** What holds between the entities of different articles. */
export interface Ties {
  /** The entity that each of the merged ones became. */
  readonly merged: ReadonlyMap<string, string>;
  /** What people said is the same, the last word at the end. */
  readonly same: readonly Identity[];
  /** What people told apart, across articles or in one; each pair once. */
  readonly different: readonly Identity[];
}

/**
 * What people said of entities in articles and across them, without every merge and every "the same" that would make one
 * of two entities that somebody told apart: that beats all else. Close to linear.
 */
export function tiesOf({ entities, identities }: Known): Ties {
  const idIn = idsIn(entities);
  const different = new Map<string, Identity>();
  const groups = new Groups();
  const tellApart = (identity: Identity, [a, b]: readonly [string, string]) => {
    different.set(identityId(...identity.entities), identity);
    groups.tellApart(a, b);
  };
  for (const [id, { type, name, notSameAs = [] }] of entities) {
    for (const other of notSameAs) {
      const { type: otherType, name: otherName } = entities.get(other) ?? {};
      if (otherType === undefined || otherName === undefined) continue;
      const both = [
        { type, name },
        { type: otherType, name: otherName },
      ] as const;
      tellApart({ entities: both, is: 'different' }, [id, other]);
    }
  }
  const said = [...identities.values()].sort((a, b) => ((a.on ?? '') < (b.on ?? '') ? -1 : 1));
  const idsOf = ({ entities: [a, b] }: Identity) => [idIn(a), idIn(b)] as const;
  for (const identity of said) if (identity.is === 'different') tellApart(identity, idsOf(identity));
  const merged = new Map<string, string>();
  for (const [id, { mergedInto }] of entities) {
    if (mergedInto !== undefined && groups.join(mergedInto, id)) merged.set(id, mergedInto);
  }
  const same = said.filter((identity) => identity.is === 'same' && groups.join(...idsOf(identity)));
  return { merged, same, different: [...different.values()] };
}

/** Finds the registered entity of a type and name, also where it was once called otherwise; else the id that articles give. */
export function idsIn(entities: Registry['entities']): (named: NamedEntity) => string {
  const keyOf = ({ type, name }: NamedEntity) => `${type} ${normaliseName(name)}`;
  const index = () => {
    const ids = new Map<string, string>();
    // One that was merged is found where no other is called so.
    for (const [id, entity] of [...entities].sort(([, a], [, b]) => Number(isMerged(a)) - Number(isMerged(b)))) {
      if (!ids.has(keyOf(entity))) ids.set(keyOf(entity), id);
    }
    return ids;
  };
  let byName: ReadonlyMap<string, string> | undefined;
  return (named) => {
    const id = idOf(named);
    if (entities.has(id)) return id;
    byName ??= index();
    return byName.get(keyOf(named)) ?? id;
  };
}

const isMerged = ({ mergedInto }: RegisteredEntity) => mergedInto !== undefined;

/** Sets of ids that are one, none of which has two that were told apart. */
class Groups {
  readonly #of = new Map<string, string[]>();
  readonly #apart = new Map<string, string[]>();

  tellApart(a: string, b: string): void {
    addTo(this.#apart, a, b);
    addTo(this.#apart, b, a);
  }

  /** @returns false where the two cannot be one; nothing is joined then. */
  join(a: string, b: string): boolean {
    const [one, other] = [this.#groupOf(a), this.#groupOf(b)];
    if (one === other) return true;
    const [large, small] = one.length < other.length ? [other, one] : [one, other];
    if (small.some((id) => this.#apart.get(id)?.some((far) => this.#of.get(far) === large))) return false;
    for (const id of small) {
      large.push(id);
      this.#of.set(id, large);
    }
    return true;
  }

  #groupOf(id: string): string[] {
    const group = this.#of.get(id) ?? [id];
    this.#of.set(id, group);
    return group;
  }
}
