import search from 'approx-string-match';
import type { StoredQuote } from '../model/selectors.ts';
import type { Span } from '../text/span.ts';
import { firstFrom } from '../util/firstFrom.ts';
import type { ExactHits } from './exactHits.ts';
import type { TextBlocks } from './textBlocks.ts';
import { sameDigits, standsAlone, wholeWords } from './wholeWords.ts';
import { wordsOf } from './wordIndex.ts';

/** A place where quoted words may stand, and how much speaks for it, 0 to 1. */
export interface Candidate {
  readonly span: Span;
  readonly score: number;
  /** What of the words and of their context on each side is there, 0 to 1. */
  readonly quote: number;
  readonly before: number;
  readonly after: number;
  /** Whether the word next to the words, on each side, is the one that was there. */
  readonly nextBefore: boolean;
  readonly nextAfter: boolean;
}

const WEIGHT = { quote: 50, context: 20, border: 6 };
/** Shorter context counts less, down to the border of a block. */
const FULL_CONTEXT = 16;
/** Of the weight of both contexts; words that were put in on one side leave the other one whole. */
const BETTER_SIDE = 0.7;
/** More places of the very words are told apart only by the words around them. */
const MOST_HITS = 16;
/** Words with more places in the text point nowhere. */
const MOST_PLACES = 64;
const MOST_FRAMES = 4;
/** Of the words that point to the best frame, by their rarity, what has to point to another one. */
const LEAST_VOTES = 0.2;
/** Longer quotes are looked for letter by letter only. */
const LONGEST_FUZZY = 512;
/** Shorter words are like too many others. */
const SHORTEST_FUZZY = 5;
/** How far to look for the next word. */
const LONGEST_NEXT = 48;
const FRAME_ERRORS = 0.4;
const LEAST_QUOTE = 0.5;
const MOST_CONTEXT_ERRORS = 0.7;

/**
 * The places of a quote in a text: those of the very words, and those where words, prefix and suffix as one frame stand
 * about as they were (Myers 1999, `approx-string-match`). Best first; the ranking is Hypothesis's: words 50, context 20
 * on each side.
 * @param hits gives the places of words, letter by letter.
 */
export function findCandidates(quote: StoredQuote, blocks: TextBlocks, hits: ExactHits): Candidate[] {
  const { exact, prefix } = quote;
  if (exact.trim() === '') return [];
  const spans = new Map<number, Span>();
  const starts = hits(quote) ?? [];
  const add = (start: number) => {
    const span = { start, end: start + exact.length };
    if (standsAlone(blocks.text, span, quote)) spans.set(start, span);
  };
  if (starts.length <= MOST_HITS) for (const start of starts) add(start);
  if (exact.length <= LONGEST_FUZZY) {
    for (const guess of frames(quote, blocks)) {
      const from = Math.max(0, guess - prefix.length);
      const to = guess + 2 * exact.length + quote.suffix.length + 32;
      for (let i = firstFrom(starts, from); i < starts.length && (starts[i] as number) < to; i++)
        add(starts[i] as number);
      const span = exact.length < SHORTEST_FUZZY ? null : inFrame(quote, blocks.text, guess);
      if (span && ![...spans.values()].some((other) => other.start < span.end && span.start < other.end)) {
        spans.set(span.start, span);
      }
    }
  }
  return [...spans.values()]
    .map((span) => rate(span, quote, blocks))
    .sort((a, b) => b.score - a.score || a.span.start - b.span.start);
}

function rate(span: Span, quote: StoredQuote, blocks: TextBlocks): Candidate {
  const words = blocks.text.slice(span.start, span.end);
  const same = words === quote.exact ? 1 : likeness(words, quote.exact);
  const before = contextScore(blocks, span.start, quote.prefix, -1);
  const after = contextScore(blocks, span.end, quote.suffix, 1);
  const [left, right] = [weightOf(quote.prefix), weightOf(quote.suffix)];
  const leftShare = left === right ? (before >= after ? BETTER_SIDE : 1 - BETTER_SIDE) : left / (left + right);
  const context = leftShare * before + (1 - leftShare) * after;
  const score = (WEIGHT.quote * same + (left + right) * context) / (WEIGHT.quote + left + right);
  const nextBefore = hasNext(blocks.text.slice(Math.max(0, span.start - LONGEST_NEXT), span.start), quote.prefix, -1);
  const nextAfter = hasNext(blocks.text.slice(span.end, span.end + LONGEST_NEXT), quote.suffix, 1);
  return { span, score, quote: same, before, after, nextBefore, nextAfter };
}

