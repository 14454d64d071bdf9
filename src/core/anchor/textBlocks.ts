import { blockHash } from '../text/hash.ts';
import { LineIndex } from '../text/lines.ts';

/** The blocks (lines) of one text with their hashes, computed when first asked for. Immutable to its users. */
export class TextBlocks {
  readonly text: string;
  readonly index: LineIndex;
  readonly #hashByLine: Map<string, string>;
  #byHash: Map<string, number[]> | null = null;

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

  /** The hash of the nearest block before or after that is not blank, or the empty string. */
  neighbour(number: number, step: -1 | 1): string {
    for (let at = number + step; at >= 0 && at < this.index.lineCount; at += step) {
      if (this.line(at).trim() !== '') return this.hash(at);
    }
    return '';
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
