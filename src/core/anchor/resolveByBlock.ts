import type { StoredRange, StoredSelector } from '../model/selectors.ts';
import type { Span } from '../text/span.ts';
import { PIECE_JOINT } from './describe.ts';
import type { TextBlocks } from './textBlocks.ts';

/** The spans where the blocks of the selector stand and hold its words; null when one is missing or not told apart. */
export function resolveByBlock(selector: StoredSelector, blocks: TextBlocks): Span[] | null {
  const pieces = rangeSpans(selector.at, blocks);
  return pieces && assemble(pieces, selector.quote.exact, blocks.text);
}

/** One span for every range, in the block that it names; null when one is missing or not told apart. */
export function rangeSpans(ranges: readonly StoredRange[], blocks: TextBlocks): Span[] | null {
  const spans: Span[] = [];
  for (const range of ranges) {
    const line = blockOf(range, blocks);
    if (line === null) return null;
    const base = blocks.index.lineStart(line);
    const span = { start: base + range.start, end: base + range.end };
    if (span.end > blocks.index.lineEnd(line) || range.end <= range.start) return null;
    spans.push(span);
  }
  return spans.length > 0 ? spans : null;
}

function blockOf(range: StoredRange, blocks: TextBlocks): number | null {
  const { block, before, after, nth } = range;
  // A block that once had a twin may now be that twin: its neighbours have to say that it is not.
  const repeated = before !== undefined && after !== undefined;
  const alike = repeated ? blocks.withNeighbours(block, before, after) : blocks.withHash(block);
  if (nth !== undefined) return alike[nth] ?? null;
  return alike.length === 1 ? (alike[0] as number) : null;
}

/** Joins ranges of neighbouring lines into one span where the words say so; null when the words differ. */
function assemble(pieces: readonly Span[], exact: string, text: string): Span[] | null {
  const spans: Span[] = [];
  let rest = exact;
  for (const piece of pieces) {
    const last = spans[spans.length - 1];
    const words = text.slice(piece.start, piece.end);
    const gap = last && last.end <= piece.start ? text.slice(last.end, piece.start) : null;
    if (last && gap !== null && /^\s*$/.test(gap) && rest.startsWith(gap + words)) {
      spans[spans.length - 1] = { start: last.start, end: piece.end };
      rest = rest.slice(gap.length + words.length);
      continue;
    }
    const joint = last ? PIECE_JOINT : '';
    if (!rest.startsWith(joint + words)) return null;
    spans.push(piece);
    rest = rest.slice(joint.length + words.length);
  }
  return rest === '' ? spans : null;
}
