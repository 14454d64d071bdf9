import type { StoredSelector } from '../model/selectors.ts';
import type { Seeker } from './assign.ts';
import type { Candidate } from './candidates.ts';
import type { TextBlocks } from './textBlocks.ts';

/** A place with so much for it says where its paragraph is. */
const TELLING = 0.85;
/** Of the places that speak for the best line of a paragraph, or the best paragraph of a line. */
const LEAST_SHARE = 0.5;
const TOGETHER = 0.07;
const ELSEWHERE = 0.2;

/**
 * Ranks places anew by what became of the rest of their paragraph: the words of one block mostly stay in one line, and
 * a line that holds the words of another block is not the one that is looked for. The very block, not known by its
 * neighbours, is a twin of it.
 */
export function byParagraph(seekers: readonly Seeker[], blocks: TextBlocks): Seeker[] {
  const lineOf = ({ span }: Candidate) => blocks.index.lineAt(span.start);
  const linesOfBlock = new Counts<string, number>();
  const blocksOfLine = new Counts<number, string>();
  for (const { selector, candidates } of seekers) {
    const [best] = candidates;
    if (!best || best.score < TELLING) continue;
    linesOfBlock.add(blockOf(selector), lineOf(best));
    blocksOfLine.add(lineOf(best), blockOf(selector));
  }
  return seekers.map(({ selector, candidates }) => {
    const block = blockOf(selector);
    const ranked = candidates.map((candidate, n) => {
      const line = lineOf(candidate);
      const own = n === 0 && candidate.score >= TELLING ? 1 : 0;
      // What this very place says counts for nothing here: the others have to agree.
      const there = linesOfBlock.get(block, line) - own;
      const elsewhere = Math.max(linesOfBlock.most(block, line), blocksOfLine.most(line, block));
      const fits = there >= LEAST_SHARE * elsewhere && !selector.at.some(({ block }) => block === blocks.hash(line));
      const shift = fits ? (there > 0 ? TOGETHER : 0) : -ELSEWHERE;
      return { ...candidate, score: candidate.score + shift };
    });
    return { selector, candidates: ranked.sort((a, b) => b.score - a.score || a.span.start - b.span.start) };
  });
}

/** Repeated blocks are told apart by their neighbours. */
function blockOf({ at: [range] }: StoredSelector): string {
  return `${range?.block} ${range?.before} ${range?.after} ${range?.nth}`;
}

/** How often values were seen with each key. */
class Counts<K, V> {
  readonly #counts = new Map<K, Map<V, number>>();

  add(key: K, value: V): void {
    const counts = this.#counts.get(key) ?? new Map<V, number>();
    this.#counts.set(key, counts.set(value, (counts.get(value) ?? 0) + 1));
  }

  get(key: K, value: V): number {
    return this.#counts.get(key)?.get(value) ?? 0;
  }

  /** The most of any value but one. */
  most(key: K, but: V): number {
    let most = 0;
    for (const [value, count] of this.#counts.get(key) ?? []) if (value !== but) most = Math.max(most, count);
    return most;
  }
}
