import { blockHash } from '../text/hash.ts';
import { LineIndex } from '../text/lines.ts';

/** The blocks (lines) of one text with their hashes, computed when first asked for. Immutable to its users. */
export class TextBlocks {
  readonly text: string;
  readonly index: LineIndex;
  readonly #hashes = new Map<number, string>();
  #byHash: Map<string, number[]> | null = null;

  /** @param text LF-normalised. */
  constructor(text: string) {
    this.text = text;
    this.index = new LineIndex(text);
  }

  line(number: number): string {
    return this.text.slice(this.index.lineStart(number), this.index.lineEnd(number));
  }

  hash(number: number): string {
    let hash = this.#hashes.get(number);
    if (hash === undefined) {
      hash = blockHash(this.line(number));
      this.#hashes.set(number, hash);
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
