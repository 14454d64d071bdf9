import type { Table } from 'mdast';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { Comparison } from '../core/corpus/compare/compareArticles.ts';
import type { Told } from '../core/corpus/compare/compared.ts';
import type { Relation, StatementPair } from '../core/corpus/compare/relation.ts';
import { type QuestionGroup, questionGroups } from '../core/present/questionGroups.ts';
import { LineIndex } from '../core/text/lines.ts';
import { normaliseText, rawOffsets } from '../core/text/normalise.ts';
import type { CliContext } from './context.ts';
import { sentenceOf } from './context.ts';
import type { Command } from './options.ts';
import { readText } from './readText.ts';

type CompareCommand = Extract<Command, { name: 'compare' }>;

interface ReadArticle {
  readonly file: string;
  readonly raw: string;
  readonly published?: string;
}

/** Prints what articles say on the same questions. Writes nothing. @returns the exit code. */
export async function compare(
  command: CompareCommand,
  { files, service, print, complain }: CliContext,
): Promise<number> {
  const articles: ReadArticle[] = [];
  for (const file of new Set(command.files)) {
    try {
      const published = command.published.get(file);
      articles.push({ file, raw: await readText(files, file), ...(published === undefined ? {} : { published }) });
    } catch (error) {
      complain(`${file}: ${sentenceOf(error)}`);
    }
  }
  if (articles.length > 1) {
    const comparison = service().compare(articles);
    if (command.format === 'json') await print(`${JSON.stringify(asData(comparison, articles), null, 1)}\n`);
    else if (command.format === 'markdown') await print(asMarkdown(comparison, articles));
    else await print(asText(comparison, articles));
  }
  return articles.length === new Set(command.files).size ? 0 : 1;
}

/** The kinds of statements, the surest last. */
const KINDS = ['fact', 'date', 'figure'];

function asData({ told, pairs, origins, clusters }: Comparison, articles: readonly ReadArticle[]): object {
  const offsets = new Map(articles.map(({ file, raw }) => [file, rawOffsets(raw)]));
  const id = (index: number) => `s${index + 1}`;
  // the surest pairs come last: contradictions are told by rules, and only where these are sure
  const against = ({ relation }: StatementPair) => (relation === 'contradiction' ? 1 : 0);
  const kind = (index: number) => KINDS.indexOf((told[index] as Told).statement.kind);
  return {
    statements: told.map(({ article, statement }, index) => {
      const offset = offsets.get(article.file) as (offset: number) => number;
      const { kind, words, question, op, measure, edtf, clock, asOf, scope, sources } = statement;
      return {
        id: id(index),
        file: article.file,
        start: offset(statement.start),
        end: offset(statement.end),
        ...{ kind, words, question, op, measure, edtf, clock, asOf, scope },
        saidBy: sources.map(({ name }) => name),
      };
    }),
    pairs: [...pairs]
      .sort((p, q) => against(p) - against(q) || kind(p.a) - kind(q.a) || p.score - q.score)
      .map(({ a, b, relation, reason, score }) => ({
        a: id(a),
        b: id(b),
        relation,
        reason,
        score: Math.round(score * 100) / 100,
      })),
    questions: clusters.map(({ question, statements }) => ({ question, statements: statements.map(id) })),
    sameOrigin: origins.map(({ statements, origin }) => ({ statements: statements.map(id), origin })),
  };
}

interface Row {
  readonly question: string;
  readonly cells: readonly string[];
}

/** Place, value, who says it, and the date of the article, of each statement on a question. */
function rowsOf({ told }: Comparison, groups: readonly QuestionGroup[], articles: readonly ReadArticle[]): Row[] {
  const lines = linesOf(articles);
  return groups.flatMap(({ question, statements }) =>
    statements.map((index) => {
      const { article, statement } = told[index] as Told;
      const place = `${article.file}:${lines(article.file, statement.start)}`;
      const source = statement.sources.map(({ name }) => name).join(' < ');
      return { question, cells: [statement.words, article.published ?? '', source, place].map(oneLine) };
    }),
  );
}

/** Shown wherever they stand, the most telling last. */
const SHOWN: readonly Relation[] = ['updated', 'contradiction'];

interface Conflict {
  readonly relation: string;
  readonly sides: readonly [string, string];
  readonly reason: string;
}

/** Contradictions, updates, and why a statement that stands beside a question is of another scope. */
function conflictsOf(
  { told, pairs }: Comparison,
  groups: readonly QuestionGroup[],
  articles: readonly ReadArticle[],
): Conflict[] {
  const aside = new Set(
    groups.flatMap((group) => group.pairs.filter(({ a, b }) => group.aside.has(a) || group.aside.has(b))),
  );
  const lines = linesOf(articles);
  const side = (index: number) => {
    const { article, statement } = told[index] as Told;
    return oneLine(`${article.file}:${lines(article.file, statement.start)} "${statement.words}"`);
  };
  return pairs
    .filter((pair) => SHOWN.includes(pair.relation) || (pair.relation === 'different scope' && aside.has(pair)))
    .sort((p, q) => SHOWN.indexOf(q.relation) - SHOWN.indexOf(p.relation) || q.score - p.score)
    .map(({ a, b, relation, reason }) => ({ relation, sides: [side(a), side(b)], reason: oneLine(reason) }));
}

function asText(comparison: Comparison, articles: readonly ReadArticle[]): string {
  const out: string[] = [];
  const groups = questionGroups(comparison);
  let question = '';
  for (const row of rowsOf(comparison, groups, articles)) {
    if (row.question !== question) out.push('', row.question);
    question = row.question;
    const [value, published, source, place] = row.cells;
    out.push(`  ${value}  [${[place, published, source].filter(Boolean).join(', ')}]`);
  }
  const conflicts = conflictsOf(comparison, groups, articles);
  out.push('', conflicts.length === 0 ? 'No conflicts found.' : 'Conflicts, updates and other scopes');
  for (const { relation, sides, reason } of conflicts)
    out.push(`  ${relation}: ${sides[0]} / ${sides[1]}`, `    ${reason}`);
  return `${out.join('\n').trimStart()}\n`;
}

function asMarkdown(comparison: Comparison, articles: readonly ReadArticle[]): string {
  const groups = questionGroups(comparison);
  const conflicts = conflictsOf(comparison, groups, articles);
  const tree = {
    type: 'root' as const,
    children: [
      heading('Questions'),
      table(
        ['Question', 'Value', 'Published', 'Said by', 'Place'],
        rowsOf(comparison, groups, articles).map(({ question, cells }) => [question, ...cells]),
      ),
      heading('Conflicts, updates and other scopes'),
      table(
        ['Relation', 'One', 'Other', 'Why'],
        conflicts.map(({ relation, sides, reason }) => [relation, ...sides, reason]),
      ),
    ],
  };
  return toMarkdown(tree, { extensions: [gfmTableToMarkdown({ tablePipeAlign: false })] });
}

function heading(value: string) {
  return { type: 'heading' as const, depth: 2 as const, children: [{ type: 'text' as const, value }] };
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): Table {
  return {
    type: 'table',
    children: [head, ...rows].map((cells) => ({
      type: 'tableRow',
      children: cells.map((value) => ({ type: 'tableCell', children: [{ type: 'text', value }] })),
    })),
  };
}

/** The line (from 1) of an offset in the LF-normalised text of an article. */
function linesOf(articles: readonly ReadArticle[]): (file: string, offset: number) => number {
  const indexes = new Map(articles.map(({ file, raw }) => [file, new LineIndex(normaliseText(raw))]));
  return (file, offset) => (indexes.get(file) as LineIndex).positionAt(offset).line + 1;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
