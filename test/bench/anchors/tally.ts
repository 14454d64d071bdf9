import type { Resolution } from '../../../src/core/anchor/resolution.ts';
import type { Span } from '../../../src/core/text/span.ts';
import type { Truth } from './editedText.ts';

/** What became of the marks of one row. */
export interface Tally {
  marks: number;
  /** Whose words still stand. */
  standing: number;
  kept: number;
  changed: number;
  orphans: number;
  wrong: number;
  /** Orphans whose words still stand, and those of them with the right place as first candidate. */
  lost: number;
  firstRight: number;
}

export const newTally = (): Tally => ({
  ...{ marks: 0, standing: 0, kept: 0, changed: 0, orphans: 0, wrong: 0, lost: 0, firstRight: 0 },
});

export function count(tally: Tally, truth: Truth, resolution: Resolution, text: string): void {
  tally.marks++;
  if (truth.fate === 'stands') tally.standing++;
  if (resolution.anchor === 'orphan') {
    tally.orphans++;
    if (truth.fate !== 'stands') return;
    tally.lost++;
    if (resolution.candidates[0] && same(resolution.candidates[0], truth.span)) tally.firstRight++;
  } else if (isWrong(truth, resolution, text)) tally.wrong++;
  else if (resolution.anchor === 'changed') tally.changed++;
  else tally.kept++;
}

/**
 * Wrong is a mark on words that are not the marked ones: another occurrence of the same word, words in the place of
 * deleted ones, or a mark that says nothing of it that its words were edited.
 */
export function isWrong(
  truth: Truth,
  resolution: Exclude<Resolution, { readonly anchor: 'orphan' }>,
  text: string,
): boolean {
  const [span] = resolution.spans;
  if (truth.fate === 'gone' || !span) return true;
  if (resolution.anchor === 'changed') return span.start >= truth.span.end || span.end <= truth.span.start;
  if (truth.fate === 'stands') return !same(span, truth.span);
  // Edits all around may leave the same words, of pieces that were not together: right, if no longer word holds them.
  const together = Math.min(span.end, truth.span.end) - Math.max(span.start, truth.span.start);
  return 2 * together <= span.end - span.start || /^\p{L}|\p{N}/u.test(text.slice(span.end, span.end + 1));
}

const same = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;
