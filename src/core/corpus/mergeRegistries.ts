import { canonical } from '../sidecar/merge/canonical.ts';
import { mergeList } from '../sidecar/merge/mergeList.ts';
import { sameValue } from '../store/sameValue.ts';
import { joinCodebooks, type RegisteredEntity, type Registry } from './registry.ts';

/** Three versions of a registry. */
export interface RegistryVersions {
  readonly base: Registry;
  readonly ours: Registry;
  readonly theirs: Registry;
}

/**
 * Merges registries by record, the result the same whichever side is ours. What one side added, changed or took out
 * counts; a change wins over a deletion. Of an entity that both changed the lists are joined, and of the other fields,
 * as of a judgement, the later decision stands. Two judgements of one pair of passages have two ids: both are kept.
 */
export function mergeRegistries({ base, ours, theirs }: RegistryVersions): Registry {
  const extra = sameValue(ours.extra, base.extra) ? theirs.extra : ours.extra;
  return {
    codebook: joinCodebooks(ours.codebook, theirs.codebook),
    entities: mergeRecords([base.entities, ours.entities, theirs.entities], mergeEntity),
    judgements: mergeRecords([base.judgements, ours.judgements, theirs.judgements], (_, a, b) => later(a, b)),
    identities: mergeRecords([base.identities, ours.identities, theirs.identities], (_, a, b) => later(a, b)),
    ...(extra ? { extra } : {}),
  };
}

type Records<T> = ReadonlyMap<string, T>;

function mergeRecords<T>(
  [base, ours, theirs]: readonly [Records<T>, Records<T>, Records<T>],
  both: (before: T | undefined, a: T, b: T) => T,
): Records<T> {
  const merged = new Map<string, T>();
  for (const id of new Set([...ours.keys(), ...theirs.keys()])) {
    const [before, a, b] = [base.get(id), ours.get(id), theirs.get(id)];
    if (a !== undefined && b !== undefined) {
      merged.set(id, sameValue(a, before) ? b : sameValue(b, before) ? a : both(before, a, b));
      continue;
    }
    const standing = a ?? b;
    // Taken out by the other side, and here as it was.
    if (standing !== undefined && !(before !== undefined && sameValue(standing, before))) merged.set(id, standing);
  }
  return merged;
}

function mergeEntity(before: RegisteredEntity | undefined, a: RegisteredEntity, b: RegisteredEntity): RegisteredEntity {
  const winner = later(a, b);
  const [first, second] = winner === a ? [a, b] : [b, a];
  const join = <T>(of: (entity: RegisteredEntity) => readonly T[]) =>
    mergeList(before ? of(before) : [], of(first), of(second), canonical) as T[];
  const others = join(({ notSameAs = [] }) => notSameAs);
  return {
    ...winner,
    aliases: join(({ aliases }) => aliases),
    articles: join(({ articles }) => articles).sort(),
    ...(others.length > 0 ? { notSameAs: others.sort() } : {}),
  };
}

/** The later decision; of two without a time the greater in bytes, so that both sides choose the same. */
function later<T extends { readonly on?: string }>(a: T, b: T): T {
  if (a.on !== b.on) return (a.on ?? '') > (b.on ?? '') ? a : b;
  return canonical(a) > canonical(b) ? a : b;
}
