import type { ArticleRow, ComparedTotal, EntityTotal } from '../corpus/corpusIndex.ts';
import type { Digest } from '../corpus/digest.ts';
import { type Identity, identityId, idOf, type NamedEntity } from '../corpus/identities/identity.ts';
import { mergeTarget } from '../store/mergeTarget.ts';
import { addTo } from '../util/groupBy.ts';
import { typeWords } from './words.ts';

/** A row of the view of all sources, as plain data. */
export interface SourceRow {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** Name of a codicon. */
  readonly icon: string;
  readonly context: 'folder' | 'article' | 'entityTotal' | 'perhapsSame' | 'judgedSame' | 'passage';
  /** What a screen reader says. */
  readonly spoken: string;
  /** The article that is opened; with `entity`, an index into its digest, at the first mention of that. */
  readonly target: { readonly uri: string; readonly entity: number | null } | null;
  /** What stands below: rows, or what to ask the corpus for; null where nothing does. */
  readonly below:
    | { readonly rows: readonly SourceRow[] }
    | { readonly entitiesOf: string }
    | { readonly articlesWith: NamedEntity; readonly rows: readonly SourceRow[] }
    | null;
  /** The entities that the row is about; of two, the first is the one that the other is perhaps counted as. */
  readonly about?: readonly NamedEntity[];
}

export const SOURCE_GROUPINGS = ['folder', 'entity'] as const;
export type SourceGrouping = (typeof SOURCE_GROUPINGS)[number];

/** More rows than this are no list to read: the filter finds the others. */
export const MOST_ENTITY_ROWS = 1000;

const count = (number: number, one: string, many: string) =>
  `${number.toLocaleString('en-US')} ${number === 1 ? one : many}`;

/** Articles by folder; where all are in one folder, without it. @param pathOf the path of an address as a person knows it. */
export function articlesByFolder(
  articles: readonly ArticleRow[],
  words: readonly string[],
  pathOf: (uri: string) => string,
): SourceRow[] {
  const folders = new Map<string, SourceRow[]>();
  for (const article of articles) {
    const path = pathOf(article.uri);
    if (!hasAll(`${article.title ?? ''} ${article.publisher ?? ''} ${path}`, words)) continue;
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    folders.set(folder, [...(folders.get(folder) ?? []), articleRow(article, path)]);
  }
  const [only, ...more] = folders.values();
  if (only && more.length === 0) return only;
  return [...folders].map(([folder, rows]) => ({
    id: `folder ${folder}`,
    label: folder || '.',
    description: String(rows.length),
    icon: 'folder',
    context: 'folder',
    spoken: `Folder ${folder || 'of the workspace'}, ${count(rows.length, 'article', 'articles')}`,
    target: null,
    below: { rows },
  }));
}

function articleRow(article: ArticleRow, path: string): SourceRow {
  const { uri, title, publisher, published, entities, claims, decided = 0 } = article;
  const name = path.slice(path.lastIndexOf('/') + 1);
  const facts = [
    ...(publisher ? [publisher] : []),
    ...(published ? [published.value] : []),
    count(entities, 'entity', 'entities'),
    count(claims, 'claim', 'claims'),
    ...(decided > 0 ? [count(decided, 'decision', 'decisions')] : []),
  ];
  return {
    id: uri,
    label: title || name,
    description: facts.join(' · '),
    icon: decided > 0 ? 'checklist' : 'file-text',
    context: 'article',
    spoken: `Article ${title || name}, ${facts.join(', ')}`,
    target: { uri, entity: null },
    below: { entitiesOf: uri },
  };
}

/** The entities of one article, in the order of its text. */
export function entitiesOfArticle(uri: string, { entities }: Digest): SourceRow[] {
  return entities.map(({ name, type, at }, entity) =>
    passageRow({ uri, entity, label: name, facts: [typeWords(type).one, count(at.length / 2, 'mention', 'mentions')] }),
  );
}

/**
 * Entities of all articles, those of most articles first, at most {@link MOST_ENTITY_ROWS}. One that is perhaps the same
 * as another stands below it, until a person says that it is not.
 */
