import type { Comparison } from '../corpus/compare/compareArticles.ts';
import type { StatementPair } from '../corpus/compare/relation.ts';
import { familyOf } from '../corpus/statements/questions.ts';
import { addTo } from '../util/groupBy.ts';

/** What the sources say on one question. */
export interface QuestionGroup {
  readonly question: string;
  readonly family: string;
  /** Indices into the statements compared, in their order. */
  readonly statements: readonly number[];
  /** Those of them that are of another scope than the question: to be read beside it, not counted with it. */
  readonly aside: ReadonlySet<number>;
  /** The pairs among them. */
  readonly pairs: readonly StatementPair[];
}

/** How sure it must be that two statements of different scope belong beside each other. */
const SURE = 0.7;

/**
 * The clusters of a comparison, each with the statements of another scope that a reader would set beside it, and after
 * them the pairs of different scope that touch no cluster. Every statement is in one group at most.
 */
export function questionGroups({ told, pairs, clusters }: Comparison): QuestionGroup[] {
  const groups = clusters.map(({ question, family, statements }) => ({
    question,
    family,
    statements: new Set(statements),
    aside: new Set<number>(),
  }));
  const groupOf = new Map(groups.flatMap((group) => [...group.statements].map((at) => [at, group])));
  const apart = pairs
    .filter(({ relation, score }) => relation === 'different scope' && score >= SURE)
    .sort((p, q) => q.score - p.score);
  for (const { a, b } of apart) {
    const [x, y] = [groupOf.get(a), groupOf.get(b)];
    if (x && y) continue;
    let group = x ?? y;
    if (!group) {
      const question = told[a]?.statement.question ?? '';
      group = { question, family: familyOf(question), statements: new Set(), aside: new Set() };
      groups.push(group);
    }
    for (const at of [a, b]) {
      if (groupOf.has(at)) continue;
      groupOf.set(at, group);
      group.statements.add(at);
      group.aside.add(at);
    }
  }
  const within = new Map<unknown, StatementPair[]>();
  for (const pair of pairs) {
    const group = groupOf.get(pair.a);
    if (group && group === groupOf.get(pair.b)) addTo(within, group, pair);
  }
  return groups.map((group) => ({
    ...group,
    statements: [...group.statements].sort((a, b) => a - b),
    pairs: within.get(group) ?? [],
  }));
}
