import type { FigureOperator } from '../model/types.ts';
import type { FactAnswer, Measure, Statement, StatementKind } from './statements/statement.ts';

/**
 * Statements as they are kept: their words one by one, every other string once, and the rest as numbers of one to four
 * signs each. About a fifth of their JSON, and a string of it that engines need not take apart until it is asked for.
 */
export interface PackedStatements {
  readonly words: readonly string[];
  readonly strings: readonly string[];
  readonly numbers: string;
}

/** Five bits a sign, the lowest first; a sign of the second half says that more follow. */
const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const VALUES: (number | undefined)[] = [];
[...SIGNS].forEach((sign, value) => {
  VALUES[sign.charCodeAt(0)] = value;
});
const BASE = 32;

const KINDS: readonly StatementKind[] = ['figure', 'date', 'fact'];
const ANSWERS: readonly FactAnswer['kind'][] = ['post', 'direction', 'rating', 'fate', 'age', 'field'];

export function packStatements(statements: readonly Statement[]): PackedStatements {
  const places = new Map<string, number>();
  let numbers = '';
  const put = (value: number) => {
    let left = value;
    for (; left >= BASE; left = Math.floor(left / BASE)) numbers += SIGNS[BASE + (left % BASE)];
    numbers += SIGNS[left];
  };
  /** A difference, which may be below zero. */
  const putStep = (value: number) => put(value < 0 ? -2 * value - 1 : 2 * value);
  const putString = (string: string) => {
    const known = places.get(string);
    if (known === undefined) places.set(string, places.size);
    put(known ?? places.size - 1);
  };
  const putMaybe = <T>(value: T | null, putValue: (value: T) => void) => {
    put(value === null ? 0 : 1);
    if (value !== null) putValue(value);
  };
  const putAll = <T>(values: readonly T[], putValue: (value: T) => void) => {
    put(values.length);
    values.forEach(putValue);
  };
  let before = 0;
  for (const statement of statements) {
    const { start, end, kind, sentence, op, measure, clock, negated, headline } = statement;
    putStep(start - before);
    putStep(end - start);
    putStep(start - sentence.start);
    putStep(sentence.end - end);
    before = start;
    put(KINDS.indexOf(kind) + (negated ? 4 : 0) + (headline ? 8 : 0));
    putString(op);
    putMaybe(measure, ({ dimension, of, value, max, converted, outOf }) => {
      putString(dimension);
      putMaybe(of, putString);
      putString(String(value));
      putMaybe(max, (most) => putString(String(most)));
      putMaybe(converted ?? null, (other) => {
        putString(other.currency);
        putString(String(other.value));
      });
      putMaybe(outOf ?? null, (all) => putString(String(all)));
    });
    putMaybe(statement.edtf, putString);
    putMaybe(clock, ({ from, to, utc, half }) => {
      putStep(from);
      putStep(to - from);
      put(Number(utc) + (half ? 2 : 0));
    });
    putMaybe(statement.denied, putString);
    putMaybe(statement.answer, ({ kind: answers, value }) => {
      put(ANSWERS.indexOf(answers));
      putString(value);
    });
    putString(statement.question);
    putAll(statement.questions, ([question, weight]) => {
      putString(question);
      putString(String(weight));
    });
    putAll(statement.about, putString);
    putAll(statement.context, putString);
    putAll(statement.scope, putString);
    putAll(statement.entities, put);
    putAll(statement.sources, ({ name, entity }) => {
      putString(name);
      putMaybe(entity, put);
    });
    putMaybe(statement.asOf, putString);
  }
  return { words: statements.map(({ words }) => words), strings: [...places.keys()], numbers };
}

/** Which statements are read; all where it is left out. */
export interface StatementChoice {
  readonly most?: number;
  readonly wanted?: (statement: Statement) => boolean;
}

/** What {@link packStatements} was given, of those wanted the first. @throws Error where the packed form is damaged. */
export function unpackStatements(
  { words, strings, numbers }: PackedStatements,
  { most = Number.POSITIVE_INFINITY, wanted = () => true }: StatementChoice = {},
): Statement[] {
  let at = 0;
  const take = (): number => {
    let value = 0;
    for (let scale = 1; ; scale *= BASE) {
      const sign = VALUES[numbers.charCodeAt(at++)];
      if (sign === undefined) throw new Error('the statements of an article are damaged');
      value += (sign % BASE) * scale;
      if (sign < BASE) return value;
    }
  };
  const takeStep = () => {
    const value = take();
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
  };
  const takeString = (): string => strings[take()] ?? '';
  const takeMaybe = <T>(takeValue: () => T): T | null => (take() === 0 ? null : takeValue());
  const takeAll = <T>(takeValue: () => T): T[] => {
    const values: T[] = [];
    for (let left = take(); left > 0; left--) values.push(takeValue());
    return values;
  };
  const takeQuestion = () => [takeString(), Number(takeString())] as const;
  const takeSource = () => ({ name: takeString(), entity: takeMaybe(take) });
  const takeConverted = () => ({ currency: takeString(), value: Number(takeString()) });
  const takeMeasure = (): Measure => {
    const [dimension, of] = [takeString(), takeMaybe(takeString)];
    const [value, max] = [Number(takeString()), takeMaybe(() => Number(takeString()))];
    const converted = takeMaybe(takeConverted);
    const outOf = takeMaybe(() => Number(takeString()));
    return { dimension, of, value, max, ...(converted && { converted }), ...(outOf !== null && { outOf }) };
  };
  let before = 0;
  const takeStatement = (own: string): Statement => {
    const start = before + takeStep();
    const end = start + takeStep();
    const sentence = { start: start - takeStep(), end: end + takeStep() };
    before = start;
    const flags = take();
    return {
      start,
      end,
      kind: KINDS[flags % 4] ?? 'fact',
      words: own,
      sentence,
      op: takeString() as FigureOperator,
      measure: takeMaybe(takeMeasure),
      edtf: takeMaybe(takeString),
      clock: takeMaybe(() => {
        const from = takeStep();
        const to = from + takeStep();
        const marks = take();
        return { from, to, utc: marks % 2 === 1, half: marks >= 2 };
      }),
      negated: flags % 8 >= 4,
      denied: takeMaybe(takeString),
      answer: takeMaybe(() => ({ kind: ANSWERS[take()] ?? 'post', value: takeString() })),
      question: takeString(),
      questions: takeAll(takeQuestion),
      about: takeAll(takeString),
      context: takeAll(takeString),
      scope: takeAll(takeString),
      entities: takeAll(take),
      sources: takeAll(takeSource),
      asOf: takeMaybe(takeString),
      headline: flags >= 8,
    };
  };
  const read: Statement[] = [];
  for (const own of words) {
    if (read.length >= most) break;
    const statement = takeStatement(own);
    if (wanted(statement)) read.push(statement);
  }
  return read;
}
