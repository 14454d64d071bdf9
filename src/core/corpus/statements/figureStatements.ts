import type { ClauseWords } from './clauseView.ts';
import { isRejected } from './isRejected.ts';
import { measureOf } from './measureOf.ts';
import { questionsOf } from './questions.ts';
import type { ReadSentence } from './readSentence.ts';
import type { Measure, Statement } from './statement.ts';
import { stemOf } from './stems.ts';

/** The figures of a sentence with what they measure; of a value and its conversion the first. */
export function figureStatements({ text, figures, view, words, make }: ReadSentence): Statement[] {
  const statements: Statement[] = [];
  let last: { readonly end: number; readonly measure: Measure } | null = null;
  for (const figure of figures) {
    if (figure.what === 'age' && figure.op !== 'range') continue;
    const measure = measureOf(figure, words(figure));
    const converts = last !== null && isConversion(text.slice(last.end, figure.start), last.measure, measure);
    last = { end: figure.end, measure };
    if (converts) continue;
    const clause = withUsualQuestion(view(figure, measure.dimension), measure, words(figure));
    const scope = isRejected(text, figure) ? [...clause.scope, 'withdrawn'] : clause.scope;
    statements.push(make('figure', figure, clause, { op: figure.op, measure, scope }));
  }
  return statements;
}

/** "no deaths", "nobody": counts of none. */
export function zeroStatements({ zeros, view, make }: ReadSentence): Statement[] {
  return zeros.map(({ noun, ...span }) => {
    // "no deaths" counts people, as "nobody died" does
    const stem = noun && stemOf(noun);
    const people = stem === null || questionsOf(stem).some(({ family }) => /^(?:casualties|custody)$/.test(family));
    const measure: Measure = {
      dimension: people ? 'person' : 'count',
      of: people ? null : stem,
      value: 0,
      max: null,
    };
    // the noun is no part of the value: it tells what is counted
    const value = { start: span.start, end: span.end - (noun?.length ?? 0) };
    return make('figure', span, view(value, measure.dimension), { measure });
  });
}

/** Where no word around tells what is measured, the unit does, less surely. */
function withUsualQuestion(clause: ClauseWords, { dimension }: Measure, words: string): ClauseWords {
  if (clause.questions.some(([, weight]) => weight >= USUAL)) return clause;
  const far = dimension === 'length' && /\b(?:kilomet|km|miles?\b)/i.test(words);
  const usual = far ? 'distance' : USUAL_QUESTIONS[dimension];
  if (usual === undefined) return clause;
  const others = clause.questions.filter(([name]) => name !== usual).slice(0, 2);
  return { ...clause, questions: [[usual, USUAL], ...others] };
}

/** The weight of a question that only the unit tells. */
export const USUAL = 0.35;

const USUAL_QUESTIONS: Readonly<Record<string, string>> = {
  length: 'length',
  mass: 'weight',
  area: 'area',
  volume: 'capacity',
  temperature: 'temperature',
  speed: 'speed',
};

/** "12 km (7.5 miles)": the same length again, in another unit. */
function isConversion(between: string, a: Measure, b: Measure): boolean {
  if (a.dimension !== b.dimension || /^(?:person|count|percent|money)$/.test(a.dimension)) return false;
  return (
    /^\s*(?:\(|,?\s*or\s)/.test(between) &&
    between.length < 12 &&
    Math.abs(a.value - b.value) <= 0.06 * Math.abs(a.value)
  );
}
