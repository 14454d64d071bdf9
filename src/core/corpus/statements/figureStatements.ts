import type { ExtractedFigure } from '../../extract/extraction.ts';
import type { ClauseWords } from './clauseView.ts';
import { isRejected } from './isRejected.ts';
import { measureOf } from './measureOf.ts';
import { questionsOf } from './questions.ts';
import type { ReadSentence } from './readSentence.ts';
import type { Measure, Statement } from './statement.ts';
import { stemOf } from './stems.ts';

/** The figures of a sentence with what they measure; of a value and its conversion the first, but of money both. */
export function figureStatements({ text, figures, view, words, make }: ReadSentence): Statement[] {
  const statements: Statement[] = [];
  let last: { readonly end: number; readonly measure: Measure } | null = null;
  for (const [i, figure] of figures.entries()) {
    if (figure.what === 'age' && figure.op !== 'range') continue;
    const all = figures[i + 1];
    const isPart = all && OUT_OF.test(text.slice(figure.end, all.start));
    const outOf = isPart ? { outOf: measureOf(all, words(all)).value } : {};
    const measure = { ...measureOf(figure, words(figure)), ...outOf };
    const converts = last !== null && isConversion(text.slice(last.end, figure.start), last.measure, measure);
    const amount = statements.at(-1);
    last = { end: figure.end, measure };
    if (converts && amount) {
      if (measure.dimension === 'money') statements.splice(-1, 1, ...inBothCurrencies(amount, measure, figure, words));
      else statements.splice(-1, 1, withSurer(amount, view(figure, measure.dimension)));
      continue;
    }
    const around = `${words(figure)}${text.slice(figure.end, figure.end + AWAY)}`;
    const clause = withUsualQuestion(view(figure, measure.dimension), measure, around);
    const scope = isRejected(text, figure) ? [...clause.scope, 'withdrawn'] : clause.scope;
    const asked = isAgeGroup(text, figure, measure)
      ? { question: AGE_GROUP, questions: [[AGE_GROUP, 1] as const, ...clause.questions.slice(0, 2)] }
      : {};
    statements.push(make('figure', figure, clause, { op: figure.op, measure, scope, ...asked }));
  }
  return statements;
}

/** The question of a range of ages. */
export const AGE_GROUP = 'age group';

const OF_PEOPLE =
  /\b(?:ages?|aged|children|boys|girls|women|men|people|persons|pupils|adults|patients|those)(?:,? aged)?(?: from| between)?\s+$/i;
const BEFORE = 40;

/** "children aged 9 months to 14 years" */
function isAgeGroup(text: string, { start, op }: ExtractedFigure, { dimension }: Measure): boolean {
  return op === 'range' && dimension === 'time' && OF_PEOPLE.test(text.slice(Math.max(0, start - BEFORE), start));
}

/** "two of the 14 samples" */
const OUT_OF = /^ (?:out )?of (?:the |its |his |her |their |all )?$/;

/** "5,587 feet (1,703 metres) high": what is asked may stand behind the conversion. */
function withSurer(amount: Statement, { questions }: ClauseWords): Statement {
  const [best, own] = [questions[0], amount.questions[0]];
  if (!best || best[1] <= (own?.[1] ?? 0)) return amount;
  return { ...amount, question: best[0], questions };
}

/** One amount of one thing, told once in each currency. */
function inBothCurrencies(
  amount: Statement,
  measure: Measure,
  { start, end, op }: ExtractedFigure,
  words: ReadSentence['words'],
): Statement[] {
  const own = amount.measure as Measure;
  const as = ({ of, value }: Measure) => ({ currency: of as string, value });
  return [
    { ...amount, measure: { ...own, converted: as(measure) } },
    { ...amount, start, end, op, words: words({ start, end }), measure: { ...measure, converted: as(own) } },
  ];
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

/** "forty metres from the gate": how many UTF-16 units behind a length tell that it is a distance. */
const AWAY = 12;
const FAR = /\b(?:kilomet|km|miles?\b)|\p{L} (?:away|from|off|apart|behind|ahead|outside|north|south|east|west)\b/iu;

/** Where no word around tells what is measured, the unit does, less surely. */
function withUsualQuestion(clause: ClauseWords, { dimension }: Measure, around: string): ClauseWords {
  if (clause.questions.some(([, weight]) => weight >= USUAL)) return clause;
  const far = dimension === 'length' && FAR.test(around);
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

/** "12 km (7.5 miles)", "$12m (£9m)": the same length or amount again, in another unit. */
function isConversion(between: string, a: Measure, b: Measure): boolean {
  if (a.dimension !== b.dimension || /^(?:person|count|percent)$/.test(a.dimension)) return false;
  const again = /^\s*(?:\(|,?\s*or\s)/.test(between) && between.length < 12;
  if (a.dimension === 'money') return again && a.of !== b.of && a.of !== null && b.of !== null;
  return again && Math.abs(a.value - b.value) <= 0.06 * Math.abs(a.value);
}
