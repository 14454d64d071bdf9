import { diffArrays } from 'diff';
import type { Span } from '../text/span.ts';

/** Words that both texts have: `length` code units from `old` in the old text are those from `now` in the new one. */
export interface Run {
  readonly old: number;
  readonly now: number;
  readonly length: number;
}

/** What one call may still cost; a difference of d words costs d². Shared by the calls for one text. */
export interface Budget {
  left: number;
}

const MOST_EDITS = 1500;
const MOST_GROWTH = 64;
const TOKEN = /[\p{L}\p{M}\p{N}_]+|\s+|[^\p{L}\p{M}\p{N}_\s]/gu;

/**
 * The words that lines of the old text and lines of the new one share in the same order, by the difference algorithm of
 * Myers (1986).
 * @param old pieces of the old text, ascending.
 * @returns null when they differ too much for the budget.
 */
export function wordRuns(
  oldText: string,
  old: readonly Span[],
  newText: string,
  now: readonly Span[],
  budget: Budget,
): Run[] | null {
  const before = tokens(oldText, old);
  const after = tokens(newText, now);
  const most = Math.min(MOST_EDITS, before.length + after.length, Math.floor(Math.sqrt(Math.max(0, budget.left))));
  const parts = diffArrays(
    before.map(({ text }) => text),
    after.map(({ text }) => text),
    { maxEditLength: most },
  );
  const edits = parts?.reduce((sum, { added, removed, count }) => sum + (added || removed ? count : 0), 0) ?? most;
  budget.left -= edits * edits + before.length + after.length;
  if (!parts) return null;
  const runs: Run[] = [];
  let from = 0;
  let to = 0;
  for (const { added, removed, count } of parts) {
    if (!added && !removed) for (let i = 0; i < count; i++) addRun(runs, before[from + i], after[to + i]);
    if (!added) from += count;
    if (!removed) to += count;
  }
  return joined(oldText, newText, runs);
}

interface Token {
  readonly at: number;
  readonly text: string;
}

function tokens(text: string, spans: readonly Span[]): Token[] {
  return spans.flatMap(({ start, end }) =>
    Array.from(text.slice(start, end).matchAll(TOKEN), (match) => ({ at: start + match.index, text: match[0] })),
  );
}

/** Adds a token, to the last run where it goes on in both texts. */
function addRun(runs: Run[], old: Token | undefined, now: Token | undefined): void {
  if (!old || !now) return;
  const last = runs[runs.length - 1];
  const length = old.text.length;
  if (last && last.old + last.length === old.at && last.now + last.length === now.at) {
    runs[runs.length - 1] = { ...last, length: last.length + length };
  } else runs.push({ old: old.at, now: now.at, length });
}

/** The runs grown into the words between them, as far as these begin or end alike: of "Lovelase" only one letter is new. */
function joined(oldText: string, newText: string, runs: readonly Run[]): Run[] {
  const grown = runs.map((run) => ({ ...run }));
  for (let i = 1; i < grown.length; i++) {
    const before = grown[i - 1] as { old: number; now: number; length: number };
    const after = grown[i] as { old: number; now: number; length: number };
    const room = () =>
      Math.min(MOST_GROWTH, after.old - before.old - before.length, after.now - before.now - before.length);
    for (let left = room(); left > 0; left--) {
      if (oldText[before.old + before.length] !== newText[before.now + before.length]) break;
      before.length++;
    }
    for (let left = room(); left > 0 && oldText[after.old - 1] === newText[after.now - 1]; left--) {
      after.old--;
      after.now--;
      after.length++;
    }
  }
  return grown;
}
