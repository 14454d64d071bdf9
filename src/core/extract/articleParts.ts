import type { Reports } from './attributions/readPassages.ts';
import type { NameSpan } from './document.ts';
import type { ExtractedFigure, ExtractedTime } from './extraction.ts';

/** What the passes over sentences find, each in document order, before names are joined and claims completed. */
export interface ArticleParts extends Reports {
  readonly names: readonly NameSpan[];
  readonly figures: readonly ExtractedFigure[];
  readonly times: readonly ExtractedTime[];
}
