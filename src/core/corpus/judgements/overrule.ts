import type { Span } from '../../text/span.ts';
import type { Relation, StatementPair } from '../compare/relation.ts';
import type { Across, AcrossStatement } from '../query/across.ts';
import { JUDGEMENTS, type Judgement, type JudgementKind } from './judgement.ts';

/** A passage of a judgement as it stands now; null where its words are gone. */
export interface StandingPassage {
  readonly uri: string;
  readonly span: Span | null;
}

export interface StandingJudgement {
  readonly id: string;
  readonly judgement: Judgement;
  readonly passages: readonly [StandingPassage, StandingPassage];
}

/** A pair with what people say of it; null is the relation of what cannot be compared. */
export interface JudgedPair extends Omit<StatementPair, 'relation'> {
  readonly relation: Relation | null;
  /** Ids of the judgements on it, the newest last. */
  readonly judgements: readonly string[];
}

export interface JudgedAcross extends Omit<Across, 'pairs'> {
  readonly pairs: readonly JudgedPair[];
}

const RELATION_OF: Readonly<Record<JudgementKind, Relation | null>> = {
  same: 'same',
  explained: 'different scope',
  contradiction: 'contradiction',
  'not comparable': null,
};

/**
 * Lays what people decided over what the machine found: a judgement overrules the relation of its pair, and stands for
 * a pair that the machine does not see. Judgements of one pair that differ leave it as the machine has it, and say so.
 */
export function overrule(across: Across, judgements: readonly StandingJudgement[]): JudgedAcross {
  const statements = [...across.statements];
  const byPair = new Map<string, StandingJudgement[]>();
  const machine = new Map(across.pairs.map((pair) => [keyOf(pair.a, pair.b), pair]));
  for (const judged of judgements) {
    if (!isKnown(judged.judgement.is)) continue;
    const pair = pairOf(judged, across, statements, machine);
    if (pair === null) continue;
    byPair.set(pair, [...(byPair.get(pair) ?? []), judged]);
  }
  const pairs: JudgedPair[] = across.pairs.map((pair) => withJudgements(pair, byPair.get(keyOf(pair.a, pair.b)) ?? []));
  for (const [key, judged] of byPair) {
    if (machine.has(key)) continue;
    const [a, b] = key.split(' ').map(Number) as [number, number];
    pairs.push(withJudgements({ a, b, relation: null, reason: '', score: 1 }, judged));
  }
  return { ...across, statements, pairs };
}

/** "Ada: explained by the later count" */
export function judgementWords({ is, because, by }: Judgement): string {
  const words = is === 'explained' ? `explained by ${because ?? 'something else'}` : is;
  return by ? `${by}: ${words}` : `${words[0]?.toUpperCase()}${words.slice(1)}`;
}

const isKnown = (is: string): is is JudgementKind => JUDGEMENTS.some((known) => known === is);
const keyOf = (a: number, b: number) => (a < b ? `${a} ${b}` : `${b} ${a}`);

function withJudgements(pair: Omit<JudgedPair, 'judgements'>, judged: readonly StandingJudgement[]): JudgedPair {
  const inOrder = [...judged].sort((x, y) => ((x.judgement.on ?? '') < (y.judgement.on ?? '') ? -1 : 1));
  const last = inOrder.at(-1)?.judgement;
  const judgements = inOrder.map(({ id }) => id);
  if (!last) return { ...pair, judgements };
  const words = [...new Set(inOrder.map(({ judgement }) => judgementWords(judgement)))].join('; ');
  const relations = new Set(inOrder.map(({ judgement }) => RELATION_OF[judgement.is as JudgementKind]));
  if (relations.size > 1) return { ...pair, reason: `People disagree: ${words}. ${pair.reason}`.trim(), judgements };
  return { ...pair, relation: [...relations][0] ?? null, reason: `${words}.`, judgements };
}

/** The pair that a judgement is about: one of the machine where there is one; null where a passage stands nowhere here. */
function pairOf(
  { passages }: StandingJudgement,
  { articles }: Across,
  statements: AcrossStatement[],
  machine: ReadonlyMap<string, unknown>,
): string | null {
  const places = passages.map(({ uri, span }) => {
    const article = articles.findIndex((one) => one.uri === uri);
    if (article < 0 || !span) return null;
    const found = statements.flatMap((one, at) => (isAt(one, article, span) ? [{ at, apart: apart(one, span) }] : []));
    // A figure stands in a fact: the one that was judged is the one of its length.
    found.sort((one, other) => one.apart - other.apart);
    return { article, span, found: found.map(({ at }) => at) };
  });
  const [x, y] = places;
  if (!x || !y) return null;
  for (const a of x.found) for (const b of y.found) if (machine.has(keyOf(a, b))) return keyOf(a, b);
  const [a, b] = [x, y].map(({ article, span, found }) => {
    const [first] = found;
    if (first !== undefined) return first;
    statements.push({ ...span, article, kind: 'fact', words: '', sentence: span, question: '', sources: [] });
    return statements.length - 1;
  });
  return keyOf(a as number, b as number);
}

const apart = (a: Span, b: Span) => Math.abs(a.start - b.start) + Math.abs(a.end - b.end);

/** One of the two holds the other: an edit may have made the passage longer or shorter than the statement. */
function isAt(statement: AcrossStatement, article: number, { start, end }: Span): boolean {
  if (statement.article !== article) return false;
  return (start <= statement.start && statement.end <= end) || (statement.start <= start && end <= statement.end);
}
