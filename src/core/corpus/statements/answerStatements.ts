import type { Span } from '../../text/span.ts';
import { ages } from './ages.ts';
import { directions } from './directions.ts';
import { fieldAnswers } from './fieldAnswers.ts';
import { postHolders } from './postHolders.ts';
import { ratings } from './ratings.ts';
import type { ReadSentence } from './readSentence.ts';
import type { FactAnswer, Statement } from './statement.ts';
import { stemOf } from './stems.ts';

/** Who holds a post; of one who holds it now also that. */
export function postStatements({ sentence, extraction, mentions, view, words, make }: ReadSentence): Statement[] {
  const { entities } = extraction;
  return postHolders(sentence, mentions, entities).flatMap(({ holder, entity, post, word, of, scope }) => {
    const clause = view(holder, 'fact');
    const name = entities[entity]?.name ?? words(holder);
    const held = make('fact', holder, clause, {
      question: post,
      answer: { kind: 'post', value: name },
      questions: [[post, 1]],
      about: [word, ...of],
      scope,
    });
    if (scope.includes('earlier')) return [held];
    const inOffice = make('fact', holder, clause, {
      question: 'fate',
      answer: { kind: 'fate', value: 'in office' },
      questions: [['fate', 1]],
      entities: [entity],
    });
    return [held, inOffice];
  });
}

/** Which way, which mark, how old, which of a field. */
export function answerStatements(read: ReadSentence): Statement[] {
  const { sentence, extraction, mentions } = read;
  return [
    ...directions(sentence, mentions).map(({ direction, of, ...span }) => {
      const statement = answered(read, span, 'direction', direction);
      return of === null
        ? statement
        : {
            ...statement,
            questions: [
              ['direction', 1],
              [of, 1],
            ] as const,
          };
    }),
    ...ratings(sentence).map(({ mark, ...span }) => answered(read, span, 'rating', mark)),
    ...ages(sentence, mentions, extraction.entities).map(({ age, entity, ...span }) =>
      answered(read, span, 'age', String(age), entity === null ? { question: SOMEBODY } : { entities: [entity] }),
    ),
    ...fieldAnswers(sentence).map(({ field, value, negated, ...span }) => {
      // the words that differ tell nothing of whether both speak of one thing
      const own = new Set(read.words(span).split(/[\s-]/).map(stemOf));
      const statement = answered(read, span, 'field', value, { question: field, negated });
      return { ...statement, about: statement.about.filter((stem) => !own.has(stem)) };
    }),
  ];
}

/** The question of the age of a person who is not named. */
export const SOMEBODY = 'age of somebody';

export function answered(
  { view, make }: ReadSentence,
  span: Span,
  kind: FactAnswer['kind'],
  value: string,
  own: Partial<Statement> = {},
): Statement {
  const clause = view(span, 'fact');
  return make('fact', span, clause, {
    question: kind,
    answer: { kind, value },
    questions: [[own.question ?? kind, 1], ...clause.questions.slice(0, 2)],
    ...own,
  });
}
