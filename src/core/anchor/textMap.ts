import type { StoredQuote } from '../model/selectors.ts';
import { LineIndex } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { contains } from '../text/span.ts';
import { type ExactHits, exactHits } from './exactHits.ts';
import { isHeld, isTied, type KeptSide, LEAST_TIE, mayHold } from './keptSide.ts';
import { TextBlocks } from './textBlocks.ts';
import { type TextDifference, textDifference } from './textDifference.ts';
import { wholeWords } from './wholeWords.ts';
import type { Run } from './wordRuns.ts';

/** How far around words it is asked how much of their surroundings was kept. */
const REACH = 48;
const LEAST_KEPT = 0.25;
/** The same where nothing next to the words was kept. */
const LEAST_KEPT_UNTIED = 0.33;
/** Shorter stretches may be the same by chance. */
const SURE_RUN = 24;
/** Two passages that are the same so far on both sides are taken for twins. */
const NEAR = 24;
/** With more places that are gone it is not asked which of them are twins. */
const MOST_GONE = 16;
/** So many kept stretches of hardly a letter are passed over, which may be the same by chance. */
const MOST_PASSED = 24;

export interface MappedSpan {
  readonly span: Span;
  /** True when every code unit of the words was kept. */
  readonly whole: boolean;
}

/** What both texts have. */
interface Common {
  /** By their place in the old text. */
  readonly runs: readonly Run[];
  /** Long enough not to be the same by chance, in the new text. */
  readonly sure: readonly Span[];
  readonly areApart: TextDifference['areApart'];
  readonly newLines: LineIndex;
}

/** Where the words of an old text stand in a new one, by what both have in common; compared when first asked. */
export class TextMap {
  readonly old: TextBlocks;
  readonly newText: string;
  readonly #hits: ExactHits;
  readonly #gone = new Map<readonly number[], number[]>();
  #common: Common | null = null;

  constructor(oldText: string, newText: string) {
    this.old = new TextBlocks(oldText);
    this.newText = newText;
    this.#hits = exactHits(this.old);
  }

