import type { Span } from './span.ts';
import { tokenise } from './tokens.ts';

/** Text looked at on each side of an edge; longer words end there. */
const REACH = 400;

/**
 * Moves one edge of a span by one word (or mark) of the text.
 * @param step 1 towards the end of the text, -1 towards its beginning.
 * @returns null where there is no further word, or nothing would be left of the span.
 */
export function stepEdge(text: string, span: Span, edge: 'start' | 'end', step: 1 | -1): Span | null {
  const at = span[edge];
  const from = Math.max(0, at - REACH);
  const tokens = tokenise(text.slice(from, at + REACH), from);
  const next =
    step > 0 ? tokens.find((token) => token[edge] > at)?.[edge] : tokens.findLast((token) => token[edge] < at)?.[edge];
  if (next === undefined) return null;
  const moved = { ...span, [edge]: next };
  return moved.start < moved.end ? { start: moved.start, end: moved.end } : null;
}
