import type { SidecarRange } from '../sidecar/schema.ts';

/** Names a line of an article as a sidecar does. */
export function lineKey({ block, before, after, nth }: SidecarRange): string {
  return [block, before, after, nth].join(' ');
}

/** Names the very words that a record stands on; null for one that stands nowhere. */
export function placeKey({ at }: { readonly at?: readonly SidecarRange[] | undefined }): string | null {
  return at ? at.map((range) => `${lineKey(range)} ${range.start} ${range.end}`).join('\n') : null;
}