  /**
   * Where a span of the old text stands now: its own words, or what stands between the kept ends of them.
   * @returns null when nothing of it is left, or so little around it that words alike may be there by chance; `unclear`
   * where it may as well be other words.
   */
  map(span: Span): MappedSpan | 'unclear' | null {
    const inside = this.#over(span);
    const first = inside[0];
    const last = inside[inside.length - 1];
    if (!first || !last || !this.#surroundingsKept(span, LEAST_KEPT)) return null;
    const start = first.now + Math.max(0, span.start - first.old);
    const end = last.now + Math.min(last.length, span.end - last.old);
    const whole = first === last && first.old <= span.start && first.old + first.length >= span.end;
    if (this.#mayBeTwin(span, first)) return 'unclear';
    const [left, right] = this.#sides(span, first, last);
    const tied = isTied(left) || isTied(right);
    const held = isHeld(left, right) && isHeld(right, left);
    if (whole) {
      const words = this.old.text.slice(span.start, span.end);
      if (mayHold(left, right, words) || mayHold(right, left, words)) return 'unclear';
      const stands = tied || (held && this.#surroundingsKept(span, LEAST_KEPT_UNTIED));
      return stands ? { span: { start, end }, whole } : null;
    }
    if (!tied || !held || !isMostlyKept(span, inside)) return null;
    if (this.#mayBeDeleted(span)) return 'unclear';
    if (end <= start || end - start > 2 * (span.end - span.start) + REACH) return null;
    const words = this.newText.slice(start, end);
    const trimmed = { start: start + words.length - words.trimStart().length, end: start + words.trimEnd().length };
    return trimmed.start < trimmed.end ? { span: wholeWords(this.newText, trimmed), whole } : null;
  }

  /** True where a deletion next to the words can as well be one of them: of "Lee & Lee" there is "Lee" left, and either may be gone. */
  #mayBeDeleted({ start, end }: Span): boolean {
    const { runs } = this.#both;
    const { text } = this.old;
    for (let i = Math.max(1, this.#firstFrom(start)); runs[i] && (runs[i - 1] as Run).old < end; i++) {
      const [before, after] = [runs[i - 1] as Run, runs[i] as Run];
      let from = before.old + before.length;
      let to = after.old;
      if (to <= from || after.now !== before.now + before.length) continue;
      for (; from > start && from > before.old && text[from - 1] === text[to - 1]; from--) to--;
      for (; from < start && to < after.old + after.length && text[from] === text[to]; from++) to++;
      if (from <= start && to >= end) return true;
    }
    return false;
  }

  /** True where the same words with the same kept neighbours stood twice in the old text, and the other ones are gone. */
  #mayBeTwin({ start, end }: Span, run: Run): boolean {
    const before = this.old.text.slice(Math.max(run.old, start - NEAR), start);
    const after = this.old.text.slice(end, Math.min(run.old + run.length, end + NEAR));
    const from = start - (before.length - 1 - before.lastIndexOf('\n'));
    const exact = this.old.text.slice(from, Math.min(end, run.old + run.length)) + after.split('\n', 1)[0];
    const [prefix, suffix] = [
      this.old.text.slice(Math.max(0, from - 1), from),
      this.old.text.slice(from + exact.length, from + exact.length + 1),
    ];
    const gone = this.#goneTwins({ exact, prefix, suffix });
    const isTwin = (at: number) =>
      at !== from && !this.#both.areApart(at, run.now) && !this.#tellsApart({ start, end }, at - from, run);
    return gone === null || gone.length > MOST_GONE || gone.some(isTwin);
  }

  /** True where more was kept with words than they have in common with others of the old text, `shift` from them. */
  #tellsApart({ start, end }: Span, shift: number, run: Run): boolean {
    const { text } = this.old;
    const reach = { start: Math.max(run.old, start - REACH), end: Math.min(run.old + run.length, end + REACH) };
    let from = start;
    while (from > reach.start && text[from - 1] === text[from - 1 + shift]) from--;
    let to = end;
    while (to < reach.end && text[to] === text[to + shift]) to++;
    const beyond = [
      { start: reach.start, end: from },
      { start: to, end: reach.end },
    ];
    return beyond.some((side) => letters(text, side) >= LEAST_TIE);
  }

  /** The places of words in the old text where they were not kept, some of more than {@link MOST_GONE}; null where that is not known. */
  #goneTwins(quote: StoredQuote): readonly number[] | null {
    const hits = this.#hits(quote);
    if (!hits) return null;
    let gone = this.#gone.get(hits);
    if (!gone) {
      gone = [];
      for (const at of hits) {
        const kept = this.#both.runs[this.#firstFrom(at)];
        if (!kept || kept.old > at || kept.old + kept.length < at + quote.exact.length) gone.push(at);
        if (gone.length > MOST_GONE) break;
      }
      this.#gone.set(hits, gone);
    }
    return gone;
  }

  /** What became of the text next to kept words. */
  #sides({ start, end }: Span, first: Run, last: Run): [left: KeptSide, right: KeptSide] {
    const { newLines } = this.#both;
    const old = this.old.index;
    const [lastOld, lastNow] = [last.old + last.length, last.now + last.length];
    const [line, lastLine] = [newLines.lineAt(first.now), newLines.lineAt(lastNow - 1)];
    const lineStart = { old: old.lineStart(old.lineAt(first.old)), now: newLines.lineStart(line) };
    const lineEnd = { old: old.lineEnd(old.lineAt(lastOld - 1)), now: newLines.lineEnd(lastLine) };
    const left = this.#next(first, -1);
    const right = this.#next(last, 1);
    const [leftOld, leftNow] = left ? [left.old + left.length, left.now + left.length] : [0, -1];
    const leftJoins = leftNow >= lineStart.now && leftNow <= first.now;
    const rightJoins = right !== undefined && right.now <= lineEnd.now && right.now >= lastNow;
    const tie = (side: Span) => letters(this.old.text, this.#withoutCutWord(side, first, last));
    return [
      {
        tie: tie({ start: Math.max(first.old, start - REACH), end: start }),
        before: this.old.text.slice(leftJoins ? leftOld : Math.max(leftOld, lineStart.old), first.old),
        after: this.newText.slice(leftJoins ? leftNow : lineStart.now, first.now),
        far: 'start',
      },
      {
        tie: tie({ start: end, end: Math.min(lastOld, end + REACH) }),
        before: this.old.text.slice(lastOld, rightJoins ? right.old : Math.min(right?.old ?? lineEnd.old, lineEnd.old)),
        after: this.newText.slice(lastNow, rightJoins ? right.now : lineEnd.now),
        far: 'end',
      },
    ];
  }

  /** The next kept words before or behind a run. */
  #next(run: Run, step: -1 | 1): Run | undefined {
    const { runs } = this.#both;
    const isSlight = ({ old, length }: Run) =>
      length < SURE_RUN && letters(this.old.text, { start: old, end: old + length }) < LEAST_TIE;
    let i = this.#firstFrom(run.old) + step;
    for (let passed = 0; passed < MOST_PASSED && runs[i] && isSlight(runs[i] as Run); passed++) i += step;
    return runs[i];
  }

