import type { Told } from './compared.ts';
import { namesAlike } from './namesAlike.ts';
import type { StatementPair } from './relation.ts';

/** Statements that go back to one origin: agreement among them is no confirmation. */
export interface SharedOrigin {
  /** Indices into the statements compared; two or more. */
  readonly statements: readonly number[];
  /** Who said it first, as an article names it; null where only the equal value or wording tells. */
  readonly origin: string | null;
}

/** How sure it must be that two equal values answer one question before one is taken for a copy of the other. */
const SURE = 0.5;

/**
 * Groups of statements with one origin: those that agree and name the same last link of their chains, and those that
 * agree to the letter in a rare value where one names its origin and the other none.
 */
export function sharedOrigins(told: readonly Told[], pairs: readonly StatementPair[]): SharedOrigin[] {
  const origins = told.map(({ statement }) => statement.sources.at(-1)?.name ?? null);
  const groups: { statements: Set<number>; origin: string | null }[] = [];
  const agreeing = pairs
    .filter(({ relation, score }) => (relation === 'same' || relation === 'compatible') && score >= SURE)
    .sort((p, q) => q.score - p.score);
  for (const { a, b, relation } of agreeing) {
    const [x, y] = [origins[a] ?? null, origins[b] ?? null];
    const named = x !== null && y !== null;
    if (named ? !namesAlike(x, y) : relation !== 'same' || (x === null && y === null)) continue;
    const origin = x ?? y;
    const group = groups.find(
      (g) =>
        (g.statements.has(a) || g.statements.has(b)) &&
        (g.origin === null || origin === null || namesAlike(g.origin, origin)),
    );
    if (group) {
      group.statements.add(a);
      group.statements.add(b);
    } else groups.push({ statements: new Set([a, b]), origin });
  }
  return groups.map(({ statements, origin }) => ({ statements: [...statements].sort((a, b) => a - b), origin }));
}
