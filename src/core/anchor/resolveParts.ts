import type { StoredAnchors, StoredRange } from '../model/selectors.ts';
import type { Span } from '../text/span.ts';
import { rangeSpans } from './resolveByBlock.ts';
import type { TextBlocks } from './textBlocks.ts';

/**
 * The parts of a record whose place is known: in their blocks, else by their words where these stand exactly once in
 * the lines of the place. Parts that are not found are left out.
 */
export function resolveParts(
  stored: StoredAnchors,
  place: readonly Span[],
  blocks: TextBlocks,
): ReadonlyMap<string, readonly Span[]> {
  const result = new Map<string, readonly Span[]>();
  for (const [path, ranges] of stored.parts ?? []) {
    const spans = ranges.map((range) => resolvePart(range, place, blocks));
    const whole = spans.filter((span) => span !== null);
    if (whole.length === spans.length && whole.length > 0) result.set(path, whole);
  }
  return result;
}

function resolvePart(range: StoredRange, place: readonly Span[], blocks: TextBlocks): Span | null {
  const exact = range.exact;
  const span = rangeSpans([range], blocks)?.[0];
  if (span && (exact === undefined || blocks.text.slice(span.start, span.end) === exact)) return span;
  const first = place[0];
  const last = place[place.length - 1];
  if (exact === undefined || exact === '' || !first || !last) return null;
  const from = blocks.index.lineStart(blocks.index.lineAt(first.start));
  const window = blocks.text.slice(from, blocks.index.lineEnd(blocks.index.lineAt(last.end)));
  const at = window.indexOf(exact);
  if (at < 0 || window.indexOf(exact, at + 1) >= 0) return null;
  return { start: from + at, end: from + at + exact.length };
}