  /** A stretch next to words without a word at its far end of which only a part was kept: that may be so by chance. */
  #withoutCutWord({ start, end }: Span, first: Run, last: Run): Span {
    const isCut = (old: number, now: number) => isInWord(this.old.text, old) || isInWord(this.newText, now);
    const words = this.old.text.slice(start, end);
    if (start === first.old && isCut(start, first.now)) {
      return { start: start + (words.length - words.replace(WORD_START, '').length), end };
    }
    const reach = last.old + last.length;
    if (end === reach && isCut(end, last.now + last.length)) {
      return { start, end: start + words.replace(WORD_END, '').length };
    }
    return { start, end };
  }

  /** True where the new text has what the old one had: another passage than the one that is looked for. */
  wasThere(span: Span): boolean {
    let low = 0;
    let high = this.#both.sure.length;
    while (low < high) {
      const mid = (low + high) >> 1;
      if ((this.#both.sure[mid] as Span).end >= span.end) high = mid;
      else low = mid + 1;
    }
    const run = this.#both.sure[low];
    return run !== undefined && contains(run, span);
  }

  get #both(): Common {
    if (this.#common) return this.#common;
    const { runs, moved, areApart } = textDifference(this.old.text, this.newText);
    const sure = [...runs, ...moved]
      .filter(({ length }) => length >= SURE_RUN)
      .map(({ now, length }) => ({ start: now, end: now + length }));
    this.#common = {
      areApart,
      newLines: new LineIndex(this.newText),
      runs: [...runs, ...moved].sort((a, b) => a.old - b.old),
      sure: sure.sort((a, b) => a.start - b.start),
    };
    return this.#common;
  }

  #over({ start, end }: Span): Run[] {
    const result: Run[] = [];
    for (let i = this.#firstFrom(start); i < this.#both.runs.length && (this.#both.runs[i] as Run).old < end; i++) {
      result.push(this.#both.runs[i] as Run);
    }
    return result;
  }

  /** The first run that ends behind an offset of the old text. */
  #firstFrom(offset: number): number {
    let low = 0;
    let high = this.#both.runs.length;
    while (low < high) {
      const mid = (low + high) >> 1;
      const run = this.#both.runs[mid] as Run;
      if (run.old + run.length > offset) high = mid;
      else low = mid + 1;
    }
    return low;
  }

  #surroundingsKept({ start, end }: Span, least: number): boolean {
    const before = this.old.text.slice(Math.max(0, start - REACH), start);
    const after = this.old.text.slice(end, end + REACH);
    const feed = after.indexOf('\n');
    const around = [
      { start: start - (before.length - 1 - before.lastIndexOf('\n')), end: start },
      { start: end, end: end + (feed < 0 ? after.length : feed) },
    ];
    let all = 0;
    let kept = 0;
    for (const side of around) {
      all += letters(this.old.text, side);
      for (const { old, length } of this.#over(side)) {
        kept += letters(this.old.text, {
          start: Math.max(side.start, old),
          end: Math.min(side.end, old + length),
        });
      }
    }
    return kept >= least * all;
  }
}

/** Of words of which a few letters were kept the rest are other words. */
function isMostlyKept({ start, end }: Span, runs: readonly Run[]): boolean {
  let kept = 0;
  for (const { old, length } of runs) kept += Math.min(end, old + length) - Math.max(start, old);
  return 2 * kept >= end - start;
}

const WORD_START = /^[\p{L}\p{M}\p{N}]+/u;
const WORD_END = /[\p{L}\p{M}\p{N}]{1,48}$/u;
/** Whether an offset has a letter or digit on both sides. */
const isInWord = (text: string, at: number): boolean =>
  at > 0 && WORD_END.test(text.slice(at - 1, at)) && WORD_START.test(text.slice(at, at + 1));

const letters = (text: string, { start, end }: Span): number =>
  start < end ? (text.slice(start, end).match(/[\p{L}\p{N}]/gu)?.length ?? 0) : 0;
