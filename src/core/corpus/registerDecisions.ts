import type { EntityRecord } from '../model/records.ts';
import { joinAliases, kindOfName } from '../store/edits/entityEdits.ts';
import { sameValue } from '../store/sameValue.ts';
import type { RegisteredEntity, Registry } from './registry.ts';

/** What became of one entity in an article: its record now, or null where it is gone. */
export interface EntityNews {
  readonly id: string;
  readonly record: EntityRecord | null;
}

/**
 * The registry after decisions in one article. An entity that is accepted, edited or added there is known from then on,
 * its names added to those that other articles gave it, unless it is called by words without a name; one whose decision
 * was taken back, or that was rejected, stays known only where other articles decided on it. Returns the given registry
 * when nothing changes.
 * @param article path from the workspace folder.
 */
export function registerDecisions(registry: Registry, article: string, news: readonly EntityNews[]): Registry {
  const entities = new Map(registry.entities);
  for (const { id, record } of news) {
    const before = entities.get(id);
    const after = record && isDecided(record) ? registered(before, record, article) : withoutArticle(before, article);
    if (after) entities.set(id, after);
    else entities.delete(id);
  }
  for (const { id, record } of news) {
    const into = record?.mergedInto;
    const target = into === undefined ? undefined : withoutMerged(entities.get(into), id);
    if (into !== undefined && target) entities.set(into, target);
  }
  const same =
    entities.size === registry.entities.size &&
    news.every(({ id }) => sameValue(entities.get(id) ?? null, registry.entities.get(id) ?? null));
  return same ? registry : { ...registry, entities };
}

const isDecided = ({ state, name, aliases }: EntityRecord) =>
  (state === 'accepted' || state === 'edited' || state === 'added') && kindOfName(name, aliases) !== 'nominal';

/** Whom others told apart from an entity is no longer so once that became this one. */
function withoutMerged(entity: RegisteredEntity | undefined, id: string): RegisteredEntity | undefined {
  if (!entity?.notSameAs?.includes(id)) return entity;
  const { notSameAs, ...rest } = entity;
  const left = notSameAs.filter((other) => other !== id);
  return left.length > 0 ? { ...rest, notSameAs: left } : rest;
}

function registered(before: RegisteredEntity | undefined, record: EntityRecord, article: string): RegisteredEntity {
  const { type, name, aliases, value, mergedInto, notSameAs, by, on } = record;
  const names = aliases
    .filter(({ kind }) => kind !== 'nominal')
    .map((alias) => ({ name: alias.name, kind: alias.kind }));
  // What nobody else decided on is as this article has it: a name or a "not the same" that went is gone.
  const shared = before && (before.list !== undefined || before.articles.some((path) => path !== article));
  const others = [...new Set([...(shared ? (before.notSameAs ?? []) : []), ...(notSameAs ?? [])])]
    .filter((id) => id !== mergedInto)
    .sort();
  return {
    type,
    name,
    aliases: joinAliases(name, names, shared ? before.aliases : []),
    ...(value === undefined ? {} : { value }),
    ...(mergedInto === undefined ? {} : { mergedInto }),
    ...(others.length > 0 ? { notSameAs: others } : {}),
    articles: [...new Set([...(before?.articles ?? []), article])].sort(),
    ...listed(before),
    ...(by === undefined ? {} : { by }),
    ...(on === undefined ? {} : { on }),
    ...(before?.extra ? { extra: before.extra } : {}),
  };
}

function withoutArticle(before: RegisteredEntity | undefined, article: string): RegisteredEntity | null {
  const articles = before?.articles.filter((path) => path !== article) ?? [];
  return before && (articles.length > 0 || before.list !== undefined) ? { ...before, articles } : null;
}

/** What a name list says of it. */
function listed({ list, listId, note }: Partial<RegisteredEntity> = {}): Partial<RegisteredEntity> {
  return Object.fromEntries(Object.entries({ list, listId, note }).filter(([, field]) => field !== undefined));
}
