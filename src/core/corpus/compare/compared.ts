import type { Statement } from '../statements/statement.ts';

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
