import { joinAliases } from '../store/edits/entityEdits.ts';
import type { NamedEntity } from './identities/identity.ts';
import { idsIn, tiesOf } from './identities/ties.ts';
import type { KnownEntity } from './knownEntity.ts';
import type { RegisteredEntity, Registry } from './registry.ts';

type Named = Pick<RegisteredEntity, 'type' | 'name' | 'aliases'> & Pick<KnownEntity, 'judged'>;

/**
 * What the extraction of articles goes by: merged entities, and those that people said are one, count as those that they
 * became; those that people told apart are two, see {@link tiesOf}.
 */
export function knownEntities(registry: Pick<Registry, 'entities' | 'identities'>): KnownEntity[] {
  const { merged, same, different } = tiesOf(registry);
  const idIn = idsIn(registry.entities);
  const all = new Map<string, Named>(registry.entities);
  const into = new Map(merged);
  const calledToo = new Map<string, Named[]>();
  for (const { entities: both } of same) {
    const [kept, other] = both;
    const [to, from] = [idIn(kept), idIn(other)];
    if (to === from) continue;
    if (!all.has(to)) all.set(to, { ...kept, aliases: [] });
    const before = all.get(from) ?? { ...other, aliases: [] };
    all.set(from, before);
    into.set(from, to);
    calledToo.set(from, [{ ...other, aliases: before.aliases }]);
  }
  for (const { entities: both } of different) {
    for (const [one, other] of [both, [...both].reverse()] as [NamedEntity, NamedEntity][]) {
      if (!all.has(idIn(one)) && !isShortFor(one, other)) all.set(idIn(one), { ...one, aliases: [], judged: true });
    }
  }
  const targetOf = (id: string): string | null => {
    const seen = new Set<string>();
    let at = id;
    for (let next = into.get(at); next !== undefined; next = into.get(at)) {
      // A ring of merges, made by hand or by two people, leads nowhere.
      if (seen.has(at)) return null;
      seen.add(at);
      at = next;
    }
    return all.has(at) ? at : null;
  };
  const also = new Map<string, string[]>();
  for (const id of into.keys()) {
    const target = targetOf(id);
    if (target === null) continue;
    also.set(target, [...(also.get(target) ?? []), id]);
    calledToo.set(target, [...(calledToo.get(target) ?? []), ...(calledToo.get(id) ?? [])]);
  }
  return [...all].flatMap(([id, { type, name, aliases, judged }]) => {
    if (into.has(id)) return [];
    const names = (calledToo.get(id) ?? []).map((one) => [{ name: one.name, kind: 'name' as const }, ...one.aliases]);
    const joined = joinAliases(name, aliases, ...names);
    return { id, type, name, aliases: joined, also: also.get(id) ?? [], ...(judged ? { judged } : {}) };
  });
}

/** A surname stands for the full name in any article that has both, whoever bears it elsewhere. */
function isShortFor({ type, name }: NamedEntity, other: NamedEntity): boolean {
  const words = new Set(other.name.toLowerCase().split(/\s+/));
  return (
    type === 'person' &&
    other.type === type &&
    name
      .toLowerCase()
      .split(/\s+/)
      .every((word) => words.has(word))
  );
}
