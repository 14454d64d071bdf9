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
  return spreadContradictions(told, pairs, wanted);
}
