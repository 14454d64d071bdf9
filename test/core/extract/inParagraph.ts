import { createExtractor } from '../../../src/core/extract/pipeline.ts';
import { readModels } from '../../../src/node/readModels.ts';

export const { extract } = createExtractor({ models: readModels('src/core/lexicon/models') });
export const HEAD = 'A headline about nothing at all\n\n';

/** The claims of a paragraph as `source: words of the claim`, the article's own with no source. */
export function saidIn(prose: string): string[] {
  const text = HEAD + prose;
  const cut = (s: { start: number; end: number }) => text.slice(s.start, s.end);
  return extract({ text }).claims.map((c) => (c.sourceAt ? `${cut(c.sourceAt)}: ${cut(c)}` : cut(c)));
}
