import type { Span } from '../../text/span.ts';
import { compareArticles } from '../compare/compareArticles.ts';
import type { ComparedArticle, Told } from '../compare/compared.ts';
import type { SharedOrigin } from '../compare/origins.ts';
import type { StatementPair } from '../compare/relation.ts';
import type { Digest } from '../digest.ts';
import type { Statement, StatementKind } from '../statements/statement.ts';

/** An article as a comparison names it. */
export interface AcrossArticle {
  readonly uri: string;
  readonly title: string | null;
  readonly publisher: string | null;
  /** EDTF, or null where it is not known. */
  readonly published: string | null;
}

/** A statement as the views show it; the span is that of the value. */
export interface AcrossStatement extends Span {
  /** Index into the articles. */
  readonly article: number;
  readonly kind: StatementKind;
  readonly words: string;
  readonly sentence: Span;
  /** For people: "killed", "founded". */
  readonly question: string;
  /** Who is said to know it, from the nearest to the article to the origin; empty in the outlet's own voice. */
  readonly sources: readonly string[];
}

/** What several articles say beside each other: plain data that crosses from the worker. */
export interface Across {
  readonly articles: readonly AcrossArticle[];
  /** Only those that stand in a pair. */
  readonly statements: readonly AcrossStatement[];
  /** Of two articles each. */
  readonly pairs: readonly StatementPair[];
  readonly origins: readonly SharedOrigin[];
}

/** A digest with the address of its article. */
export interface PlacedDigest {
  readonly uri: string;
  readonly digest: Digest;
}

/** Of one article those that come first: a list of figures without end is no news. */
const MOST_STATEMENTS = 150;

interface AcrossOptions {
  /** Only pairs that one of these statements is in; all where it is left out. */
  readonly about?: (uri: string, statement: Statement) => boolean;
  /** The articles and how many statements of each are looked at are the caller's to bound; see compareArticles. */
  readonly most?: number;
}

/** Sets articles beside each other. */
export function acrossArticles(
  placed: readonly PlacedDigest[],
  { about = () => true, most = MOST_STATEMENTS }: AcrossOptions = {},
): Across {
  const compared = placed.map(({ uri, digest }): ComparedArticle => {
    const entities = digest.entities.map(({ name }) => name);
    return {
      file: uri,
      published: digest.published?.value ?? null,
      entities,
      statements: digest.statements.slice(0, most),
    };
  });
  const { told, pairs, origins } = compareArticles(compared);
  const wanted = ({ article, statement }: Told) => about(article.file, statement);
  const kept = pairs.filter(({ a, b }) => {
    const [x, y] = [told[a] as Told, told[b] as Told];
    return x.article !== y.article && (wanted(x) || wanted(y));
  });
  const used = [...new Set(kept.flatMap(({ a, b }) => [a, b]))].sort((a, b) => a - b);
  const at = new Map(used.map((index, place) => [index, place]));
  const articleAt = new Map(placed.map(({ uri }, index) => [uri, index]));
  return {
    articles: placed.map(({ uri, digest: { title, publisher, published } }) => ({
      uri,
      title: title ?? null,
      publisher: publisher ?? null,
      published: published?.value ?? null,
    })),
    statements: used.map((index) => shown(told[index] as Told, articleAt)),
    pairs: kept.map((pair) => ({ ...pair, a: at.get(pair.a) as number, b: at.get(pair.b) as number })),
    origins: origins.flatMap(({ statements, origin }) => {
      const here = statements.flatMap((index) => at.get(index) ?? []);
      return here.length > 1 ? [{ statements: here, origin }] : [];
    }),
  };
}

function shown({ article, statement }: Told, articleAt: ReadonlyMap<string, number>): AcrossStatement {
  const { start, end, kind, words, sentence, question, sources } = statement;
  return {
    article: articleAt.get(article.file) as number,
    ...{ start, end, kind, words, sentence, question },
    sources: sources.map(({ name }) => name),
  };
}
