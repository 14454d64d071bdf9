import { diffArrays } from 'diff';
import { LineIndex } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { LinePairs } from './linePairs.ts';
import { type Budget, type Run, wordRuns } from './wordRuns.ts';

const MOST_LINE_EDITS = 2000;
/** A line of which less was kept than this share of its letters is another line. */
const LEAST_KEPT = 0.35;
/** And of which less was kept than this one, when what was kept is less than the other share of the line where it stands now. */
const MOSTLY_KEPT = 0.7;

/** What two texts have in common. */
export interface TextDifference {
  /** In order in both texts. */
  readonly runs: readonly Run[];
  /** Of lines that stand elsewhere in the new text, or among others, and were edited; by their place in the old text. */
  readonly moved: readonly Run[];
  /** True where the lines at an offset of the old and of the new text are clearly one with another line each. */
  readonly areApart: (old: number, now: number) => boolean;
}

/**
 * Compares two texts: lines first, then the words of lines that differ, then lines that moved and were edited.
 * Where that would cost too much, less is found in common. Cost about linear in the length of the texts.
 */
export function textDifference(oldText: string, newText: string): TextDifference {
  const budget: Budget = { left: 4_000_000 + 4 * (oldText.length + newText.length) };
  const old = new LineIndex(oldText);
  const now = new LineIndex(newText);
  const hunks = lineHunks(linesOf(oldText, old), linesOf(newText, now)).map(({ same, ...hunk }) => ({
    same,
    old: spansOf(old, hunk.old, oldText.length),
    now: spansOf(now, hunk.now, newText.length),
  }));
  const edited = hunks.filter(({ same }) => !same);
  const oldLines = edited.flatMap((hunk) => hunk.old);
  const newLines = edited.flatMap((hunk) => hunk.now);
  const pairs = new LinePairs(oldText, oldLines, newText, newLines);
  const newLetters = newLines.map(({ start, end }) => letters(newText.slice(start, end)));
  const isKept = (line: Span, kept: readonly Span[], to: number): boolean => {
    const all = letters(oldText.slice(line.start, line.end));
    const covered = keptLetters(oldText, line, kept);
    if (covered >= MOSTLY_KEPT * all) return true;
    return covered >= LEAST_KEPT * Math.max(all, newLetters[to] ?? 0);
  };
  const runs: Run[] = [];
  const moved: Run[] = [];
  let first = 0;
  for (const { same, old: before, now: after } of hunks) {
    if (same) {
      const start = before[0]?.start ?? 0;
      const end = before.at(-1)?.end ?? 0;
      if (end > start) runs.push({ old: start, now: after[0]?.start ?? 0, length: end - start });
      continue;
    }
    const found =
      before.length > 0 && after.length > 0 ? (wordRuns(oldText, before, newText, after, budget) ?? []) : [];
    const kept = found.map(spanOf);
    const gone = before.filter((line, n) => {
      const to = targetOf(line, found, kept, newLines);
      const stays = isKept(line, kept, to) && !(to >= 0 && pairs.hasRival(first + n, to));
      const partner = pairs.partner(first + n);
      const isAlone = before.length === 1 && after.length === 1;
      const alone = partner && !(stays && isAlone) ? wordRuns(oldText, [line], newText, [partner], budget) : null;
      const own = alone ?? [];
      // Among other lines its words may be found in the wrong ones.
      if (stays && keptLetters(oldText, line, own.map(spanOf)) <= keptLetters(oldText, line, kept)) return false;
      moved.push(...own);
      return true;
    });
    first += before.length;
    runs.push(...outsideOf(found, gone).filter((run) => !strays(pairs, oldLines, newLines, run)));
  }
  const areApart = (from: number, to: number) => {
    const [line, other] = [lineOf(oldLines, from), lineOf(newLines, to)];
    return line >= 0 && other >= 0 && pairs.areApart(line, other);
  };
  return { runs, moved, areApart };
}

/** The number of the line that holds an offset, or -1. */
function lineOf(lines: readonly Span[], offset: number): number {
  const n = firstFrom(lines, offset);
  return (lines[n]?.start ?? Number.POSITIVE_INFINITY) <= offset ? n : -1;
}

