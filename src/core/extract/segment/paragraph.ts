import type { Span } from '../../text/span.ts';
import type { Token } from '../../text/tokens.ts';
import { hasFiniteVerb } from '../grammar/clause.ts';
import { isCapitalised, isWord } from '../grammar/words.ts';
import { countWords, endsSentence } from './blocks.ts';
import { type RawSentence, splitSentences } from './sentences.ts';

/** What is known of one paragraph from its own text; offsets count from its start. */
export interface ParagraphParts {
  readonly sentences: readonly RawSentence[];
  /** A title run on to the end of the paragraph. */
  readonly gluedHeading: Span | null;
  /** True where the first sentence is a title that the paragraph runs on to. */
  readonly opensWithHeading: boolean;
}

const LONGEST_HEADING = 14;
const LONGEST_OPENING = 10;
/** A title of one word has at least so many letters: "Dr", "Mac" are none. */
const LEAST_WORD = 5;
const QUESTION = /^(?:Who|What|Where|When|Why|How)$/;
/** An entry of a list may end without a full stop: "Last survey: October 2018. Overall rating: fair". */
const ENTRY = /^[-–•*■▪]\s/;
/** A paragraph that a title is run on to has at least so many words more. */
const LEAST_AFTER = 8;

/** Sentences of a paragraph, and the heading glued to its end, if any. Pure: the result may be cached by `text`. */
export function analyseParagraph(text: string): ParagraphParts {
  const sentences = partOpening(splitSentences(text));
  const last = sentences.at(-1);
  const opensWithHeading = isGluedOpening(text, sentences);
  if (sentences.length < 2 || !last || ENTRY.test(text) || !isGluedHeading(text, last))
    return { sentences, gluedHeading: null, opensWithHeading };
  return { sentences: sentences.slice(0, -1), gluedHeading: { start: last.start, end: last.end }, opensWithHeading };
}

/** Parts "A day of rageThe march had begun" where a title is run on to the first sentence. */
function partOpening(sentences: readonly RawSentence[]): readonly RawSentence[] {
  const [first, ...rest] = sentences;
  const tokens = first?.tokens ?? [];
  for (let k = 1; k < Math.min(tokens.length, LONGEST_OPENING); k++) {
    const [before, token] = [tokens[k - 1] as Token, tokens[k] as Token];
    if (before.end !== token.start || !isWord(before.text) || !isWord(token.text) || !isCapitalised(token.text))
      continue;
    if (k === 1 ? before.text.length < LEAST_WORD : !isTitle(tokens, k)) break;
    return [sentenceOf(tokens.slice(0, k)), sentenceOf(tokens.slice(k)), ...rest];
  }
  return sentences;
}

/** A phrase without a finite verb, or a question, also one without its mark: "Where it came from". */
function isTitle(tokens: readonly Token[], to: number): boolean {
  return QUESTION.test((tokens[0] as Token).text) || !hasFiniteVerb(tokens, 1, to);
}

function sentenceOf(tokens: readonly Token[]): RawSentence {
  return { start: (tokens[0] as Token).start, end: (tokens.at(-1) as Token).end, tokens };
}

/** "What happens next?The court has", "A day of rageThe march had": a question or a verbless phrase without a space behind it. */
function isGluedOpening(text: string, [first, second]: readonly RawSentence[]): boolean {
  if (!first || !second || first.end !== second.start || !isCapitalised(first.tokens[0]?.text ?? '')) return false;
  const words = countWords(text.slice(first.start, first.end));
  if (words > LONGEST_OPENING || countWords(text.slice(second.start)) < LEAST_AFTER) return false;
  const ending = (first.tokens.at(-1) as Token).text;
  return ending === '?' || (/\p{L}$/u.test(ending) && isTitle(first.tokens, first.tokens.length));
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
