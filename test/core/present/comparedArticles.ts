import type { Comparison } from '../../../src/core/corpus/compare/compareArticles.ts';
import type { ComparedArticle, Told } from '../../../src/core/corpus/compare/compared.ts';
import type { Relation, StatementPair } from '../../../src/core/corpus/compare/relation.ts';
import type { Statement } from '../../../src/core/corpus/statements/statement.ts';

const BARE: Omit<Statement, 'words'> = {
  start: 0,
  end: 1,
  kind: 'figure',
  sentence: { start: 0, end: 1 },
  op: '=',
  measure: null,
  edtf: null,
  clock: null,
  negated: false,
  denied: null,
  answer: null,
  question: 'killed',
  questions: [],
  about: [],
  context: [],
  scope: [],
  entities: [],
  sources: [],
  asOf: null,
  headline: false,
};

/** A statement by its words and what else of it matters. */
export const saying = (words: string, fields: Partial<Statement> = {}): Statement => ({ ...BARE, words, ...fields });

export const article = (file: string, statements: readonly Statement[], fields: Partial<ComparedArticle> = {}) => ({
  file,
  published: null,
  entities: [],
  statements,
  ...fields,
});

export const named = (name: string) => ({ name, entity: null });

/** A pair of the n-th and the m-th statement of all articles, in their order. */
export const pair = (a: number, b: number, relation: Relation, score = 0.9): StatementPair => ({
  ...{ a, b, relation, score },
  reason: `${a} and ${b}: ${relation}.`,
});

/** A comparison as it would come out if the pairs were found; one cluster a list of statements. */
export function comparison(
  articles: readonly ComparedArticle[],
  pairs: readonly StatementPair[],
  clusters: readonly (readonly number[])[],
  origins: readonly (readonly number[])[] = [],
): Comparison {
  const told = articles.flatMap((one) => one.statements.map((statement): Told => ({ article: one, statement })));
  return {
    told,
    pairs,
    clusters: clusters.map((statements) => {
      const question = told[statements[0] as number]?.statement.question ?? '';
      return { question, family: question === 'killed' ? 'casualties' : question, statements };
    }),
    origins: origins.map((statements) => ({ statements, origin: null })),
  };
}
