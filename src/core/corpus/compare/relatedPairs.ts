import { groupBy } from '../../util/groupBy.ts';
import { candidatePairs } from './candidates.ts';
import type { ComparedArticle, Told } from './compared.ts';
import { spreadContradictions } from './contradictions/spreadContradictions.ts';
import { PAIR_MODELS } from './pairModels.ts';
import { rarityOf } from './rarity.ts';
import { type PairModels, relate } from './relate.ts';
import type { StatementPair } from './relation.ts';

export interface RelatedOptions {
  /** Says which pairs count; all where it is left out. */
  readonly wanted?: (a: Told, b: Told) => boolean;
  readonly models?: PairModels;
}

/**
 * The pairs of statements that answer one question. Work grows with the pairs that share a question, a stem or a value.
 * @param told the statements of the articles, those of the article published first before the others.
 */
export function relatedPairs(
  told: readonly Told[],
  articles: readonly ComparedArticle[],
  { wanted = () => true, models = PAIR_MODELS }: RelatedOptions = {},
): StatementPair[] {
  const rarity = rarityOf(articles);
  const pairs: StatementPair[] = [];
  for (const [a, b] of candidatePairs(told)) {
    const [x, y] = [told[a] as Told, told[b] as Told];
    const related = wanted(x, y) ? relate(x, y, rarity, models) : null;
    if (related) pairs.push({ a, b, ...related });
  }
  return withoutClaimsAround(told, spreadContradictions(told, pairs, wanted));
}

/** Two claims do not say the same if a value in the one contradicts a value in the other. */
function withoutClaimsAround(told: readonly Told[], pairs: readonly StatementPair[]): StatementPair[] {
  const articlesOf = ({ a, b }: StatementPair) => `${told[a]?.article.file}\n${told[b]?.article.file}`;
  const against = groupBy(
    pairs.filter(({ relation }) => relation === 'contradiction'),
    articlesOf,
  );
  const holds = (outer: number, inner: number) => {
    const [claim, value] = [(told[outer] as Told).statement, (told[inner] as Told).statement];
    return claim.start <= value.start && claim.end >= value.end;
  };
  return pairs.filter(
    (pair) =>
      pair.relation === 'contradiction' ||
      told[pair.a]?.statement.kind !== 'fact' ||
      !against.get(articlesOf(pair))?.some(({ a, b }) => holds(pair.a, a) && holds(pair.b, b)),
  );
}
