import type { Told } from '../compared.ts';
import { type DayInterval, daysOf } from '../interval.ts';
import type { PairFeatures } from '../pairFeatures.ts';

/** Two statements whose values cannot both hold if they are of one thing. `a` is told no later than `b`. */
export interface Differing {
  readonly a: Told;
  readonly b: Told;
  readonly features: PairFeatures;
  /** How sure it is that both answer one question. */
  readonly likely: number;
}

/** The question nearest to each of the two, empty where there is none. */
export function topQuestions({ a, b }: Differing): readonly [string, string] {
  return [a.statement.questions[0]?.[0] ?? '', b.statement.questions[0]?.[0] ?? ''];
}

/** The words of both, for a reason. */
export function bothWords({ a, b }: Differing): string {
  return `${a.statement.words} and ${b.statement.words}`;
}

/** The days of an EDTF value, null where there is none. */
export function daysAt(value: string | null): DayInterval | null {
  return value === null ? null : daysOf(value);
}
