import type { StoredAnchors, StoredRange, StoredSelector } from '../model/selectors.ts';
import type { Span } from '../text/span.ts';
import { PIECE_JOINT } from './describe.ts';
import { searchQuote } from './searchQuote.ts';
import type { TextBlocks } from './textBlocks.ts';

export interface ResolveOptions {
  /** The text is the very one that the selectors were made from: what is not in its block is an orphan, without search. */
  readonly sameText: boolean;
}

/**
 * Finds where selectors stand in a text: in their blocks, also when these moved; else by their words and context.
 * Two selectors with the same words never get the same place by search. Never guesses.
 * @returns for each selector its spans, or null for an orphan.
 */
export function resolveAll(
  selectors: readonly StoredSelector[],
  blocks: TextBlocks,
  { sameText }: ResolveOptions,
): (readonly Span[] | null)[] {
  const found: (readonly Span[] | null)[] = selectors.map((selector) => resolveByBlock(selector, blocks));
  if (sameText) return found;
  const taken = new Set<string>();
  found.forEach((spans, i) => {
    const first = spans?.[0];
    if (first) taken.add(placeKey(first.start, selectors[i] as StoredSelector));
  });
  const searched = selectors.map((selector, i) =>
    found[i] ? null : searchQuote(selector.quote, blocks, (start) => !taken.has(placeKey(start, selector))),
  );
  const claims = new Map<string, number>();
  searched.forEach((span, i) => {
    if (!span) return;
    const key = placeKey(span.start, selectors[i] as StoredSelector);
    claims.set(key, (claims.get(key) ?? 0) + 1);
  });
  return found.map((spans, i) => {
    const span = searched[i];
    if (!span) return spans;
    return claims.get(placeKey(span.start, selectors[i] as StoredSelector)) === 1 ? [span] : null;
  });
}

/** {@link resolveAll} for one selector. */
export function resolve(selector: StoredSelector, blocks: TextBlocks, options: ResolveOptions): readonly Span[] | null {
  return resolveAll([selector], blocks, options)[0] ?? null;
}

function placeKey(start: number, selector: StoredSelector): string {
  return `${start} ${selector.quote.exact}`;
}

/** The spans where the blocks of the selector stand and hold its words; null when one is missing or not told apart. */
export function resolveByBlock(selector: StoredSelector, blocks: TextBlocks): Span[] | null {
  const pieces = rangeSpans(selector.at, blocks);
  return pieces && assemble(pieces, selector.quote.exact, blocks.text);
}

function rangeSpans(ranges: readonly StoredRange[], blocks: TextBlocks): Span[] | null {
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
  const twins = blocks.withHash(range.block);
  if (twins.length < 2) return twins[0] ?? null;
  const { before, after, nth } = range;
  if (before === undefined || after === undefined) return null;
  const alike = twins.filter((n) => blocks.neighbour(n, -1) === before && blocks.neighbour(n, 1) === after);
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

/** One range of a part; see {@link resolveParts}. */
export function resolvePart(range: StoredRange, place: readonly Span[], blocks: TextBlocks): Span | null {
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
