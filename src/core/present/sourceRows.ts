import type { ArticleRow, EntityTotal } from '../corpus/corpusIndex.ts';
import type { Digest } from '../corpus/digest.ts';
import { typeWords } from './words.ts';

/** A row of the view of all sources, as plain data. */
export interface SourceRow {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** Name of a codicon. */
  readonly icon: string;
  readonly context: 'folder' | 'article' | 'entityTotal' | 'passage';
  /** What a screen reader says. */
  readonly spoken: string;
  /** The article that is opened; with `entity`, an index into its digest, at the first mention of that. */
  readonly target: { readonly uri: string; readonly entity: number | null } | null;
  /** What stands below: rows, or what to ask the corpus for; null where nothing does. */
  readonly below:
    | { readonly rows: readonly SourceRow[] }
    | { readonly entitiesOf: string }
    | { readonly articlesWith: EntityTotal }
    | null;
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

/** Entities of all articles, those of most articles first, at most {@link MOST_ENTITY_ROWS}. */
export function entityTotals(entities: readonly EntityTotal[], words: readonly string[]): SourceRow[] {
  const shown: SourceRow[] = [];
  for (const total of entities) {
    if (!hasAll(total.name, words)) continue;
    const facts = [
      typeWords(total.type).one,
      count(total.articles, 'article', 'articles'),
      count(total.mentions, 'mention', 'mentions'),
    ];
    shown.push({
      id: `entity ${total.type} ${total.name}`,
      label: total.name,
      description: facts.join(' · '),
      icon: 'symbol-class',
      context: 'entityTotal',
      spoken: `Entity ${total.name}, ${facts.join(', ')}`,
      target: null,
      below: { articlesWith: total },
    });
    if (shown.length === MOST_ENTITY_ROWS) break;
  }
  return shown;
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
