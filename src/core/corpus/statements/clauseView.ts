import type { Sentence } from '../../extract/document.ts';
import type { Span } from '../../text/span.ts';
import type { Token } from '../../text/tokens.ts';
import { canAnswer, type Question, questionOfPhrase, questionsOf } from './questions.ts';
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
  /** The lower-case words of the clause with their distances, for the marks of scope. */
  readonly words: readonly { readonly word: string; readonly distance: number; readonly before: boolean }[];
}

/** The words around values of one sentence. */
export type ClauseView = (value: Span, dimension: string) => ClauseWords;

/** Reads the sentence once; asks are linear in its length. @param values the spans of its figures and times, in order. */
export function createClauseView(sentence: Sentence, values: readonly Span[]): ClauseView {
  const { tokens } = sentence;
  const valueAt = tokens.map((token) => values.findIndex((v) => v.start < token.end && token.start < v.end));
  const at: number[] = [];
  let sum = 0;
  tokens.forEach((token, i) => {
    sum += 1 + (BREAKS.get(token.text.toLowerCase()) ?? 0);
    const value = valueAt[i] as number;
    if (value >= 0 && value !== valueAt[i - 1]) sum += OTHER_VALUE;
    at.push(sum);
  });
  const lower = tokens.map((token) => token.text.toLowerCase());
  const phrases = lower.map((word, i) => questionOfPhrase([word, lower[i + 1] ?? '', lower[i + 2] ?? '']));
  return (value, dimension) => {
    const first = tokens.findIndex((token) => token.end > value.start);
    let last = first;
    while (last + 1 < tokens.length && (tokens[last + 1] as Token).start < value.end) last++;
    const near = tokens
      .map((token, i) => ({
        token,
        phrase: phrases[i],
        before: i < first,
        distance:
          i < first
            ? (at[first] as number) - (at[i] as number)
            : i > last
              ? (at[i] as number) - (at[last] as number)
              : 0,
      }))
      .sort((a, b) => a.distance - b.distance);
    const weights = new Map<string, number>();
    const about = new Set<string>();
    const context = new Set<string>();
    const weigh = (question: Question, distance: number) => {
      if (!canAnswer(question, dimension)) return;
      const weight = question.weight * Math.exp(-distance / REACH);
      weights.set(question.name, Math.max(weights.get(question.name) ?? 0, weight));
    };
    for (const { token, phrase, distance } of near) {
      if (phrase) weigh(phrase, distance);
      // the words of a figure or a date are compared as values
      if (distance === 0 && dimension !== 'fact') continue;
      const stem = stemOf(token.text);
      if (stem === null) continue;
      (distance <= CLAUSE ? about : context).add(stem);
      for (const question of questionsOf(stem)) weigh(question, distance);
    }
    return {
      questions: [...weights]
        .sort((a, b) => b[1] - a[1])
        .slice(0, 3)
        .map(([name, weight]) => [name, Math.round(weight * 100) / 100] as const),
      about: [...about].slice(0, 12),
      context: [...context].filter((stem) => !about.has(stem)).slice(0, 16),
      words: near
        .filter(({ distance }) => distance <= CLAUSE)
        .map(({ token, distance, before }) => ({ word: token.text.toLowerCase(), distance, before })),
    };
  };
}
