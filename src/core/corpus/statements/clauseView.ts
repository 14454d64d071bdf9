import type { Sentence } from '../../extract/document.ts';
import { rememberWords } from '../../text/rememberForms.ts';
import type { Span } from '../../text/span.ts';
import type { Token } from '../../text/tokens.ts';
import { canAnswer, type Question, questionOfPhrase, questionsOf, startsPhrase } from './questions.ts';
import { type ScopeMark, scopeMarksOf } from './scopeMarks.ts';
import { stemOf } from './stems.ts';

/** What a break between two words adds to their distance, in words. */
const BREAKS = new Map([
  [';', 8],
  [':', 4],
  ['(', 4],
  [')', 4],
  ['—', 5],
  ['–', 5],
  [',', 3],
  ['and', 2],
  ['but', 6],
  ['while', 6],
  ['whereas', 6],
  ['who', 2],
  ['which', 2],
  ['when', 3],
  ['after', 2],
  ['because', 3],
]);
/** What another value between two words adds: each figure has its own words. */
const OTHER_VALUE = 4;
/** Distance at which a word weighs 1/e. */
const REACH = 6;
const CLAUSE = 14;

/** The words around a value of a sentence, weighed by how far away they are. */
export interface ClauseWords {
  readonly questions: readonly (readonly [question: string, weight: number])[];
  readonly about: readonly string[];
  readonly context: readonly string[];
  /** Names of the marks of scope in the clause. */
  readonly scope: readonly string[];
}

/** The words around values of one sentence. */
export type ClauseView = (value: Span, dimension: string) => ClauseWords;

interface WordFacts {
  readonly lower: string;
  readonly startsPhrase: boolean;
  readonly stem: string | null;
  readonly questions: readonly Question[];
  readonly marks: readonly ScopeMark[];
  readonly pause: number;
}

const factsOf = rememberWords((form): WordFacts => {
  const word = form.toLowerCase();
  const stem = stemOf(form);
  return {
    lower: word,
    startsPhrase: startsPhrase(word),
    stem,
    // the past of "find" is no founding
    questions: stem === null || word === 'found' ? [] : questionsOf(stem),
    marks: scopeMarksOf(word),
    pause: BREAKS.get(word) ?? 0,
  };
});

const MOST_QUESTIONS = 3;
const MOST_ABOUT = 12;
const MOST_CONTEXT = 16;

/**
 * Reads the sentence once, when it is first asked for: most have nothing to state. Asks are linear in its length.
 * @param values the spans of its figures and times, in order.
 * @param names spans whose words ask no question: a bank called Relief gives none.
 */
export function createClauseView(sentence: Sentence, values: readonly Span[], names: readonly Span[]): ClauseView {
  let view: ClauseView | null = null;
  return (value, dimension) => {
    view ??= viewOf(sentence, values, names);
    return view(value, dimension);
  };
}

