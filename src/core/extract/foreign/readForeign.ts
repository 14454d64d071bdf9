import type { WordLexicon } from '../../lexicon/wordLexicon.ts';
import { outside } from '../../text/span.ts';
import type { ArticleParts } from '../articleParts.ts';
import { passagesOf, quotedIn } from '../attributions/unit.ts';
import type { ArticleDocument } from '../document.ts';
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
  const passages = passagesOf(document);
  const times = foreignTimes(document.text, passages, language);
  const names = outside(foreignNames(document, language, lexicon), times);
  const taken = [...names, ...times].sort((a, b) => a.start - b.start);
  const figures = foreignFigures(document.text, passages, language, taken);
  const quoted = passages.flatMap((passage) => quotedIn(document.text, passage));
  return { names, times, figures, attributions: [], quoted, drafts: [] };
}
