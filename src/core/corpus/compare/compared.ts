import type { Statement } from '../statements/statement.ts';
import { namesAlike } from './namesAlike.ts';

/** An article as the comparison takes it. */
export interface ComparedArticle {
  /** Names the article in the result; a path or a URI. */
  readonly file: string;
  /** `YYYY-MM-DD`, or null where it is not known. */
  readonly published: string | null;
  /** Names of the entities that the statements point to, by index. */
  readonly entities: readonly string[];
  readonly statements: readonly Statement[];
}

/** A statement with the article that makes it. */
export interface Told {
  readonly article: ComparedArticle;
  readonly statement: Statement;
}

/** Articles in the order of their days, those without one last. */
export function inOrderOfDays(articles: readonly ComparedArticle[]): ComparedArticle[] {
  return [...articles].sort((a, b) => (a.published ?? '9999').localeCompare(b.published ?? '9999'));
}

/** The statements of articles, one article after the other. */
export function toldBy(articles: readonly ComparedArticle[]): Told[] {
  return articles.flatMap((article) => article.statements.map((statement): Told => ({ article, statement })));
}

/** The names of the entities that the sentence of a statement names, the subject of its claim first. */
export function namesIn({ article, statement }: Told): string[] {
  return statement.entities.map((index) => article.entities[index] ?? '');
}

/** The first name of `a` that `b` names too, perhaps written otherwise; undefined where they share none. */
export function sharedName(a: Told, b: Told): string | undefined {
  const names = namesIn(b);
  return namesIn(a).find((name) => names.some((other) => namesAlike(name, other)));
}
