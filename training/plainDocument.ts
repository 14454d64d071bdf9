import type { ArticleDocument } from '../src/core/extract/document.ts';
import { textLines } from './corpora.ts';

/** One sentence a line, as long as no segmentation is asked for. */
export function asDocument(text: string): ArticleDocument {
  const sentences = textLines(text).map((tokens, paragraph) => ({
    start: tokens[0]!.start,
    end: tokens[tokens.length - 1]!.end,
    zone: 'body' as const,
    paragraph,
    tokens,
  }));
  return { text, zones: [], sentences };
}
