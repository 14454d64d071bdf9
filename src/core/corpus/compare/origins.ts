import type { Told } from './compared.ts';
import { namesAlike } from './namesAlike.ts';
import type { StatementPair } from './relation.ts';
import { rarenessOf } from './values.ts';

/** Statements that go back to one origin: agreement among them is no confirmation. */
export interface SharedOrigin {
  /** Indices into the statements compared; two or more. */
  readonly statements: readonly number[];
  /** Who said it first, as an article names it; null where only the equal value or wording tells. */
  readonly origin: string | null;
}

/** How sure it must be that two values answer one question before one is taken for a copy of the other. */
const SURE = 0.5;
const SURER = 0.85;
/** From here on two people hardly count the same number by themselves. */
const COPIED = 0.4;
/** From here on a number is told so exactly that its rounding is known again. */
const EXACT = 0.7;
/** Who passes on what others say is not where it began. */
const PASSES_ON =
  /\b(?:agency|agencies|wire|news|newspaper|paper|press|daily|times|post|gazette|herald|tribune|radio|television|tv|broadcaster|media|reports?|outlets?)\b/i;

/**
 * Groups of statements on one question with one origin: those that name the same last link of their chains, whether they
 * agree or not; of those that agree, those of one article; and across articles a value that chance hardly gives twice,
 * where not two different origins are named.
 */
export function sharedOrigins(told: readonly Told[], pairs: readonly StatementPair[]): SharedOrigin[] {
  const origins = told.map(originOf);
  const groups: { statements: Set<number>; origin: string | null }[] = [];
  const surest = [...pairs].sort((p, q) => q.score - p.score);
  for (const pair of surest) {
    const { a, b } = pair;
    const [x, y] = [origins[a] ?? null, origins[b] ?? null];
    const agrees = pair.relation === 'same' || pair.relation === 'compatible';
    const one = x !== null && y !== null ? namesAlike(x, y) : agrees && isCopy(told, pair);
    if (!one) continue;
    const origin = x ?? y;
    const group = groups.find(
      (g) =>
        (g.statements.has(a) || g.statements.has(b)) &&
        (g.origin === null || origin === null || namesAlike(g.origin, origin)),
    );
    if (group) {
      group.statements.add(a);
      group.statements.add(b);
      group.origin ??= origin;
    } else groups.push({ statements: new Set([a, b]), origin });
  }
  return groups.map(({ statements, origin }) => ({ statements: [...statements].sort((a, b) => a - b), origin }));
}

/** The last link of the chain that is more than somebody who passes it on. */
function originOf({ statement }: Told): string | null {
  return statement.sources.findLast(({ name }) => !PASSES_ON.test(name))?.name ?? null;
}

function isCopy(told: readonly Told[], { a, b, relation, score }: StatementPair): boolean {
  if (score < SURE) return false;
  const [x, y] = [told[a] as Told, told[b] as Told];
  if (x.article === y.article) return score >= SURER;
  const value = x.statement.measure?.value;
  if (value === undefined) return relation === 'same' && score >= SURER;
  if (relation === 'same') return rarenessOf(value) >= COPIED || (score >= SURER && value !== 0);
  if (score < SURER) return false;
  return originOf(x) !== null || originOf(y) !== null || isRounded(value, y.statement.measure?.value ?? 0);
}

/** One of the two is the other with fewer digits, and the other has many: 2,418 and 2.42 thousand. */
function isRounded(a: number, b: number): boolean {
  const exact = rarenessOf(a) >= rarenessOf(b) ? a : b;
  return rarenessOf(exact) >= EXACT && Math.abs(a - b) <= 0.005 * Math.abs(exact);
}
