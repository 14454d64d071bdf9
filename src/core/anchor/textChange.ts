import type { Span } from '../text/span.ts';
import { textDifference } from './textDifference.ts';

/** Replaces `[start, end)` of the old text by `text`; the shape of VS Code's change events. */
export interface TextChange extends Span {
  readonly text: string;
}

/** Longer replacements (a file that was read again, a formatter) are compared with what they replace. */
const LONG = 64;
/** Shorter stretches may be the same by chance. */
const SURE = 24;
/** Of a stretch of small changes of which less was kept, that is letters that both texts have by chance. */
const LEAST_KEPT = 0.7;

/**
 * The same changes in ascending order, each cut down to what really differs from `oldText`; what changes nothing is left out.
 * A long replacement becomes one change for each stretch that differs. So does one that comes letter by letter, as VS Code
 * makes them of what a formatter or another extension writes anew.
 * @param changes all offsets in the old text; they must not overlap.
 */
export function tidyChanges(changes: readonly TextChange[], oldText: string): TextChange[] {
  const ascending = [...changes].sort((a, b) => a.start - b.start || a.end - b.end);
  return joinScattered(ascending, oldText)
    .flatMap((change) => refine(trim(change, oldText), oldText))
    .filter((change) => change.end > change.start || change.text !== '');
}

/** Changes with little between them that leave little of a long stretch are one. */
function joinScattered(changes: readonly TextChange[], oldText: string): TextChange[] {
  const near: TextChange[][] = [];
  for (const change of changes) {
    const last = near.at(-1);
    if (last && change.start - (last.at(-1)?.end ?? 0) < SURE) last.push(change);
    else near.push([change]);
  }
  return near.flatMap((group) => {
    const start = group[0]?.start ?? 0;
    const end = group.at(-1)?.end ?? start;
    const length = Math.max(end - start, end - start + growthOf(group));
    const kept = group.reduce((rest, change) => rest - (change.end - change.start), end - start);
    if (group.length < 2 || length < LONG || kept >= LEAST_KEPT * length) return group;
    const shifted = group.map((change) => ({ ...change, start: change.start - start, end: change.end - start }));
    return [{ start, end, text: applyChanges(oldText.slice(start, end), shifted) }];
  });
}

function trim({ start, end, text }: TextChange, oldText: string): TextChange {
  const room = Math.min(end - start, text.length);
  let head = 0;
  while (head < room && oldText.charCodeAt(start + head) === text.charCodeAt(head)) head++;
  let tail = 0;
  while (tail < room - head && oldText.charCodeAt(end - 1 - tail) === text.charCodeAt(text.length - 1 - tail)) tail++;
  return { start: start + head, end: end - tail, text: text.slice(head, text.length - tail) };
}

function refine(change: TextChange, oldText: string): TextChange[] {
  if (change.end - change.start < LONG || change.text.length < LONG) return [change];
  const { runs } = textDifference(oldText.slice(change.start, change.end), change.text);
  const changes: TextChange[] = [];
  const end = { old: change.end - change.start, now: change.text.length, length: 0 };
  const kept = [...runs.filter(({ length }) => length >= SURE), end];
  let old = 0;
  let now = 0;
  for (const run of kept) {
    changes.push({ start: change.start + old, end: change.start + run.old, text: change.text.slice(now, run.now) });
    old = run.old + run.length;
    now = run.now + run.length;
  }
  return changes;
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

/** How many code units longer the text is after `changes`. */
export function growthOf(changes: readonly TextChange[]): number {
  let grown = 0;
  for (const { start, end, text } of changes) grown += text.length - (end - start);
  return grown;
}
