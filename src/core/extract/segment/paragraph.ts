import type { Span } from '../../text/span.ts';
import type { Token } from '../../text/tokens.ts';
import { hasFiniteVerb } from '../grammar/clause.ts';
import { isCapitalised } from '../grammar/words.ts';
import { countWords, endsSentence } from './blocks.ts';
import { type RawSentence, splitSentences } from './sentences.ts';

/** What is known of one paragraph from its own text; offsets count from its start. */
export interface ParagraphParts {
  readonly sentences: readonly RawSentence[];
  /** A title run on to the end of the paragraph. */
  readonly gluedHeading: Span | null;
}

const LONGEST_HEADING = 14;

/** Sentences of a paragraph, and the heading glued to its end, if any. Pure: the result may be cached by `text`. */
export function analyseParagraph(text: string): ParagraphParts {
  const sentences = splitSentences(text);
  const last = sentences.at(-1);
  if (sentences.length < 2 || !last || !isGluedHeading(text, last)) return { sentences, gluedHeading: null };
  return { sentences: sentences.slice(0, -1), gluedHeading: { start: last.start, end: last.end } };
}

/** A short phrase without full stop and finite verb after a complete sentence, or a question after a long paragraph. */
function isGluedHeading(text: string, last: RawSentence): boolean {
  const words = countWords(text.slice(last.start, last.end));
  const first = last.tokens[0] as Token;
  if (words < 2 || words > LONGEST_HEADING || !isCapitalised(first.text)) return false;
  if (!endsSentence(text.slice(0, last.start))) return false;
  const ending = (last.tokens.at(-1) as Token).text;
  if (/^[.!…,;:]/.test(ending) || /["”»“]/.test(ending)) return false;
  return ending !== '?' && !hasFiniteVerb(last.tokens, 1, last.tokens.length);
}