export function entityTotals(
  totals: readonly ComparedTotal[],
  words: readonly string[],
  identities: ReadonlyMap<string, Identity> = new Map(),
): SourceRow[] {
  const below = new Map<ComparedTotal, ComparedTotal[]>();
  const own = totals.filter((total) => {
    const kept = totals[total.perhaps];
    if (!kept || identities.get(identityId(kept, total))?.is === 'different') return true;
    addTo(below, kept, total);
    return false;
  });
  const judged = judgedSame(identities);
  const shown: SourceRow[] = [];
  for (const total of own) {
    const perhaps = below.get(total) ?? [];
    const same = judged.get(idOf(total)) ?? [];
    if (![total, ...perhaps, ...same].some(({ name }) => hasAll(name, words))) continue;
    shown.push(totalRow(total, perhaps, same));
    if (shown.length === MOST_ENTITY_ROWS) break;
  }
  return shown;
}

/** What people said is the same as an entity, by its id. */
function judgedSame(identities: ReadonlyMap<string, Identity>): Map<string, NamedEntity[]> {
  const same = [...identities.values()].filter(({ is }) => is === 'same').map(({ entities }) => entities);
  const merged = new Map<string, { readonly mergedInto?: string }>(same.map(([kept]) => [idOf(kept), {}]));
  for (const [kept, other] of same) merged.set(idOf(other), { mergedInto: idOf(kept) });
  const judged = new Map<string, NamedEntity[]>();
  for (const [kept, other] of same) addTo(judged, mergeTarget(merged, idOf(kept)), other);
  return judged;
}

function factsOf({ type, articles, mentions }: EntityTotal): string[] {
  return [typeWords(type).one, count(articles, 'article', 'articles'), count(mentions, 'mention', 'mentions')];
}

function totalRow(total: EntityTotal, perhaps: readonly EntityTotal[], same: readonly NamedEntity[]): SourceRow {
  const { name, type } = total;
  const id = `${type} ${name}`;
  const facts = [
    // in front: a narrow sidebar cuts the end
    ...(perhaps.length > 0 ? [`perhaps also ${count(perhaps.length, 'other', 'others')}`] : []),
    ...(same.length > 0 ? [`with ${count(same.length, 'other name', 'other names')}`] : []),
    ...factsOf(total),
  ];
  return {
    id: `entity ${id}`,
    label: name,
    description: facts.join(' · '),
    icon: 'symbol-class',
    context: 'entityTotal',
    spoken: `Entity ${name}, ${facts.join(', ')}`,
    target: null,
    below: {
      articlesWith: total,
      rows: [
        ...same.map((other) => judgedRow(id, total, other)),
        ...perhaps.map((other) => perhapsRow(id, total, other)),
      ],
    },
    about: [total],
  };
}

function judgedRow(id: string, kept: NamedEntity, other: NamedEntity): SourceRow {
  return {
    id: `same ${id} ${other.type} ${other.name}`,
    label: other.name,
    description: 'the same, as people said',
    icon: 'pass',
    context: 'judgedSame',
    spoken: `${other.name} is the same as ${kept.name}, as people said`,
    target: null,
    below: null,
    about: [kept, other],
  };
}

function perhapsRow(id: string, kept: NamedEntity, other: EntityTotal): SourceRow {
  const facts = factsOf(other);
  return {
    id: `perhaps ${id} ${other.name}`,
    label: other.name,
    description: ['perhaps the same', ...facts].join(' · '),
    icon: 'question',
    context: 'perhapsSame',
    spoken: `${other.name} is perhaps the same as ${kept.name}, ${facts.join(', ')}`,
    target: null,
    below: { articlesWith: other, rows: [] },
    about: [kept, other],
  };
}

/** A row that opens an article at the first mention of an entity. */
export function passageRow(given: {
  readonly uri: string;
  readonly entity: number;
  readonly label: string;
  readonly facts: readonly string[];
}): SourceRow {
  const { uri, entity, label, facts } = given;
  return {
    id: `passage ${entity} ${uri}`,
    label,
    description: facts.join(' · '),
    icon: 'symbol-reference',
    context: 'passage',
    spoken: `${label}, ${facts.join(', ')}`,
    target: { uri, entity },
    below: null,
  };
}

function hasAll(searched: string, words: readonly string[]): boolean {
  const text = searched.toLowerCase();
  return words.every((word) => text.includes(word));
}