function weightOf(context: string): number {
  return WEIGHT.border + (WEIGHT.context - WEIGHT.border) * Math.min(1, context.length / FULL_CONTEXT);
}

/** How much of the stored context stands at `at`, 0 to 1; words between count as errors. No context means the border of a block. */
function contextScore({ text, index }: TextBlocks, at: number, context: string, step: -1 | 1): number {
  if (context === '') {
    const line = index.lineAt(at);
    return at === (step < 0 ? index.lineStart(line) : index.lineEnd(line)) ? 1 : 0;
  }
  const reach = context.length + 8;
  const beside = step < 0 ? text.slice(Math.max(0, at - reach), at) : text.slice(at, at + reach);
  if (step < 0 ? beside.endsWith(context) : beside.startsWith(context)) return 1;
  let best = 0;
  for (const { start, end, errors } of search(beside, context, Math.floor(context.length * MOST_CONTEXT_ERRORS))) {
    const between = step < 0 ? beside.length - end : start;
    best = Math.max(best, 1 - (errors + between) / context.length);
  }
  return best;
}

/** Whether the word of the context that is next to the quote, or what the context holds of it, is next to the place. */
function hasNext(beside: string, context: string, step: -1 | 1): boolean {
  const [wanted, found] = [context, beside].map((text) => wordsOf(text).at(step < 0 ? -1 : 0));
  if (!wanted || !found) return wanted === found;
  const { word, at } = wanted;
  if (step < 0) return at === 0 ? found.word.endsWith(word) : found.word === word;
  return at + word.length === context.length ? found.word.startsWith(word) : found.word === word;
}

/** 1 less the differences by the length of the longer one. */
function likeness(words: string, exact: string): number {
  if (words.length > 2 * exact.length || exact.length > LONGEST_FUZZY) return 0;
  const [short, long] = words.length < exact.length ? [words, exact] : [exact, words];
  const [match] = search(long, short, short.length);
  const errors = match ? match.errors + long.length - (match.end - match.start) : long.length;
  return Math.max(0, 1 - errors / long.length);
}

/** Where the words of the quote may begin: places that the rare words of its frame point to. */
function frames({ prefix, exact, suffix }: StoredQuote, { words }: TextBlocks): number[] {
  const frame = prefix + exact + suffix;
  const votes = new Map<number, { weight: number; guess: number }>();
  const vote = (bucket: number, guess: number, weight: number) => {
    const known = votes.get(bucket);
    if (known) known.weight += weight;
    else votes.set(bucket, { weight, guess });
  };
  for (const { word, at } of wordsOf(frame)) {
    const places = words.places(word);
    if (places.length > MOST_PLACES || word.length < 2) continue;
    for (const place of places) {
      const guess = place - at + prefix.length;
      // Into two buckets, so that a border between them parts no two votes.
      const bucket = Math.floor(guess / 24);
      vote(bucket, guess, 1 / places.length);
      vote(guess % 24 < 12 ? bucket - 1 : bucket + 1, guess, 1 / places.length);
    }
  }
  const ranked = [...votes.values()].sort((a, b) => b.weight - a.weight || a.guess - b.guess);
  const least = LEAST_VOTES * (ranked[0]?.weight ?? 0);
  return ranked
    .slice(0, MOST_FRAMES)
    .filter(({ weight }) => weight >= least)
    .map(({ guess }) => Math.max(0, guess));
}

/** What stands in the place of the words where the whole frame stands about as it was, `guess` being near its words. */
function inFrame({ exact, prefix, suffix }: StoredQuote, text: string, guess: number): Span | null {
  const frame = prefix + exact + suffix;
  const from = Math.max(0, guess - prefix.length - 48);
  const window = text.slice(from, guess + exact.length + suffix.length + 64);
  const matches = search(window, frame, Math.floor(frame.length * FRAME_ERRORS));
  const [match] = matches;
  if (!match) return null;
  const inner = window.slice(match.start, match.end);
  const hits = search(inner, exact, Math.floor(exact.length * (1 - LEAST_QUOTE)));
  const distance = ({ start }: { readonly start: number }) => Math.abs(start - prefix.length);
  const [hit] = hits.sort((a, b) => a.errors - b.errors || distance(a) - distance(b));
  if (!hit) return null;
  const start = from + match.start + hit.start;
  const span = wholeWords(text, { start, end: from + match.start + hit.end });
  const words = text.slice(span.start, span.end);
  return words.trim() === words && sameDigits(words, exact) ? span : null;
}
