import type { Comparison } from '../corpus/compare/compareArticles.ts';
import type { Told } from '../corpus/compare/compared.ts';
import type { Relation } from '../corpus/compare/relation.ts';
import { type Agreement, agreementOf } from './agreementOf.ts';
import { bounded } from './comparedSource.ts';
import type { QuestionGroup } from './questionGroups.ts';
import { WORST_FIRST } from './worstFirst.ts';

/** One value that a source gives. All text is foreign: bounded, on one line, to be shown as text. */
export interface ComparisonCell {
  /** Names its place for {@link ComparisonView.places}. */
  readonly statement: number;
  /** The words of the value, with the bound that they set. */
  readonly words: string;
  /** EDTF of the time that it holds for. */
  readonly asOf: string | null;
  /** Who says it, from the nearest to the article to the origin; empty for the outlet's own voice. */
  readonly saidBy: readonly string[];
  /** What part, time or manner it is of, in words. */
  readonly scope: readonly string[];
  /** The worst that it stands in to another value of the row; null where none is compared with it. */
  readonly relation: Relation | null;
  /** It is of another scope than the question of the row. */
  readonly aside: boolean;
}

export interface ComparisonRow extends Agreement {
  /** What is asked, for people. */
  readonly question: string;
  readonly family: string;
  /** Names of the entities that most of its sentences speak of. */
  readonly about: readonly string[];
  /** The worst of its pairs. */
  readonly relation: Relation;
  /** Why, in sentences, the worst first, each once; bounded. */
  readonly reasons: readonly string[];
  /** What each source says, in the order of the sources. */
  readonly cells: readonly (readonly ComparisonCell[])[];
}

const MOST_REASONS = 8;
const MOST_NAMES = 2;
const LONGEST = 200;
const LONGEST_NAME = 80;

const SCOPE_WORDS: Readonly<Record<string, string>> = {
  planned: 'planned or expected',
  earlier: 'of an earlier time',
  each: 'for each',
  average: 'on average',
  part: 'a part',
  total: 'in all',
  withdrawn: 'withdrawn',
  peak: 'highest or lowest',
  now: 'at present',
  rest: 'measured otherwise',
};

/**
 * What the sources say, question by question: contradictions first, then updates, other scopes, what is compatible and
 * what is the same; within these the questions of most sources first.
 * @param files the sources, in the order of the columns.
 */
export function comparisonTable(
  comparison: Comparison,
  groups: readonly QuestionGroup[],
  files: readonly string[],
): ComparisonRow[] {
  const rows = groups.map((group) => rowOf(comparison, group, files));
  return rows.sort(
    (x, y) => rank(x.relation) - rank(y.relation) || sourcesOf(y) - sourcesOf(x) || values(y) - values(x),
  );
}

function rowOf(comparison: Comparison, group: QuestionGroup, files: readonly string[]): ComparisonRow {
  const { told } = comparison;
  const pairs = [...group.pairs].sort((p, q) => rank(p.relation) - rank(q.relation) || q.score - p.score);
  const columns = new Map(files.map((file): [string, ComparisonCell[]] => [file, []]));
  const worst = new Map<number, Relation>();
  for (const { a, b, relation } of pairs) for (const at of [a, b]) if (!worst.has(at)) worst.set(at, relation);
  for (const at of group.statements) {
    const { article, statement } = told[at] as Told;
    columns.get(article.file)?.push({
      statement: at,
      words: bounded(statement.words, LONGEST),
      asOf: statement.asOf,
      saidBy: statement.sources.map(({ name }) => bounded(name, LONGEST_NAME)),
      // when something began is no highest value, whatever else was at its height then
      scope: statement.scope.flatMap((mark) =>
        mark === 'peak' && statement.kind === 'date' ? [] : [SCOPE_WORDS[mark] ?? mark],
      ),
      relation: worst.get(at) ?? null,
      aside: group.aside.has(at),
    });
  }
  return {
    question: group.question,
    family: group.family,
    about: mostNamed(group.statements.map((at) => told[at] as Told)),
    relation: pairs[0]?.relation ?? 'same',
    reasons: [...new Set(pairs.map(({ reason }) => bounded(reason, 2 * LONGEST)))].slice(0, MOST_REASONS),
    ...agreementOf(comparison, group),
    cells: [...columns.values()],
  };
}

/** The entities that at least half of the statements name, the most named first. */
function mostNamed(told: readonly Told[]): string[] {
  const counts = new Map<string, number>();
  for (const { article, statement } of told) {
    const names = new Set(statement.entities.map((entity) => article.entities[entity] ?? ''));
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .filter(([name, count]) => name !== '' && count >= 2 && 2 * count >= told.length)
    .sort(([, m], [, n]) => n - m)
    .slice(0, MOST_NAMES)
    .map(([name]) => bounded(name, LONGEST_NAME));
}

const rank = (relation: Relation) => WORST_FIRST.indexOf(relation);
const sourcesOf = ({ cells }: ComparisonRow) => cells.filter(({ length }) => length > 0).length;
const values = ({ cells }: ComparisonRow) => cells.reduce((sum, { length }) => sum + length, 0);
