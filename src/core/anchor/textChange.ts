import type { Span } from '../text/span.ts';

/** Replaces `[start, end)` of the old text by `text`; the shape of VS Code's change events. */
export interface TextChange extends Span {
  readonly text: string;
}

/**
 * The same changes in ascending order, each cut down to what really differs from `oldText`; what changes nothing is left out.
 * @param changes all offsets in the old text; they must not overlap.
 */
export function tidyChanges(changes: readonly TextChange[], oldText: string): TextChange[] {
  return changes
    .map((change) => trim(change, oldText))
    .filter((change) => change.end > change.start || change.text !== '')
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

function trim({ start, end, text }: TextChange, oldText: string): TextChange {
  const room = Math.min(end - start, text.length);
  let head = 0;
  while (head < room && oldText.charCodeAt(start + head) === text.charCodeAt(head)) head++;
  let tail = 0;
  while (tail < room - head && oldText.charCodeAt(end - 1 - tail) === text.charCodeAt(text.length - 1 - tail)) tail++;
  return { start: start + head, end: end - tail, text: text.slice(head, text.length - tail) };
}

/** The text after `changes`, which are in ascending order. */
export function applyChanges(text: string, changes: readonly TextChange[]): string {
  let result = '';
  let at = 0;
  for (const change of changes) {
    result += text.slice(at, change.start) + change.text;
    at = change.end;
  }
  return result + text.slice(at);
}
