import type { ComparedArticle } from '../corpus/compare/compared.ts';
import type { Digest } from '../corpus/digest.ts';
import { isDay } from '../text/isDay.ts';

/** An article to be compared, with what its column says about it. */
export interface ComparedSource {
  readonly article: ComparedArticle;
  readonly title: string;
  readonly publisher: string | null;
}

/** What a view shows of a source; it names no file. */
export interface SourceLabel {
  readonly title: string;
  readonly publisher: string | null;
  /** `YYYY-MM-DD`. */
  readonly published: string | null;
}

/** @param file names the article. @param name its title where the digest has none. */
export function comparedSource(file: string, name: string, digest: Digest): ComparedSource {
  const { title = name, publisher = null, published, entities, statements } = digest;
  const day = published && isDay(published.value) ? published.value : null;
  return {
    article: { file, published: day, entities: entities.map((entity) => entity.name), statements },
    title,
    publisher,
  };
}

const LONGEST_TITLE = 160;
const LONGEST_NAME = 80;

/** The label of a source, its foreign text in one line and bounded. */
export function sourceLabel({ article, title, publisher }: ComparedSource): SourceLabel {
  return {
    title: bounded(title, LONGEST_TITLE),
    publisher: publisher === null ? null : bounded(publisher, LONGEST_NAME),
    published: article.published,
  };
}

/** Foreign text on one line, without control characters, at most `most` UTF-16 units. */
export function bounded(text: string, most: number): string {
  // What is cut off first needs no cleaning: an article may be one line of a megabyte.
  const line = text
    .slice(0, 4 * most)
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
  return line.length <= most ? line : `${line.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
