import type { DigestSummary } from '../digestText.ts';

/** What is looked at of an article. */
interface Known {
  readonly about: DigestSummary;
}

interface EventLookup<T extends Known> {
  /** The articles in which an entity bears a name, and which entity. */
  readonly holdersOf: (name: string) => readonly { readonly content: T; readonly entity: number }[];
  /** How many articles there are. */
  readonly total: number;
}

/** Of the entities of the article those of most mentions, and of each its first names. */
const MOST_ENTITIES = 60;
const MOST_NAMES = 4;
/** A name that more articles have tells nothing about the event. */
const COMMON = 400;
/** How much a shared name counts, by the days between the articles; a day that is not known counts as a month. */
const CLOSENESS: readonly (readonly [days: number, weight: number])[] = [
  [3, 1],
  [14, 0.8],
  [60, 0.5],
];
const FAR = 0.25;
const SOON = 14;
const DAY = 86_400_000;

/** A name tells that two articles are on one event where no more articles have it, or no larger part of all. */
const RARE = { articles: 5, part: 0.02 };
/** The part of the names of the article with fewer that must be rare and shared where a day is not known. */
const UNDATED = 0.2;
/** Days after which another event has the same names. */
export const ONE_EVENT = 60;

/** An article that is perhaps on the same event; `sure`: so surely that the two can contradict each other. */
export interface LikelySame<T> {
  readonly content: T;
  readonly sure: boolean;
}

/**
 * The articles that are most likely about the event of `own`, the likeliest first, without `own`: by the names that they
 * share, a rare name counting for more (inverse frequency), and by how close their days are. One shared name is enough
 * only where both are of the same two weeks. It is sure where they share a rare name and are of two months, or share
 * two and a fifth of all and a day is not known. Looks at no more than 60 * 4 * 400 entries, however many articles there are.
 */
export function sameEvent<T extends Known>(
  own: T,
  { holdersOf, total }: EventLookup<T>,
  most: number,
): LikelySame<T>[] {
  const found = new Map<T, { shared: number; rare: number; score: number }>();
  const rareFrom = weightOf(Math.max(RARE.articles, RARE.part * total), total);
  const entities = [...own.about.entities].sort((a, b) => b[1] - a[1]).slice(0, MOST_ENTITIES);
  for (const [, , ...names] of entities) {
    const best = new Map<T, number>();
    for (const name of names.slice(0, MOST_NAMES)) {
      const holders = holdersOf(name);
      if (holders.length > COMMON) continue;
      const weight = weightOf(holders.length, total);
      for (const { content } of holders) {
        if (content !== own) best.set(content, Math.max(best.get(content) ?? 0, weight));
      }
    }
    for (const [content, weight] of best) {
      const sum = found.get(content) ?? { shared: 0, rare: 0, score: 0 };
      const rare = sum.rare + (weight >= rareFrom ? 1 : 0);
      found.set(content, { shared: sum.shared + 1, rare, score: sum.score + weight });
    }
  }
  return [...found]
    .map(([content, { shared, rare, score }]) => {
      const days = daysBetween(own.about.published?.value, content.about.published?.value);
      const near = CLOSENESS.find(([limit]) => (days ?? 30) <= limit)?.[1] ?? FAR;
      const fewer = Math.min(entities.length, content.about.entities.length);
      const sure = days === null ? rare >= Math.max(2, UNDATED * fewer) : rare > 0 && days <= ONE_EVENT;
      return { content, sure, score: score * near, enough: shared > 1 || (days ?? SOON + 1) <= SOON };
    })
    .filter(({ enough }) => enough)
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ content, sure }) => ({ content, sure }));
}

function weightOf(holders: number, total: number): number {
  return Math.log(1 + total / Math.max(1, holders));
}

/** Of two EDTF days; null where one of them is not known. */
export function daysBetween(a: string | null | undefined, b: string | null | undefined): number | null {
  const [x, y] = [a, b].map((day) => Date.parse(day?.slice(0, 10) ?? ''));
  const days = Math.abs((x as number) - (y as number)) / DAY;
  return Number.isNaN(days) ? null : days;
}
