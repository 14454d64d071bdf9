import { blockHash, sha256Hex } from '../text/hash.ts';
import { LineIndex } from '../text/lines.ts';
import { groupBy } from '../util/groupBy.ts';
import { WordIndex } from './wordIndex.ts';

/** The blocks (lines) of one text with their hashes, computed when first asked for. Immutable to its users. */
export class TextBlocks {
  readonly text: string;
  readonly index: LineIndex;
  readonly #hashByLine: Map<string, string>;
  #byHash: Map<string, number[]> | null = null;
  #sha256: string | null = null;
  /** The numbers of repeated blocks by their hash and those of their neighbours. */
  readonly #between = new Map<string, Map<string, number[]>>();
  #filled: readonly [before: Int32Array, after: Int32Array] | null = null;
  #words: WordIndex | null = null;

  /**
   * @param text LF-normalised.
   * @param previous an earlier state of the text, whose hashes are used again.
   */
  constructor(text: string, previous?: TextBlocks) {
    this.text = text;
    this.index = new LineIndex(text);
    const known = previous ? previous.#hashByLine : undefined;
    this.#hashByLine = known && known.size < 2 * this.index.lineCount + 1000 ? known : new Map();
  }

  /** The hash of the whole text, as a sidecar names it; computed once. */
  get sha256(): string {
    this.#sha256 ??= sha256Hex(this.text);
    return this.#sha256;
  }

  line(number: number): string {
    return this.text.slice(this.index.lineStart(number), this.index.lineEnd(number));
  }

  hash(number: number): string {
    const line = this.line(number);
    let hash = this.#hashByLine.get(line);
    if (hash === undefined) {
      hash = blockHash(line);
      this.#hashByLine.set(line, hash);
    }
    return hash;
  }

  /** The numbers of the blocks with this hash, ascending. Hashes the whole text once. */
  withHash(hash: string): readonly number[] {
    this.#byHash ??= this.#indexHashes();
    return this.#byHash.get(hash) ?? [];
  }

  /** The numbers of the blocks with this hash that stand between two such neighbours, ascending. */
  withNeighbours(hash: string, before: string, after: string): readonly number[] {
    let between = this.#between.get(hash);
    if (!between) {
      between = groupBy(this.withHash(hash), (n) => `${this.neighbour(n, -1)} ${this.neighbour(n, 1)}`);
      this.#between.set(hash, between);
    }
    return between.get(`${before} ${after}`) ?? [];
  }

  /** The hash of the nearest block before or after that is not blank, or the empty string. */
  neighbour(number: number, step: -1 | 1): string {
    this.#filled ??= nearestFilled(this);
    const at = (step < 0 ? this.#filled[0] : this.#filled[1])[number] as number;
    return at < 0 ? '' : this.hash(at);
  }

  /** Where the words of the text stand. Reads the whole text once. */
  get words(): WordIndex {
    this.#words ??= new WordIndex(this.text);
    return this.#words;
  }

  #indexHashes(): Map<string, number[]> {
    const byHash = new Map<string, number[]>();
    for (let number = 0; number < this.index.lineCount; number++) {
      const hash = this.hash(number);
      const numbers = byHash.get(hash);
      if (numbers) numbers.push(number);
      else byHash.set(hash, [number]);
    }
    return byHash;
  }
}

/** For every block the nearest one before and after it that is not blank, or -1. */
function nearestFilled(blocks: TextBlocks): [before: Int32Array, after: Int32Array] {
  const count = blocks.index.lineCount;
  const before = new Int32Array(count);
  const after = new Int32Array(count);
  for (let number = 0, last = -1; number < count; number++) {
    before[number] = last;
    if (blocks.line(number).trim() !== '') last = number;
  }
  for (let number = count - 1, next = -1; number >= 0; number--) {
    after[number] = next;
    if (blocks.line(number).trim() !== '') next = number;
  }
  return [before, after];
}
