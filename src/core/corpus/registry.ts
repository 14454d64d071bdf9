import type { Alias, AnyRecord, Extra } from '../model/records.ts';
import type { EntityTypeKey } from '../model/types.ts';
import type { Identity } from './identities/identity.ts';
import type { Judgement } from './judgements/judgement.ts';

/** What people decided on an entity, in any article of a workspace folder. */
export interface RegisteredEntity {
  readonly type: EntityTypeKey;
  readonly name: string;
  /** Names that it goes by; nominals are left out, they mean another in each text. */
  readonly aliases: readonly Alias[];
  readonly value?: string;
  readonly mergedInto?: string;
  readonly notSameAs?: readonly string[];
  /** The articles in which it was decided on: paths from the workspace folder, sorted. */
  readonly articles: readonly string[];
  /** The name list that it was imported from: it is known without any article. */
  readonly list?: string;
  /** Its id and its note in that list. */
  readonly listId?: string;
  readonly note?: string;
  readonly by?: string;
  readonly on?: string;
  readonly extra?: Extra;
}

/** A person's own words for types, verdicts and tags, beside those that Dossier has. */
export interface Codebook {
  readonly types: readonly string[];
  readonly verdicts: readonly string[];
  readonly tags: readonly string[];
}

/** The words of both, each once, sorted. */
export function joinCodebooks(a: Codebook, b: Codebook): Codebook {
  const both = (key: keyof Codebook) => [...new Set([...a[key], ...b[key]])].sort();
  return { types: both('types'), verdicts: both('verdicts'), tags: both('tags') };
}

/** Whether a record is described in words of the codebook. */
export function usesCodebook(record: AnyRecord, { types, verdicts, tags }: Codebook): boolean {
  return (
    ('type' in record && types.includes(record.type)) ||
    ('verdict' in record && record.verdict !== undefined && verdicts.includes(record.verdict)) ||
    (record.tags?.some((tag) => tags.includes(tag)) ?? false)
  );
}

/** The content of the registry of one workspace folder. An entity has the id that it has in the articles. */
export interface Registry {
  readonly codebook: Codebook;
  readonly entities: ReadonlyMap<string, RegisteredEntity>;
  /** What people said of passages of two articles, by id. */
  readonly judgements: ReadonlyMap<string, Judgement>;
  /** What people said of two entities of different articles, by id. */
  readonly identities: ReadonlyMap<string, Identity>;
  readonly extra?: Extra;
}

export const EMPTY_REGISTRY: Registry = {
  codebook: { types: [], verdicts: [], tags: [] },
  entities: new Map(),
  judgements: new Map(),
  identities: new Map(),
};
