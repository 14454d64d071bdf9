import type { Comparison } from '../corpus/compare/compareArticles.ts';
import { connected } from '../util/connected.ts';
import type { QuestionGroup } from './questionGroups.ts';

/** How the sources of one question stand to each other, in numbers of sources. */
export interface Agreement {
  /** Sources in the largest group that says the same or what is compatible; 1 where no two agree, 0 where all is aside. */
  readonly agree: number;
  /** From how many origins these have it: one that copies or quotes what another does is no second origin. */
  readonly origins: number;
  /** Sources that say something else on the question. */
  readonly differ: number;
}

/** How sure a pair must be to count as agreement. */
const SURE = 0.5;

export function agreementOf({ told, origins }: Comparison, { statements, aside, pairs }: QuestionGroup): Agreement {
  const counted = statements.filter((at) => !aside.has(at));
  const place = new Map(counted.map((at, index) => [at, index]));
  const links = (joined: Iterable<readonly number[]>) =>
    [...joined].flatMap(([first, ...others]) =>
      others.map((other): [number, number] => [place.get(first as number) as number, place.get(other) as number]),
    );
  const sourceOf = (at: number) => told[at]?.article;
  const agreeing = pairs
    .filter(({ a, b, relation, score }) => place.has(a) && place.has(b) && agrees(relation) && score >= SURE)
    .map(({ a, b }) => [a, b]);
  const groups = connected(counted.length, links(agreeing)).map((group) =>
    group.map((index) => counted[index] as number),
  );
  const sourcesIn = (group: readonly number[]) => new Set(group.map(sourceOf)).size;
  const largest = groups.reduce<readonly number[]>(
    (best, group) => (sourcesIn(group) > sourcesIn(best) ? group : best),
    [],
  );
  const inLargest = new Set(largest);
  const ofOneSource = [...new Set(largest.map(sourceOf))].map((source) =>
    largest.filter((at) => sourceOf(at) === source),
  );
  const shared = origins.map((origin) => origin.statements.filter((at) => inLargest.has(at)));
  const byOrigin = connected(counted.length, links([...ofOneSource, ...shared]));
  const agree = sourcesIn(largest);
  return {
    agree,
    origins: byOrigin.filter((group) => group.some((index) => inLargest.has(counted[index] as number))).length,
    differ: sourcesIn(counted) - agree,
  };
}

const agrees = (relation: string) => relation === 'same' || relation === 'compatible';
