import type { Sentence } from '../../extract/document.ts';
import type { Extraction } from '../../extract/extraction.ts';
import { segmentArticle } from '../../extract/segment/segmentArticle.ts';
import { SpanList } from '../../extract/spanList.ts';
import { answerStatements, postStatements } from './answerStatements.ts';
import { claimStatements } from './claimStatements.ts';
import { dateStatements } from './dateStatements.ts';
import { leastAlike } from './fieldAnswers.ts';
import { figureStatements, zeroStatements } from './figureStatements.ts';
import { joinDurations } from './joinDurations.ts';
import { joinRanges } from './joinRanges.ts';
import { readSentence, type SentenceContext } from './readSentence.ts';
import type { Statement } from './statement.ts';

/**
 * What an article states that can be set beside another article's: figures (also none at all), dates with what
 * happened then, holders of posts, and its claims of fact. In document order; work is linear in the text.
 */
export function statementsOf({
  text,
  extraction,
  sentences = segmentArticle(text).sentences,
}: {
  readonly text: string;
  readonly extraction: Extraction;
  /** Those of the text, where they are at hand. */
  readonly sentences?: readonly Sentence[];
}): readonly Statement[] {
  const figures = joinRanges(text, joinDurations(text, extraction.figures));
  const lists = {
    figures: new SpanList(figures),
    times: new SpanList(extraction.times),
    mentions: new SpanList(extraction.mentions),
    claims: new SpanList(extraction.claims.map((claim, index) => ({ start: claim.start, end: claim.end, index }))),
  };
  const statements = sentences.flatMap((sentence) => inSentence(sentence, { text, extraction, lists }));
  return withFieldsOnce(statements.sort((a, b) => a.start - b.start || a.end - b.end));
}

/** What an article names again and again, whatever the words around, is stated where it names it first. */
function withFieldsOnce(statements: readonly Statement[]): Statement[] {
  const told = new Set<string>();
  return statements.filter(({ answer, question, negated }) => {
    if (answer?.kind !== 'field' || leastAlike(question) > 0) return true;
    const key = `${question} ${answer.value} ${negated}`;
    return !told.has(key) && told.add(key);
  });
}

function inSentence(sentence: Sentence, context: SentenceContext): Statement[] {
  const read = readSentence(sentence, context);
  return [
    ...figureStatements(read),
    ...zeroStatements(read),
    ...dateStatements(read),
    ...postStatements(read),
    ...answerStatements(read),
    ...claimStatements(read),
  ];
}
