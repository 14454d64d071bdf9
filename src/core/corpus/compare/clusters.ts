import { familyOf } from '../statements/questions.ts';
import type { Told } from './compared.ts';
import type { StatementPair } from './relation.ts';

/** Statements that answer one question. */
export interface StatementCluster {
  /** For people: "killed", "founded". */
  readonly question: string;
  readonly family: string;
  /** Indices into the statements compared, in their order; two or more. */
  readonly statements: readonly number[];
}

/** How sure a pair must be to draw its clusters together, unless it contradicts; those of different scope stay apart. */
const SURE = 0.5;

/** Groups of statements that pairs of one scope connect, the largest first; of one article only what contradicts itself, figures and dates. */
export function clustersOf(told: readonly Told[], pairs: readonly StatementPair[]): StatementCluster[] {
  const parent = told.map((_, i) => i);
  const rootOf = (i: number): number => {
    let at = i;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] as number] as number;
      at = parent[at] as number;
    }
    return at;
  };
  for (const { a, b, relation, score } of pairs) {
    if (relation === 'contradiction' || (relation !== 'different scope' && score >= SURE))
      parent[rootOf(b)] = rootOf(a);
  }
  const groups = new Map<number, number[]>();
  told.forEach((_, i) => {
    const root = rootOf(i);
    groups.set(root, [...(groups.get(root) ?? []), i]);
  });
  const against = new Set(pairs.flatMap(({ a, relation }) => (relation === 'contradiction' ? [rootOf(a)] : [])));
  return [...groups]
    .filter(([root, group]) => group.length > 1 && (against.has(root) || comparesSomething(told, group)))
    .map(([, statements]) => {
      const question = mostCommon(statements.map((i) => (told[i] as Told).statement.question));
      return { question, family: familyOf(question), statements };
    })
    .sort((a, b) => b.statements.length - a.statements.length);
}

/** Not where one article names its mayor twice. */
function comparesSomething(told: readonly Told[], group: readonly number[]): boolean {
  const [first] = group;
  return group.some((i) => told[i]?.statement.kind !== 'fact' || told[i]?.article !== told[first as number]?.article);
}

function mostCommon(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}
