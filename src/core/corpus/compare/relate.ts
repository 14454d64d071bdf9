import type { Told } from './compared.ts';
import { contradiction } from './contradictions/contradiction.ts';
import { type LinearModel, probabilities } from './linearModel.ts';
import { pairFeatures, type Rarity } from './pairFeatures.ts';
import { reasonFor } from './reasonFor.ts';
import { RELATIONS, type Relation } from './relation.ts';

/** Of a kind of statement: whether two answer one question, and how they stand to each other. */
export interface PairModel {
  readonly comparable: LinearModel;
  readonly relation: LinearModel;
}

export type PairModels = Readonly<Record<'figure' | 'date' | 'claim', PairModel>>;

/** How sure it must be that two statements answer one question. */
const LEAST = { figure: 0.22, date: 0.26, claim: 0.3 } as const;
const SAME_POST = 0.9;

export interface Related {
  readonly relation: Relation;
  readonly reason: string;
  readonly score: number;
}

/** How two statements stand to each other, or null where they do not answer one question. `a` is told no later than `b`. */
export function relate(a: Told, b: Told, rarity: Rarity, models: PairModels): Related | null {
  const read = pairFeatures(a, b, rarity);
  if (read === null) return null;
  const { statement } = a;
  if (statement.answer !== null) {
    if (read.values.match === 'equal' && statement.answer.kind === 'post')
      return { relation: 'same', reason: `Both name ${statement.answer.value}.`, score: SAME_POST };
    const reason = contradiction(a, b, read, SAME_POST);
    return reason === null ? null : { relation: 'contradiction', reason, score: SAME_POST };
  }
  const kind = statement.kind === 'fact' ? 'claim' : statement.kind;
  const model = models[kind];
  const score = probabilities(model.comparable, read.features)[1] as number;
  const against = contradiction(a, b, read, score);
  if (against !== null) return { relation: 'contradiction', reason: against, score: Math.max(score, LEAST[kind]) };
  if (score < LEAST[kind] || (read.features.otherFamily === 1 && read.values.match === 'differ')) return null;
  // a contradiction is for the rules to say: what the model guesses is wrong too often
  const cannotBe = (relation?: Relation) =>
    relation === 'contradiction' ||
    (relation === 'same' && (read.features.turned === 1 || (read.values.match === 'differ' && kind !== 'claim')));
  const likely = probabilities(model.relation, read.features).map((p, i) => (cannotBe(RELATIONS[i]) ? 0 : p));
  const guess = RELATIONS[likely.indexOf(Math.max(...likely))] as Relation;
  // the injured do not replace the dead
  const relation = guess === 'updated' && read.features.family === 1 ? 'different scope' : guess;
  return { relation, reason: reasonFor(relation, a, b, read), score };
}