function viewOf({ tokens }: Sentence, values: readonly Span[], names: readonly Span[]): ClauseView {
  const facts = tokens.map(({ word }) => factsOf(word));
  const phrases = facts.map(({ lower, startsPhrase }, i) =>
    startsPhrase ? questionOfPhrase([lower, facts[i + 1]?.lower ?? '', facts[i + 2]?.lower ?? '']) : undefined,
  );
  const named = tokens.map(({ start, end }) => names.some((name) => name.start <= start && end <= name.end));
  const at = distances(tokens, facts, values);
  return (value, dimension) => {
    const first = tokens.findIndex((token) => token.end > value.start);
    let last = first;
    while (last + 1 < tokens.length && (tokens[last + 1] as Token).start < value.end) last++;
    const weights = new Map<string, number>();
    const about = new Set<string>();
    const context = new Set<string>();
    const scope = new Set<string>();
    const weigh = (question: Question, distance: number) => {
      if (!canAnswer(question, dimension)) return;
      const weight = question.weight * Math.exp(-distance / REACH);
      if (weight > (weights.get(question.name) ?? 0)) weights.set(question.name, weight);
    };
    const see = (i: number, distance: number) => {
      const { stem, questions, marks } = facts[i] as WordFacts;
      const phrase = phrases[i];
      if (phrase) weigh(phrase, distance);
      for (const { mark, reach } of marks) {
        if (distance <= reach && !isOfOther(mark, facts, i, last)) scope.add(mark);
      }
      // the words of a figure or a date are compared as values
      if (stem === null || (distance === 0 && dimension !== 'fact')) return;
      if (distance <= CLAUSE) about.add(stem);
      else if (!about.has(stem)) context.add(stem);
      if (!named[i]) for (const question of questions) weigh(question, distance);
    };
    for (let i = first; i <= last; i++) see(i, 0);
    // outwards, the nearer side first
    let [left, right] = [first - 1, last + 1];
    while (left >= 0 || right < tokens.length) {
      const before = left >= 0 ? (at[first] as number) - (at[left] as number) : Infinity;
      const behind = right < tokens.length ? (at[right] as number) - (at[last] as number) : Infinity;
      if (before <= behind) see(left--, before);
      else see(right++, behind);
    }
    return {
      questions: [...weights]
        .sort((a, b) => b[1] - a[1])
        .slice(0, MOST_QUESTIONS)
        .map(([name, weight]) => [name, Math.round(weight * 100) / 100] as const),
      about: [...about].slice(0, MOST_ABOUT),
      context: [...context].slice(0, MOST_CONTEXT),
      scope: [...scope],
    };
  };
}

const PASSES =
  /^(?:doubl\w+|twice|tripl\w+|times|above|over|below|under|beyond|within|exceed\w*|broke|breaking|breach\w*)$/;

const SAYS = /^(?:says?|said|admits?|admitted|claims?|believes?|thinks?|know|knows)$/;
const TIMES = /^(?:(?:sun|mon|tues|wednes|thurs|fri|satur)day['’]?|night|evening)$/;
const OWN = /^(?:i|we|he|she|it|they|his|her|its|their|our|my)$/;
const ABOVE = /^(?:above|below|near|beneath|under|behind|towards?)$/;

/** Whether a sign says nothing of the values around it: "per cent", "last Sunday", "above the peak". @param last the last word of the value. */
function isOfOther(mark: string, facts: readonly WordFacts[], i: number, last: number): boolean {
  const word = (at: number) => facts[at]?.lower ?? '';
  switch (mark) {
    case 'each':
      return word(i) === 'per' && word(i + 1) === 'cent';
    case 'earlier':
      return (word(i) === 'last' && TIMES.test(word(i + 1))) || (word(i) === 'before' && OWN.test(word(i + 1)));
    case 'now':
      return word(i) === 'now' && SAYS.test(word(i + 1));
    case 'peak':
      return word(i) === 'peak' && (ABOVE.test(word(i - 1)) || (word(i - 1) === 'the' && ABOVE.test(word(i - 2))));
    case 'limit':
      return i > last && isPassed(facts, i);
    default:
      return false;
  }
}

/** "70 mph, nearly double the limit": the limit is another value than the one before it. */
function isPassed(facts: readonly WordFacts[], limit: number): boolean {
  return facts.slice(Math.max(0, limit - 3), limit).some(({ lower }) => PASSES.test(lower));
}

/** A place on a line for each token: breaks and other values lie between them. */
function distances(tokens: readonly Token[], facts: readonly WordFacts[], values: readonly Span[]): number[] {
  const at: number[] = [];
  let sum = 0;
  let next = 0;
  let inside = -1;
  tokens.forEach((token, i) => {
    sum += 1 + (facts[i] as WordFacts).pause;
    while (next < values.length && (values[next] as Span).end <= token.start) next++;
    const value = next < values.length && (values[next] as Span).start < token.end ? next : -1;
    if (value >= 0 && value !== inside) sum += OTHER_VALUE;
    inside = value;
    at.push(sum);
  });
  return at;
}
