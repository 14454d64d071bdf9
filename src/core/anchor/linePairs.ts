import type { Span } from '../text/span.ts';
import { addTo, groupBy } from '../util/groupBy.ts';
import { wordsOf } from './wordIndex.ts';

/** Words that stand in more lines tell no line from another. */
const MOST_LINES = 32;
/** What two lines must have in common, of what both hold, to be one line that was edited. */
const LEAST_ALIKE = 0.5;
const LEAST_WORDS = 3;
/** A line with a rival that is nearly as much alike is not paired. */
const LEAST_MARGIN = 0.1;
const MOST_ROUNDS = 8;

/** Two lines by their numbers among those given, and what they have in common, 0 to 1. */
interface Pair {
  readonly from: number;
  readonly to: number;
  readonly alike: number;
}

/**
 * Which lines of an old and of a new text are one line, edited or moved, by the words that they share. Lines whose pair is
 * clear are no rivals of others.
 */
export class LinePairs {
  readonly #now: readonly Span[];
  readonly #ofOld: ReadonlyMap<number, readonly Pair[]>;
  readonly #ofNew: ReadonlyMap<number, readonly Pair[]>;
  /** The lines of clear pairs, by each other. */
  readonly #partners = { ofOld: new Map<number, number>(), ofNew: new Map<number, number>() };

  /** @param old lines of the old text that are not in the new one as they were; `now` the other way round. */
  constructor(oldText: string, old: readonly Span[], newText: string, now: readonly Span[]) {
    this.#now = now;
    const pairs = alikePairs(oldText, old, newText, now);
    this.#ofOld = groupBy(pairs, ({ from }) => from);
    this.#ofNew = groupBy(pairs, ({ to }) => to);
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const clear = pairs.filter((pair) => !this.#partners.ofOld.has(pair.from) && this.#isClear(pair));
      if (clear.length === 0) break;
      for (const { from, to } of clear) {
        this.#partners.ofOld.set(from, to);
        this.#partners.ofNew.set(to, from);
      }
    }
  }

  /** The new line that an old one became, or null where there is none, or another pair is nearly as much alike. */
  partner(old: number): Span | null {
    const to = this.#partners.ofOld.get(old);
    return to === undefined ? null : (this.#now[to] as Span);
  }

  /** True where another line than `now` is about as much like the old line. */
  hasRival(old: number, now: number): boolean {
    const pair = this.#ofOld.get(old)?.find(({ to }) => to === now);
    return !this.#isClear(pair ?? { from: old, to: now, alike: 0 });
  }

  /** True where both lines are clearly one with another line each. */
  areApart(old: number, now: number): boolean {
    const [to, from] = [this.#partners.ofOld.get(old), this.#partners.ofNew.get(now)];
    return to !== undefined && from !== undefined && to !== now && from !== old;
  }

  /** No other pair of lines that may still be one has about as much in common. */
  #isClear(pair: Pair): boolean {
    const { ofOld, ofNew } = this.#partners;
    const isOpen = ({ from, to }: Pair) => (ofOld.get(from) ?? to) === to && (ofNew.get(to) ?? from) === from;
    const others = [...(this.#ofOld.get(pair.from) ?? []), ...(this.#ofNew.get(pair.to) ?? [])];
    return (
      isOpen(pair) &&
      others.every((other) => other === pair || other.alike <= pair.alike - LEAST_MARGIN || !isOpen(other))
    );
  }
}

function alikePairs(oldText: string, old: readonly Span[], newText: string, now: readonly Span[]): Pair[] {
  const linesOfWord = new Map<string, number[]>();
  const counts = now.map((line, n) => {
    const words = distinctWords(newText, line);
    for (const word of words) addTo(linesOfWord, word, n);
    return words.size;
  });
  const pairs: Pair[] = [];
  old.forEach((line, from) => {
    const words = distinctWords(oldText, line);
    if (words.size < LEAST_WORDS) return;
    const shared = new Map<number, number>();
    let telling = 0;
    for (const word of words) {
      const lines = linesOfWord.get(word) ?? [];
      if (lines.length > MOST_LINES) continue;
      telling++;
      for (const to of lines) shared.set(to, (shared.get(to) ?? 0) + 1);
    }
    const common = words.size - telling;
    for (const [to, count] of shared) {
      const alike = (2 * (count + common)) / (words.size + (counts[to] as number));
      if (alike >= LEAST_ALIKE && count * 2 >= LEAST_WORDS) pairs.push({ from, to, alike });
    }
  });
  return pairs;
}

function distinctWords(text: string, { start, end }: Span): Set<string> {
  return new Set(wordsOf(text.slice(start, end)).map(({ word }) => word));
}