/** The number of the new line that holds the longest run out of an old one, or -1. */
function targetOf(line: Span, found: readonly Run[], kept: readonly Span[], newLines: readonly Span[]): number {
  let longest: Run | null = null;
  for (let i = firstFrom(kept, line.start); i < found.length && (found[i] as Run).old < line.end; i++) {
    if (!longest || (found[i] as Run).length > longest.length) longest = found[i] as Run;
  }
  return longest ? firstFrom(newLines, longest.now + Math.max(0, line.start - longest.old)) : -1;
}

/** Whether words of one line were put on the same words of another one, where it is known what became of both lines. */
function strays(pairs: LinePairs, oldLines: readonly Span[], newLines: readonly Span[], run: Run): boolean {
  const [from, to] = [firstFrom(oldLines, run.old), firstFrom(newLines, run.now)];
  const inLines =
    run.old + run.length <= (oldLines[from]?.end ?? 0) && run.now + run.length <= (newLines[to]?.end ?? 0);
  return inLines && pairs.areApart(from, to);
}

interface Hunk {
  readonly same: boolean;
  /** Numbers of lines, the second one exclusive. */
  readonly old: readonly [number, number];
  readonly now: readonly [number, number];
}

function lineHunks(old: readonly string[], now: readonly string[]): Hunk[] {
  const room = Math.min(old.length, now.length);
  let head = 0;
  while (head < room && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < room - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
  const oldEnd = old.length - tail;
  const newEnd = now.length - tail;
  const parts = diffArrays(old.slice(head, oldEnd), now.slice(head, newEnd), { maxEditLength: MOST_LINE_EDITS });
  const hunks: Hunk[] = [{ same: true, old: [0, head], now: [0, head] }];
  let from = head;
  let to = head;
  let open: { old: number; now: number } | null = null;
  const close = () => {
    if (open) hunks.push({ same: false, old: [open.old, from], now: [open.now, to] });
    open = null;
  };
  for (const { added, removed, count } of parts ?? []) {
    if (added || removed) {
      open ??= { old: from, now: to };
      if (removed) from += count;
      else to += count;
      continue;
    }
    close();
    hunks.push({ same: true, old: [from, from + count], now: [to, to + count] });
    from += count;
    to += count;
  }
  if (!parts) {
    open = { old: head, now: head };
    from = oldEnd;
    to = newEnd;
  }
  close();
  hunks.push({ same: true, old: [oldEnd, old.length], now: [newEnd, now.length] });
  return hunks;
}

function linesOf(text: string, index: LineIndex): string[] {
  return Array.from({ length: index.lineCount }, (_, n) => text.slice(index.lineStart(n), endWithFeed(index, n, text)));
}

function spansOf(index: LineIndex, [from, to]: readonly [number, number], length: number): Span[] {
  return Array.from({ length: to - from }, (_, n) => ({
    start: index.lineStart(from + n),
    end: from + n + 1 < index.lineCount ? index.lineStart(from + n + 1) : length,
  }));
}

const endWithFeed = (index: LineIndex, n: number, text: string): number =>
  n + 1 < index.lineCount ? index.lineStart(n + 1) : text.length;

const spanOf = ({ old, length }: Run): Span => ({ start: old, end: old + length });

/** How many letters and digits of a line `kept` covers. */
function keptLetters(text: string, line: Span, kept: readonly Span[]): number {
  let covered = 0;
  for (let i = firstFrom(kept, line.start); i < kept.length && (kept[i] as Span).start < line.end; i++) {
    const { start, end } = kept[i] as Span;
    covered += letters(text.slice(Math.max(start, line.start), Math.min(end, line.end)));
  }
  return covered;
}

const letters = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

/** The first of ascending spans that ends behind `offset`. */
function firstFrom(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((spans[mid] as Span).end > offset) high = mid;
    else low = mid + 1;
  }
  return low;
}

/** The runs without what lies in the old lines `gone`. */
function outsideOf(runs: readonly Run[], gone: readonly Span[]): Run[] {
  return runs.flatMap((run) => {
    const parts: Run[] = [];
    let at = run.old;
    const end = run.old + run.length;
    for (let i = firstFrom(gone, at); i < gone.length && (gone[i] as Span).start < end; i++) {
      const line = gone[i] as Span;
      if (line.start > at) parts.push({ old: at, now: run.now + at - run.old, length: line.start - at });
      at = Math.max(at, line.end);
    }
    if (at < end) parts.push({ old: at, now: run.now + at - run.old, length: end - at });
    return parts;
  });
}
