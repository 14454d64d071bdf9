import { overlap, type Span } from '../../text/span.ts';
import type { ArticleDocument } from '../document.ts';
import type { ExtractedFigure } from '../extraction.ts';
import { detectFigures } from './detectFigures.ts';

/**
 * The figures of the prose in document order. A number inside one of `taken` (names, times) is no figure;
 * both must be in document order.
 */
export function findFigures(document: ArticleDocument, taken: readonly Span[]): ExtractedFigure[] {
  const figures: ExtractedFigure[] = [];
  const models = modelNumbers(document.text, taken);
  let low = 0;
  for (const sentence of document.sentences) {
    while (low < taken.length && (taken[low] as Span).end <= sentence.start) low++;
    for (const { number, ...figure } of detectFigures(sentence.tokens)) {
      if (isTaken(taken, low, number, sentence.end)) continue;
      if (models.has(document.text.slice(number.start, number.end))) continue;
      figures.push({ ...figure, origin: 'rule:figures', score: figure.unit === null ? 0.6 : 0.9 });
    }
  }
  return figures;
}

/** The numbers of three digits that end a name: after "Boeing 787" a bare "787" counts nothing. */
function modelNumbers(text: string, taken: readonly Span[]): ReadonlySet<string> {
  const numbers = new Set<string>();
  for (const { start, end } of taken) {
    const tail = text.slice(Math.max(start, end - 4), end);
    if (end - start > 4 && /^\D\d{3}$/.test(tail)) numbers.add(tail.slice(1));
  }
  return numbers;
}

function isTaken(taken: readonly Span[], from: number, number: Span, until: number): boolean {
  for (let i = from; i < taken.length && (taken[i] as Span).start < until; i++) {
    if (overlap(taken[i] as Span, number) > 0) return true;
  }
  return false;
}
