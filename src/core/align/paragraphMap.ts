import { alignParagraphs, type ParagraphPair } from './alignParagraphs.ts';

/** Lines of a text, counted from 0; `end` is exclusive. */
export interface LineRange {
  readonly start: number;
  readonly end: number;
}

/** What stands beside a line. */
export interface Counterpart {
  /** The paragraphs of the line's own pair. */
  readonly own: LineRange;
  /** Those of the other text; null where it has none for them. */
  readonly other: LineRange | null;
  /** 0 to 1. */
  readonly sure: number;
}

/** Which lines of an original and of its translation belong together. */
export interface ParagraphMap {
  /** How sure the pairs are on the average of the original's paragraphs, 0 to 1. */
  readonly sure: number;
  /** What stands beside a line of the one or the other text; for a blank line that of the paragraph before it. */
  counterpart(side: 'original' | 'translation', line: number): Counterpart | null;
}

/** Aligns two LF-normalised texts; each line that is not blank is a paragraph. */
export function mapParagraphs(original: string, translation: string): ParagraphMap {
  const lines = { original: paragraphsOf(original), translation: paragraphsOf(translation) };
  const words = (side: keyof typeof lines) => lines[side].map(({ text }) => text);
  const pairs = alignParagraphs(words('original'), words('translation'));
  const rangeOf = (side: keyof typeof lines, { start, end }: LineRange): LineRange | null => {
    const [first, last] = [lines[side][start], lines[side][end - 1]];
    return start < end && first && last ? { start: first.line, end: last.line + 1 } : null;
  };
  const sum = pairs.reduce((total, { from, sure }) => total + (from.end - from.start) * sure, 0);
  return {
    sure: lines.original.length === 0 ? 0 : sum / lines.original.length,
    counterpart(side, line) {
      const at = lines[side].findLastIndex((paragraph) => paragraph.line <= line);
      const [own, other] = side === 'original' ? (['from', 'to'] as const) : (['to', 'from'] as const);
      const pair = pairs.find((one: ParagraphPair) => one[own].start <= at && at < one[own].end);
      const here = pair && rangeOf(side, pair[own]);
      if (!pair || !here) return null;
      const there = rangeOf(side === 'original' ? 'translation' : 'original', pair[other]);
      return { own: here, other: there, sure: pair.sure };
    },
  };
}

function paragraphsOf(text: string): { readonly line: number; readonly text: string }[] {
  return text.split('\n').flatMap((line, i) => (line.trim() ? [{ line: i, text: line.trim() }] : []));
}
