/** Zero-based line and UTF-16 column. */
export interface LinePosition {
  readonly line: number;
  readonly character: number;
}

/** Start offsets of the lines of an LF-normalised text; a text of n line feeds has n + 1 lines. */
export class LineIndex {
  readonly #starts: number[] = [0];
  readonly #length: number;

  constructor(text: string) {
    this.#length = text.length;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1);
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  /** The line that holds `offset`; offsets outside the text are clamped. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const mid = (low + high + 1) >> 1;
      if ((this.#starts[mid] as number) <= offset) low = mid;
      else high = mid - 1;
    }
    return low;
  }

  positionAt(offset: number): LinePosition {
    const at = Math.max(0, Math.min(offset, this.#length));
    const line = this.lineAt(at);
    return { line, character: at - (this.#starts[line] as number) };
  }

  /** Columns beyond the end of the line are clamped to it. */
  offsetAt({ line, character }: LinePosition): number {
    if (line < 0) return 0;
    if (line >= this.#starts.length) return this.#length;
    return Math.min((this.#starts[line] as number) + Math.max(0, character), this.lineEnd(line));
  }

  lineStart(line: number): number {
    return this.#starts[line] ?? this.#length;
  }

  /** Offset of the line feed that ends the line, or the length of the text. */
  lineEnd(line: number): number {
    const next = this.#starts[line + 1];
    return next === undefined ? this.#length : next - 1;
  }
}
