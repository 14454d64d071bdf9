import type { Span } from '../../text/span.ts';
import type { ArticleDocument } from '../document.ts';

/** The prose of each paragraph: where sentences end ("am 3. März") is a matter of the language. */
export function paragraphsOf({ sentences }: ArticleDocument): Span[] {
  const found: { start: number; end: number; paragraph: number }[] = [];
  for (const { start, end, paragraph } of sentences) {
    const last = found.at(-1);
    if (last?.paragraph === paragraph) last.end = end;
    else found.push({ start, end, paragraph });
  }
  return found;
}
