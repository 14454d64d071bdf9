import { contentId, entityContentId } from '../../model/ids.ts';
import type { Extra } from '../../model/records.ts';
import type { EntityTypeKey } from '../../model/types.ts';

/** What a person says of two entities of different articles. */
export const IDENTITIES = ['same', 'different'] as const;
export type IdentityKind = (typeof IDENTITIES)[number];

/** An entity by its main name: as articles have it on whose entities nobody decided. */
export interface NamedEntity {
  readonly type: EntityTypeKey;
  readonly name: string;
}

/** Whether two entities are one, as a person said; of the same, the first is the one that the other is counted as. */
export interface Identity {
  readonly entities: readonly [NamedEntity, NamedEntity];
  /** One of {@link IDENTITIES}; a later Dossier may have others, which are kept and count for nothing here. */
  readonly is: string;
  readonly by?: string;
  readonly on?: string;
  readonly extra?: Extra;
}

/** The id that the entity has in articles where nobody decided on it. */
export const idOf = ({ type, name }: NamedEntity): string => entityContentId(type, name);

/** One for two entities, in whichever order: what is said last of them counts. */
export function identityId(a: NamedEntity, b: NamedEntity): string {
  return contentId('i_', ...[idOf(a), idOf(b)].sort());
}
