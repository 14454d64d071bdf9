import { sameValue } from '../../store/sameValue.ts';
import { EMPTY_REGISTRY, type Registry } from '../registry.ts';

/** One act of a person on a registry: the records that it changed, before and after, and no others. */
export interface RegistryAct {
  /** What was done, for people. */
  readonly label: string;
  readonly before: Registry;
  readonly after: Registry;
}

/** What became of an act that was taken back. */
export interface TakenBack {
  readonly registry: Registry;
  /** Records that are again as they were before it. */
  readonly changed: number;
  /** Records that somebody changed since, and that stay as they are. */
  readonly left: number;
}

export function actOf(label: string, before: Registry, after: Registry): RegistryAct {
  const only = (registry: Registry, other: Registry): Registry => ({
    ...EMPTY_REGISTRY,
    entities: differing(registry.entities, other.entities),
    judgements: differing(registry.judgements, other.judgements),
    identities: differing(registry.identities, other.identities),
  });
  return { label, before: only(before, after), after: only(after, before) };
}

/** The act that does again what taking `act` back undid. */
export const opposite = ({ label, before, after }: RegistryAct): RegistryAct => ({
  label,
  before: after,
  after: before,
});

/** The registry without the act: what it changed is as before, but for what was changed again since. */
export function takeBack(registry: Registry, { before, after }: RegistryAct): TakenBack {
  let changed = 0;
  let left = 0;
  const restore = <T>(now: Records<T>, old: Records<T>, made: Records<T>): Records<T> => {
    const result = new Map(now);
    for (const id of new Set([...old.keys(), ...made.keys()])) {
      if (sameValue(now.get(id), old.get(id))) continue;
      if (!sameValue(now.get(id), made.get(id))) {
        left++;
        continue;
      }
      changed++;
      const record = old.get(id);
      if (record === undefined) result.delete(id);
      else result.set(id, record);
    }
    return result;
  };
  const taken: Registry = {
    ...registry,
    entities: restore(registry.entities, before.entities, after.entities),
    judgements: restore(registry.judgements, before.judgements, after.judgements),
    identities: restore(registry.identities, before.identities, after.identities),
  };
  return { registry: taken, changed, left };
}

type Records<T> = ReadonlyMap<string, T>;

const differing = <T>(records: Records<T>, others: Records<T>): Records<T> =>
  new Map([...records].filter(([id, record]) => !sameValue(record, others.get(id))));
