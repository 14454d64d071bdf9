import { namesAlike } from '../compare/namesAlike.ts';
import { copiedRun } from './copiedRun.ts';

/** One of several statements that agree. */
export interface Agreeing {
  /** Its article: two statements of one article are of one origin. */
  readonly article: string;
  readonly publisher: string | null;
  /** Who is said to know it, from the nearest to the article to the origin. */
  readonly sources: readonly string[];
  /** The words around it. */
  readonly sentence: string;
  /** The number of the shared origin that the comparison found, or null. */
  readonly shared: number | null;
}

export interface CountedOrigins {
  readonly count: number;
  /** Of each statement the number of its origin, from 0. */
  readonly of: readonly number[];
  /** Publishers that cite each other for it, in a circle; empty where none do. */
  readonly circle: readonly string[];
  /** Words that two of them have from one pen, or null. */
  readonly copied: string | null;
}

/**
 * Counts how many origins stand behind statements that agree. Of one origin are those of one article; that name the same
 * last source; of which one names the publisher of the other as a source; that share a long run of words. A statement
 * that names no source is its own origin. Grows with the square of the statements: meant for some dozens.
 */
export function countOrigins(agreeing: readonly Agreeing[]): CountedOrigins {
  const group = agreeing.map((_, at) => at);
  const join = (a: number, b: number) => {
    const [from, to] = [group[a] as number, group[b] as number];
    group.forEach((own, at) => {
      if (own === from) group[at] = to;
    });
  };
  const cites = agreeing.map(() => new Set<number>());
  let copied: string | null = null;
  agreeing.forEach((x, a) => {
    agreeing.forEach((y, b) => {
      if (a !== b && x.article !== y.article && citesPublisher(x, y)) cites[a]?.add(b);
      if (b >= a) return;
      const run = x.article === y.article ? null : copiedRun(x.sentence, y.sentence);
      copied ??= run;
      if (x.article === y.article || isShared(x, y) || run !== null) join(a, b);
    });
  });
  cites.forEach((cited, a) => {
    for (const b of cited) join(a, b);
  });
  const numbers = [...new Set(group)];
  return {
    count: numbers.length,
    of: group.map((own) => numbers.indexOf(own)),
    circle: [...new Set(circleIn(cites).map((at) => agreeing[at]?.publisher ?? ''))],
    copied,
  };
}

function isShared(x: Agreeing, y: Agreeing): boolean {
  if (x.shared !== null && x.shared === y.shared) return true;
  const [p, q] = [x.sources.at(-1), y.sources.at(-1)];
  return p !== undefined && q !== undefined && namesAlike(p, q);
}

function citesPublisher({ sources }: Agreeing, { publisher }: Agreeing): boolean {
  return publisher !== null && sources.some((source) => namesAlike(source, publisher));
}

/** The statements of a circle of citations, in the order in which they cite each other; empty where there is none. */
function circleIn(cites: readonly ReadonlySet<number>[]): number[] {
  const done = new Set<number>();
  const follow = (at: number, path: readonly number[]): number[] => {
    if (path.includes(at)) return path.slice(path.indexOf(at));
    if (done.has(at)) return [];
    done.add(at);
    for (const next of cites[at] ?? []) {
      const found = follow(next, [...path, at]);
      if (found.length > 0) return found;
    }
    return [];
  };
  for (const at of cites.keys()) {
    const found = follow(at, []);
    if (found.length > 0) return found;
  }
  return [];
}
