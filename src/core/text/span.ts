/** A half-open range `[start, end)` of UTF-16 code units in the LF-normalised text of an article. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Number of code units that both spans cover. */
export function overlap(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

/** True when `outer` covers every code unit of `inner`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The smallest span that covers all of `spans`, which must not be empty. */
export function hull(spans: readonly Span[]): Span {
  let { start, end } = spans[0] as Span;
  for (const s of spans) {
    if (s.start < start) start = s.start;
    if (s.end > end) end = s.end;
  }
  return { start, end };
}

/** Document order: by start, the longer span first. For `Array.prototype.sort`. */
export function compareSpans(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}

/** Whether both lists hold the same spans in the same order. */
export function sameSpans(a: readonly Span[], b: readonly Span[]): boolean {
  return a.length === b.length && a.every(({ start, end }, i) => start === b[i]?.start && end === b[i]?.end);
}

/** The spans that none of `taken` touches; both in document order, `taken` not overlapping. Linear. */
export function outside<T extends Span>(spans: readonly T[], taken: readonly Span[]): T[] {
  let next = 0;
  return spans.filter(({ start, end }) => {
    while (next < taken.length && (taken[next] as Span).end <= start) next++;
    return next >= taken.length || (taken[next] as Span).start >= end;
  });
}
