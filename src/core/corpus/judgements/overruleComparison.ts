import { clustersOf } from '../compare/clusters.ts';
import type { Comparison } from '../compare/compareArticles.ts';
import { sharedOrigins } from '../compare/origins.ts';
import type { StatementPair } from '../compare/relation.ts';
import { overrule, type StandingJudgement } from './overrule.ts';

/**
 * A comparison as people judged it: what they said of a pair counts before what the machine found, and what they called
 * not comparable is no pair. @param judgements their passages are named by the files of the articles.
 */
export function overruleComparison(comparison: Comparison, judgements: readonly StandingJudgement[]): Comparison {
  if (judgements.length === 0) return comparison;
  const { told } = comparison;
  const files = [...new Set(told.map(({ article }) => article.file))];
  const judged = overrule(
    {
      articles: files.map((uri) => ({ uri, title: null, publisher: null, published: null })),
      statements: told.map(({ article, statement: { start, end, kind, words, sentence, question } }) => ({
        article: files.indexOf(article.file),
        ...{ start, end, kind, words, sentence, question },
        sources: [],
      })),
      pairs: comparison.pairs,
      origins: comparison.origins,
    },
    judgements,
  );
  const pairs = judged.pairs.flatMap(({ a, b, relation, reason, score }): StatementPair[] =>
    relation === null || a >= told.length || b >= told.length ? [] : [{ a, b, relation, reason, score }],
  );
  return { ...comparison, pairs, clusters: clustersOf(told, pairs), origins: sharedOrigins(told, pairs) };
}
