import { LineIndex } from '../../../src/core/text/lines.ts';
import type { Span } from '../../../src/core/text/span.ts';

/** A stretch of the old text, or new words. */
type Piece = Span | string;

/** What became of marked words, as the editing itself knows it. */
export type Truth =
  | { readonly fate: 'stands' | 'changed'; readonly span: Span }
  | { readonly fate: 'gone'; readonly span: null };

/** A text under edit that remembers where every character came from. */
export class EditedText {
  readonly old: string;
  readonly lines: { readonly old: number; pieces: Piece[] }[];
  readonly #touched = new Set<number>();

  constructor(old: string) {
    this.old = old;
    const index = new LineIndex(old);
    this.lines = Array.from({ length: index.lineCount }, (_, n) => ({
      old: n,
      pieces: [{ start: index.lineStart(n), end: index.lineEnd(n) }],
    }));
  }

  /** Whether the old line was edited or moved. */
  touched(line: number): boolean {
    return this.#touched.has(line);
  }

  /** Puts `words` in the place of a span of the old text within one line; characters that are gone already stay gone. */
  replace(span: Span, words: string, line: number): void {
    const at = this.lines.find(({ old }) => old === line);
    if (!at) return;
    this.#touched.add(line);
    let pending: string | null = words;
    const put = (pieces: Piece[]) => {
      if (pending !== null && pending !== '') pieces.push(pending);
      pending = null;
    };
    at.pieces = at.pieces.flatMap((piece) => {
      if (typeof piece === 'string' || piece.end < span.start || piece.start > span.end) return [piece];
      if (piece.end <= span.start && pending === null) return [piece];
      const pieces: Piece[] = [];
      if (piece.start < span.start) pieces.push({ start: piece.start, end: Math.min(piece.end, span.start) });
      if (piece.start <= span.start && piece.end >= span.start) put(pieces);
      if (piece.end > span.end) pieces.push({ start: Math.max(piece.start, span.end), end: piece.end });
      return pieces;
    });
  }

  /** Moves an old line to another place among the lines. */
  move(line: number, to: number): void {
    const from = this.lines.findIndex(({ old }) => old === line);
    const [moved] = this.lines.splice(from, 1);
    if (moved) this.lines.splice(Math.min(to, this.lines.length), 0, moved);
    this.#touched.add(line);
  }

  swap(a: number, b: number): void {
    const [i, j] = [a, b].map((line) => this.lines.findIndex(({ old }) => old === line)) as [number, number];
    const [one, other] = [this.lines[i], this.lines[j]];
    if (!one || !other) return;
    this.lines[i] = other;
    this.lines[j] = one;
    this.#touched.add(a).add(b);
  }

  /** The new text, and the fate of a span of the old one in it. */
  finish(): { readonly text: string; readonly fateOf: (span: Span) => Truth } {
    const places = new Int32Array(this.old.length).fill(-1);
    let text = '';
    this.lines.forEach(({ pieces }, n) => {
      if (n > 0) text += '\n';
      for (const piece of pieces) {
        if (typeof piece === 'string') text += piece;
        else {
          for (let at = piece.start; at < piece.end; at++) places[at] = text.length + at - piece.start;
          text += this.old.slice(piece.start, piece.end);
        }
      }
    });
    return { text, fateOf: (span) => fateOf(span, places, text, this.old) };
  }
}

function fateOf(span: Span, places: Int32Array, text: string, old: string): Truth {
  const kept = Array.from(places.subarray(span.start, span.end)).filter((at) => at >= 0);
  if (kept.length === 0) return { fate: 'gone', span: null };
  const now = { start: Math.min(...kept), end: Math.max(...kept) + 1 };
  const stands =
    kept.length === span.end - span.start && now.end - now.start === kept.length && isAlone(now, text, span, old);
  return { fate: stands ? 'stands' : 'changed', span: now };
}

/** Letters typed right next to a word make another word of it. */
function isAlone(now: Span, text: string, span: Span, old: string): boolean {
  const joins = (a: string | undefined, b: string | undefined) => /[\p{L}\p{N}]{2}/u.test(`${a ?? ' '}${b ?? ' '}`);
  const before = joins(text[now.start - 1], text[now.start]) && !joins(old[span.start - 1], old[span.start]);
  const after = joins(text[now.end - 1], text[now.end]) && !joins(old[span.end - 1], old[span.end]);
  return !before && !after;
}
