import { joinAliases } from '../store/edits/entityEdits.ts';
import { type Identity, idOf } from './identities/identity.ts';
import type { KnownEntity } from './knownEntity.ts';
import type { RegisteredEntity, Registry } from './registry.ts';

type Named = Pick<RegisteredEntity, 'type' | 'name' | 'aliases' | 'mergedInto'>;

/** What the extraction of articles goes by: merged entities, and those that people said are one, count as those that they became. */
export function knownEntities({ entities, identities }: Pick<Registry, 'entities' | 'identities'>): KnownEntity[] {
  const all = new Map<string, Named>(entities);
  const calledToo = new Map<string, Named[]>();
  for (const { entities: both } of inOrder(identities.values())) {
    const [kept, other] = both;
    const [to, from] = [idOf(kept), idOf(other)];
    if (!all.has(to)) all.set(to, { ...kept, aliases: [] });
    const before = all.get(from) ?? { ...other, aliases: [] };
    all.set(from, { ...before, mergedInto: to });
    calledToo.set(from, [{ ...other, aliases: before.aliases }]);
  }
  const targetOf = (id: string): string | null => {
    const seen = new Set<string>();
    let at = id;
    for (let next = all.get(at)?.mergedInto; next !== undefined; next = all.get(at)?.mergedInto) {
      // A ring of merges, made by hand or by two people, leads nowhere.
      if (seen.has(at)) return null;
      seen.add(at);
      at = next;
    }
    return all.has(at) ? at : null;
  };
  const also = new Map<string, string[]>();
  for (const [id, { mergedInto }] of all) {
    const target = mergedInto === undefined ? null : targetOf(id);
    if (target === null) continue;
    also.set(target, [...(also.get(target) ?? []), id]);
    calledToo.set(target, [...(calledToo.get(target) ?? []), ...(calledToo.get(id) ?? [])]);
  }
  return [...all].flatMap(([id, { type, name, aliases, mergedInto }]) => {
    if (mergedInto !== undefined) return [];
    const names = (calledToo.get(id) ?? []).map((one) => [{ name: one.name, kind: 'name' as const }, ...one.aliases]);
    return { id, type, name, aliases: joinAliases(name, aliases, ...names), also: also.get(id) ?? [] };
  });
}

/** Those that say "the same", the last word at the end. */
function inOrder(identities: Iterable<Identity>): Identity[] {
  return [...identities].filter(({ is }) => is === 'same').sort((a, b) => ((a.on ?? '') < (b.on ?? '') ? -1 : 1));
}
