import { sameValue } from '../../store/sameValue.ts';
import type { Registry } from '../registry.ts';

/** The registry before and after one act of a person. */
export interface RegistryAct {
  readonly before: Registry;
  readonly after: Registry;
}

/** The registry without the act: what it changed is as before, but for what was changed again since. */
export function takeBack(registry: Registry, { before, after }: RegistryAct): Registry {
  return {
    ...registry,
    entities: withoutChanges(registry.entities, before.entities, after.entities),
    judgements: withoutChanges(registry.judgements, before.judgements, after.judgements),
    identities: withoutChanges(registry.identities, before.identities, after.identities),
  };
}

function withoutChanges<T>(
  now: ReadonlyMap<string, T>,
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
): ReadonlyMap<string, T> {
  const result = new Map(now);
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    const [old, changed] = [before.get(id), after.get(id)];
    if (sameValue(old, changed) || !sameValue(now.get(id), changed)) continue;
    if (old === undefined) result.delete(id);
    else result.set(id, old);
  }
  return result;
}
