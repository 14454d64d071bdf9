import search from 'approx-string-match';
import type { StoredQuote } from '../../../src/core/model/selectors.ts';
import type { Span } from '../../../src/core/text/span.ts';

/**
 * How annotations are commonly found again, after the client of Hypothesis (its `match-quote.ts`, BSD-2): the old position
 * when the words still stand there; else every place of the very words, or else the nearest matches; the best ranked by
 * words 50, prefix 20, suffix 20, position 2 wins, whatever its rank.
 */
export function bestKnown(text: string, { exact, prefix, suffix }: StoredQuote, hint: number): Span | null {
  if (text.startsWith(exact, hint)) return { start: hint, end: hint + exact.length };
  let matches: { start: number; end: number; errors: number }[] = [];
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
    matches.push({ start: at, end: at + exact.length, errors: 0 });
  }
  if (matches.length === 0) matches = search(text, exact, Math.min(256, exact.length / 2));
  let best: { span: Span; score: number } | null = null;
  for (const { start, end, errors } of matches) {
    const score =
      50 * (1 - errors / exact.length) +
      20 * likeness(text.slice(Math.max(0, start - prefix.length), start), prefix) +
      20 * likeness(text.slice(end, end + suffix.length), suffix) +
      2 * (1 - Math.abs(start - hint) / text.length);
    if (!best || score > best.score) best = { span: { start, end }, score };
  }
  return best?.span ?? null;
}

function likeness(text: string, context: string): number {
  if (context === '') return 1;
  const [match] = text === '' ? [] : search(text, context, context.length);
  return match ? 1 - match.errors / context.length : 0;
}
