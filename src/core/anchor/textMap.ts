import type { StoredQuote } from '../model/selectors.ts';
import type { Span } from '../text/span.ts';
import { contains } from '../text/span.ts';
import { type ExactHits, exactHits } from './exactHits.ts';
import { TextBlocks } from './textBlocks.ts';
import { textDifference } from './textDifference.ts';
import { wholeWords } from './wholeWords.ts';
import { wordsOf } from './wordIndex.ts';
import type { Run } from './wordRuns.ts';

/** How far around words it is asked how much of their surroundings was kept. */
const REACH = 48;
const LEAST_KEPT = 0.25;
/** The same where nothing next to the words was kept. */
const LEAST_KEPT_UNTIED = 0.33;
/** Shorter stretches may be the same by chance. */
const SURE_RUN = 24;
/** So many words next to each other may be replaced on each side of kept ones. */
const MOST_REPLACED = 3;
/** Two passages that are the same so far on both sides are taken for twins. */
const NEAR = 24;
/** So many letters that were kept next to words hold them in their place. */
const LEAST_TIE = 4;

export interface MappedSpan {
  readonly span: Span;
  /** True when every code unit of the words was kept. */
  readonly whole: boolean;
}

interface Side {
  /** How many letters were kept right next to the words. */
  readonly tie: number;
  /** What stood between these words and the next kept ones, and what stands there now. */
  readonly before: string;
  readonly after: string;
}

/** Where the words of an old text stand in a new one, by what both have in common; compared when first asked. */
export class TextMap {
  readonly old: TextBlocks;
  readonly newText: string;
  readonly #hits: ExactHits;
  readonly #gone = new Map<readonly number[], number[]>();
  #common: { readonly runs: readonly Run[]; readonly sure: readonly Span[] } | null = null;

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
    const sides = this.#sides(span, first, last);
    const tied = sides.some(({ tie }) => tie >= LEAST_TIE);
    if (whole) {
      const words = this.old.text.slice(span.start, span.end);
      if (sides.some(({ tie, before, after }) => tie < LEAST_TIE && (before.includes(words) || after.includes(words))))
        return 'unclear';
      const held = tied || (sides.every(isHeld) && this.#surroundingsKept(span, LEAST_KEPT_UNTIED));
      return held ? { span: { start, end }, whole } : null;
    }
    if (!tied) return null;
    if (end <= start || end - start > 2 * (span.end - span.start) + REACH) return null;
    const words = this.newText.slice(start, end);
    const trimmed = { start: start + words.length - words.trimStart().length, end: start + words.trimEnd().length };
    return trimmed.start < trimmed.end ? { span: wholeWords(this.newText, trimmed), whole } : null;
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
    return gone === null || gone.some((at) => at !== from);
  }

  /** Up to two places of words in the old text where they were not kept; null where that is not known. */
  #goneTwins(quote: StoredQuote): readonly number[] | null {
    const hits = this.#hits(quote);
    if (!hits) return null;
    let gone = this.#gone.get(hits);
    if (!gone) {
      gone = [];
      for (const at of hits) {
        const kept = this.#both.runs[this.#firstFrom(at)];
        if (!kept || kept.old > at || kept.old + kept.length < at + quote.exact.length) gone.push(at);
        if (gone.length === 2) break;
      }
      this.#gone.set(hits, gone);
    }
    return gone;
  }

  /** What is next to kept words: whether enough was kept with them to hold them, and what was replaced by what beyond. */
  #sides({ start, end }: Span, first: Run, last: Run): Side[] {
    const runs = this.#both.runs;
    const gap = (from: Run | undefined, to: Run | undefined, text: string, place: (run: Run) => number) =>
      text.slice(from ? place(from) + from.length : 0, to ? place(to) : text.length);
    return [
      {
        tie: { start: Math.max(first.old, start - REACH), end: start },
        from: runs[this.#firstFrom(start) - 1],
        to: first,
      },
      {
        tie: { start: end, end: Math.min(last.old + last.length, end + REACH) },
        from: last,
        to: runs[this.#firstFrom(end - 1) + 1],
      },
    ].map(({ tie, from, to }) => ({
      tie: letters(this.old.text, this.#withoutCutWord(tie, first, last)),
      before: gap(from, to, this.old.text, ({ old }) => old),
      after: gap(from, to, this.newText, ({ now }) => now),
    }));
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

  get #both() {
    if (this.#common) return this.#common;
    const { runs, moved } = textDifference(this.old.text, this.newText);
    const sure = [...runs, ...moved]
      .filter(({ length }) => length >= SURE_RUN)
      .map(({ now, length }) => ({ start: now, end: now + length }));
    this.#common = {
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

/** A word was kept next to the words, or a few were replaced by as many. */
function isHeld({ tie, before, after }: Side): boolean {
  if (tie > 0) return true;
  if (before.length > REACH || after.length > 2 * REACH) return false;
  const count = wordsOf(before).length;
  return count <= MOST_REPLACED && count === wordsOf(after).length;
}

const WORD_START = /^[\p{L}\p{M}\p{N}]+/u;
const WORD_END = /[\p{L}\p{M}\p{N}]{1,48}$/u;
/** Whether an offset has a letter or digit on both sides. */
const isInWord = (text: string, at: number): boolean =>
  at > 0 && WORD_END.test(text.slice(at - 1, at)) && WORD_START.test(text.slice(at, at + 1));

const letters = (text: string, { start, end }: Span): number =>
  start < end ? (text.slice(start, end).match(/[\p{L}\p{N}]/gu)?.length ?? 0) : 0;
