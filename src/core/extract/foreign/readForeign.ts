import type { WordLexicon } from '../../lexicon/wordLexicon.ts';
import type { Span } from '../../text/span.ts';
import type { ArticleParts } from '../articleParts.ts';
import { passagesOf, shiftQuoted } from '../attributions/unit.ts';
import type { ArticleDocument } from '../document.ts';
import { findQuoted, type QuotedSpan } from '../quotations/marks.ts';
import { foreignFigures } from './foreignFigures.ts';
import { foreignNames } from './foreignNames.ts';
import { foreignTimes } from './foreignTimes.ts';

/** False for a text that is surely in another language; where none could be told, English is tried. */
export function isReadAsEnglish(language: string): boolean {
  return language === 'en' || language === 'und';
}

/**
 * What can be read of an article in another language than English without knowing it: names, dates, figures and the
 * words in quotation marks. No statements, claims or relations: they need the grammar.
 */
export function readForeign(document: ArticleDocument, language: string, lexicon: WordLexicon): ArticleParts {
  const times = foreignTimes(document, language);
  const names = outside(foreignNames(document, language, lexicon), times);
  const taken = [...names, ...times].sort((a, b) => a.start - b.start);
  const figures = foreignFigures(document, language, taken);
  return { names, times, figures, attributions: [], quoted: quotedIn(document), drafts: [] };
}

/** Every quoted stretch, inner ones included. */
function quotedIn(document: ArticleDocument): QuotedSpan[] {
  return passagesOf(document).flatMap(({ start, end }) =>
    findQuoted(document.text.slice(start, end)).map((q) => shiftQuoted(q, start)),
  );
}

/** The spans that none of `taken` touches; both in document order. */
function outside<T extends Span>(spans: readonly T[], taken: readonly Span[]): T[] {
  let next = 0;
  return spans.filter(({ start, end }) => {
    while (next < taken.length && (taken[next] as Span).end <= start) next++;
    return next >= taken.length || (taken[next] as Span).start >= end;
  });
}
