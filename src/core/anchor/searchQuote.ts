import type { StoredQuote } from '../model/selectors.ts';
import type { Span } from '../text/span.ts';
import type { TextBlocks } from './textBlocks.ts';

const WEIGHT = { quote: 50, context: 20 };
const LEAST_SCORE = 0.85;
const LEAST_MARGIN = 0.04;
/** A quote of this length that stands exactly once needs no context. */
const LONG = 32;
/** A shorter quote needs context on both sides. */
const SHORT = 8;
const LEAST_CONTEXT = 0.25;
/** More hits than this tell nothing apart. */
const MOST_HITS = 2000;

/**
 * The one place where the words of the quote stand in their context, letter by letter.
 * @param free says whether a place may be taken; a place that may not still counts as a rival.
 * @returns null when there is none, when it is not clearly better than the next, or when context is missing.
 */
export function searchQuote(quote: StoredQuote, blocks: TextBlocks, free: (start: number) => boolean): Span | null {
  const { exact } = quote;
  if (exact.trim() === '') return null;
  let best: { start: number; score: number; short: boolean } | null = null;
  let second = 0;
  let hits = 0;
  for (let at = blocks.text.indexOf(exact); at >= 0; at = blocks.text.indexOf(exact, at + 1)) {
    if (!standsAlone(blocks.text, at, quote)) continue;
    if (++hits > MOST_HITS) return null;
    const before = contextScore(blocks, at, quote.prefix, -1);
    const after = contextScore(blocks, at + exact.length, quote.suffix, 1);
    const score = (WEIGHT.quote + WEIGHT.context * (before + after)) / (WEIGHT.quote + 2 * WEIGHT.context);
    if (!best || score > best.score) {
      second = best?.score ?? 0;
      best = { start: at, score, short: Math.min(before, after) < LEAST_CONTEXT };
    } else {
      second = Math.max(second, score);
    }
  }
  if (!best || !free(best.start)) return null;
  if (exact.length < SHORT && best.short) return null;
  const once = hits === 1 && exact.length >= LONG;
  if (!once && (best.score < LEAST_SCORE || best.score - second < LEAST_MARGIN)) return null;
  return { start: best.start, end: best.start + exact.length };
}

/** The share, 0 to 1, of the stored context that stands next to `at`; no context means the border of a block. */
function contextScore({ text, index }: TextBlocks, at: number, context: string, step: -1 | 1): number {
  const line = index.lineAt(at);
  if (context === '') return at === (step < 0 ? index.lineStart(line) : index.lineEnd(line)) ? 1 : 0;
  let same = 0;
  while (same < context.length) {
    const stored = step < 0 ? context[context.length - 1 - same] : context[same];
    if (stored !== (step < 0 ? text[at - 1 - same] : text[at + same])) break;
    same++;
  }
  return same / context.length;
}

const WORD_END = /[\p{L}\p{M}\p{N}_]$/u;
const WORD_START = /^[\p{L}\p{M}\p{N}_]/u;
const NUMBER_END = /\p{N}[.,]$/u;
const NUMBER_START = /^[.,]\p{N}/u;

/** False inside a longer word or number ("60" in "160" or "60,000"), unless the quote itself was cut like that. */
function standsAlone(text: string, at: number, { exact, prefix, suffix }: StoredQuote): boolean {
  const before = text.slice(Math.max(0, at - 2), at);
  const after = text.slice(at + exact.length, at + exact.length + 2);
  if (WORD_START.test(exact) && WORD_END.test(before) && !WORD_END.test(prefix)) return false;
  if (WORD_END.test(exact) && WORD_START.test(after) && !WORD_START.test(suffix)) return false;
  if (/^\p{N}/u.test(exact) && NUMBER_END.test(before) && !NUMBER_END.test(prefix)) return false;
  return !(/\p{N}$/u.test(exact) && NUMBER_START.test(after) && !NUMBER_START.test(suffix));
}
