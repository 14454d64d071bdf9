import type { Span } from '../text/span.ts';
import type { TextChange } from './textChange.ts';

export interface TrackedSpans {
  /**
   * The given array itself when nothing moved; spans of which nothing is left are gone, and those that several changes
   * leave less than half of.
   */
  readonly spans: readonly Span[];
  /** True when an edit reached inside a span: its words are no longer the same. */
  readonly touched: boolean;
}

/**
 * Shifts spans through edits of the text.
 * An edit at the border of a span, or one that replaces it as a whole, does not grow it.
 * @param changes ascending and not overlapping, offsets in the old text.
 */
export function trackEdits(spans: readonly Span[], changes: readonly TextChange[]): TrackedSpans {
  let touched = false;
  let moved = false;
  const result: Span[] = [];
  for (const span of spans) {
    const next = trackSpan(span, changes);
    if (next === null) {
      touched = true;
      moved = true;
      continue;
    }
    if (next.touched) touched = true;
    if (next.touched || next.start !== span.start || next.end !== span.end) moved = true;
    result.push({ start: next.start, end: next.end });
  }
  return { spans: moved ? result : spans, touched };
}

function trackSpan(span: Span, changes: readonly TextChange[]): (Span & { touched: boolean }) | null {
  let delta = 0;
  let start = span.start;
  let touches = 0;
  let lost = 0;
  let startShift: number | null = null;
  for (const change of changes) {
    const grown = change.text.length - (change.end - change.start);
    if (change.end <= span.start) {
      delta += grown;
      continue;
    }
    startShift ??= delta;
    if (change.start >= span.end) break;
    touches++;
    lost += Math.min(change.end, span.end) - Math.max(change.start, span.start);
    if (change.start <= span.start) {
      // The first words are replaced: what is left begins behind the new text.
      start = change.end;
      startShift = delta + grown;
    }
    if (change.end >= span.end) {
      const end = change.start + delta;
      return trackedTo({ start: start + startShift, end });
    }
    delta += grown;
  }
  return trackedTo({ start: start + (startShift ?? delta), end: span.end + delta });

  function trackedTo(now: Span): (Span & { touched: boolean }) | null {
    const length = Math.max(now.end - now.start, span.end - span.start);
    const isOther = touches > 1 && 2 * (span.end - span.start - lost) < length;
    return now.start < now.end && !isOther ? { ...now, touched: touches > 0 } : null;
  }
}
