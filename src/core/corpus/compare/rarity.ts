import type { Statement } from '../statements/statement.ts';
import type { ComparedArticle } from './compared.ts';
import type { Rarity } from './pairFeatures.ts';

/** Inverse frequency over the statements of the articles, between 0 and 1. */
export function rarityOf(articles: readonly ComparedArticle[]): Rarity {
  const stems = new Map<string, number>();
  const entities = new Map<string, number>();
  let total = 0;
  for (const { statements, entities: names } of articles) {
    for (const { about, context, entities: named } of statements) {
      total++;
      for (const stem of new Set([...about, ...context])) stems.set(stem, (stems.get(stem) ?? 0) + 1);
      for (const index of new Set(named)) {
        const name = (names[index] ?? '').toLowerCase();
        entities.set(name, (entities.get(name) ?? 0) + 1);
      }
    }
  }
  const answers = new Map<string, number>();
  const keyOf = (article: ComparedArticle, { kind, question }: Statement) =>
    `${articles.indexOf(article)} ${kind} ${question}`;
  for (const article of articles) {
    for (const statement of article.statements) {
      const key = keyOf(article, statement);
      answers.set(key, (answers.get(key) ?? 0) + 1);
    }
  }
  const inverse = (counts: ReadonlyMap<string, number>) => (word: string) =>
    Math.log((total + 1) / ((counts.get(word) ?? 0) + 0.5)) / Math.log(2 * total + 2);
  return {
    stem: inverse(stems),
    entity: inverse(entities),
    alone: ({ article, statement }) => answers.get(keyOf(article, statement)) === 1,
  };
}
