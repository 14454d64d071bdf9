const CONTEXT = 32;

/** Up to 32 code units before `offset`, not before `from`, beginning at a grapheme cluster. */
export function contextBefore(text: string, offset: number, from: number): string {
  const start = Math.max(from, offset - CONTEXT);
  const slice = text.slice(start, offset);
  if (start === from) return slice;
  // Look a little further back, so that the segmenter sees what a cut cluster begins with.
  const back = Math.max(from, start - CONTEXT);
  return text.slice(firstBoundary(text.slice(back, offset), start - back) + back, offset);
}

/** Up to 32 code units from `offset`, not beyond `to`, ending at a grapheme cluster. */
export function contextAfter(text: string, offset: number, to: number): string {
  const end = Math.min(to, offset + CONTEXT);
  if (end === to || isPlain(text, end)) return text.slice(offset, end);
  const ahead = text.slice(offset, Math.min(to, end + CONTEXT));
  let cut = 0;
  for (const { index } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(ahead)) {
    if (index > end - offset) break;
    cut = index;
  }
  return text.slice(offset, offset + cut);
}

/** True when both characters around `offset` are printable ASCII: never inside a cluster, no segmenter needed. */
function isPlain(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  return before >= 0x20 && before < 0x7f && after >= 0x20 && after < 0x7f;
}

function firstBoundary(text: string, least: number): number {
  if (isPlain(text, least)) return least;
  for (const { index } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    if (index >= least) return index;
  }
  return text.length;
}
