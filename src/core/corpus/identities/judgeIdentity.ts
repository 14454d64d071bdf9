import type { Stamp } from '../../store/edits/editContext.ts';
import type { Registry } from '../registry.ts';
import { type IdentityKind, identityId, idOf, type NamedEntity } from './identity.ts';

export interface NewIdentity {
  readonly kept: NamedEntity;
  readonly other: NamedEntity;
  readonly is: IdentityKind;
  readonly stamp: Stamp;
}

/** The registry with what a person says of two entities, in place of what was said of them before. */
export function judgeIdentity(registry: Registry, { kept, other, is, stamp }: NewIdentity): Registry {
  if (idOf(kept) === idOf(other)) return registry;
  const identities = new Map(registry.identities);
  identities.set(identityId(kept, other), { entities: [bare(kept), bare(other)], is, ...stamp });
  return { ...registry, identities };
}

/** Without what a caller knows of it besides. */
const bare = ({ type, name }: NamedEntity): NamedEntity => ({ type, name });
