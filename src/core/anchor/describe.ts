import type { StoredAnchors, StoredRange, StoredSelector } from '../model/selectors.ts';
import type { Span } from '../text/span.ts';
import { firstFrom } from '../util/firstFrom.ts';
import { contextAfter, contextBefore } from './graphemes.ts';
import type { TextBlocks } from './textBlocks.ts';

/** Between the pieces of a quote that was interrupted. */
export const PIECE_JOINT = ' … ';

/** The words of `spans`, pieces joined by " … ". */
export function exactOf(text: string, spans: readonly Span[]): string {
  if (spans.length === 1) return text.slice((spans[0] as Span).start, (spans[0] as Span).end);
  return spans.map((span) => text.slice(span.start, span.end)).join(PIECE_JOINT);
}

/** Spans without the line breaks at their ends, which belong to no block; a span of which nothing is left is gone. */
function withoutOuterBreaks(spans: readonly Span[], text: string): Span[] {
  return spans.flatMap(({ start, end }) => {
    const words = text.slice(start, end);
    const lead = /^\s*/.exec(words)?.[0] ?? '';
    if (lead.length === words.length) return lead.includes('\n') ? [] : [{ start, end }];
    const trail = words.slice(words.trimEnd().length);
    return {
      start: lead.includes('\n') ? start + lead.length : start,
      end: trail.includes('\n') ? end - trail.length : end,
    };
  });
}

/**
 * How to find `spans` again: ranges in their blocks, the words, and their context inside the block.
 * @param given in document order, at least one, none empty. Without a word in any the selector has no range.
 */
export function describe(blocks: TextBlocks, given: readonly Span[]): StoredSelector {
  const { text, index } = blocks;
  const standing = withoutOuterBreaks(given, text);
  const spans = standing.length > 0 ? standing : given;
  const first = spans[0] as Span;
  const last = spans[spans.length - 1] as Span;
  return {
    at: describeRanges(blocks, spans),
    quote: {
      exact: exactOf(text, spans),
      prefix: contextBefore(text, first.start, index.lineStart(index.lineAt(first.start))),
      suffix: contextAfter(text, last.end, index.lineEnd(index.lineAt(Math.max(last.start, last.end - 1)))),
    },
  };
}

/** One range for every block that a span reaches into. */
export function describeRanges(blocks: TextBlocks, spans: readonly Span[]): StoredRange[] {
  const { index } = blocks;
  const ranges: StoredRange[] = [];
  for (const span of spans) {
    for (let line = index.lineAt(span.start); line < index.lineCount && index.lineStart(line) < span.end; line++) {
      const base = index.lineStart(line);
      const start = Math.max(span.start, base) - base;
      const end = Math.min(span.end, index.lineEnd(line)) - base;
      if (end > start) ranges.push(rangeIn(blocks, line, start, end));
    }
  }
  return ranges;
}

function rangeIn(blocks: TextBlocks, line: number, start: number, end: number): StoredRange {
  const block = blocks.hash(line);
  const range = { block, start, end };
  const twins = blocks.withHash(block);
  if (twins.length < 2) return range;
  const before = blocks.neighbour(line, -1);
  const after = blocks.neighbour(line, 1);
  const alike = blocks.withNeighbours(block, before, after);
  return alike.length < 2 ? { ...range, before, after } : { ...range, before, after, nth: firstFrom(alike, line) };
}

/** The selector of a record's place together with the ranges of its parts, which carry their words. */
export function describeAnchors(
  blocks: TextBlocks,
  spans: readonly Span[],
  parts: ReadonlyMap<string, readonly Span[]>,
): StoredAnchors {
  const selector = describe(blocks, spans);
  if (parts.size === 0) return selector;
  const stored = new Map<string, readonly StoredRange[]>();
  for (const [path, partSpans] of parts) stored.set(path, describePart(blocks, partSpans));
  return { ...selector, parts: stored };
}

/** The ranges of a part of a record; each carries its words. */
export function describePart(blocks: TextBlocks, spans: readonly Span[]): StoredRange[] {
  return spans.flatMap((span) =>
    describeRanges(blocks, [span]).map((range, _, all) =>
      all.length === 1 ? { ...range, exact: blocks.text.slice(span.start, span.end) } : range,
    ),
  );
}
