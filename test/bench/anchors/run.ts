// The experiment on anchors: marks of the extraction in articles that are then edited; what becomes of each mark.
// anchors/run.ts [--show WORDS] [--seed N]: only the rows with these words, with every wrong mark; edits of another drawing
import { describe } from '../../../src/core/anchor/describe.ts';
import { resolveAll } from '../../../src/core/anchor/resolve.ts';
import { TextBlocks } from '../../../src/core/anchor/textBlocks.ts';
import { TextMap } from '../../../src/core/anchor/textMap.ts';
import { createExtractor } from '../../../src/core/extract/pipeline.ts';
import type { Span } from '../../../src/core/text/span.ts';
import { readModels } from '../../../src/node/readModels.ts';
import { randomFrom } from '../random.ts';
import { corpusArticles, hasCorpus } from './articles.ts';
import { bestKnown } from './bestKnown.ts';
import { EditedText } from './editedText.ts';
import { EDITINGS, type Editing } from './editings.ts';
import { count, isWrong, newTally, type Tally } from './tally.ts';

const LEAST_MARKS = 3000;
const LEAST_ARTICLES = 10;
/** One mark of so many is edited at a time. */
const EVERY = 8;
/** How often each article is edited for a row. */
const ROUNDS = 2;
const option = (name: string) =>
  process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined;
const show = option('--show');
const seed = Number(option('--seed') ?? 0);

interface Marked {
  readonly name: string;
  readonly text: string;
  readonly marks: readonly Span[];
}

interface Row {
  readonly name: string;
  readonly mapped: Tally;
  readonly searched: Tally;
  readonly known: Tally;
}

function markArticles(): Marked[] {
  const extractor = createExtractor({ models: readModels('src/core/lexicon/models') });
  const marked: Marked[] = [];
  let count = 0;
  for (const { name, text } of corpusArticles()) {
    if (marked.length >= LEAST_ARTICLES && count >= LEAST_MARKS) break;
    const marks = new Map<string, Span>();
    for (const { start, end } of extractor.extract({ text }).mentions) marks.set(`${start} ${end}`, { start, end });
    if (marks.size < 40) continue;
    marked.push({ name, text, marks: [...marks.values()].sort((a, b) => a.start - b.start) });
    count += marks.size;
  }
  return marked;
}

function editArticle(row: Row, article: Marked, foreign: string, editing: Editing, round: number, seed: number): void {
  const { name, text, marks } = article;
  const edited = new EditedText(text);
  const blocks = new TextBlocks(text);
  const site = { text: edited, index: blocks.index, marks, foreign, random: randomFrom(seed) };
  marks.forEach((mark, i) => {
    if (i % EVERY === round) editing(site, mark);
  });
  const { text: now, fateOf } = edited.finish();
  const selectors = marks.map((mark) => describe(blocks, [mark]));
  const newBlocks = new TextBlocks(now);
  const mapped = resolveAll(selectors, newBlocks, { sameText: false, map: new TextMap(text, now) });
  const searched = resolveAll(selectors, newBlocks, { sameText: false });
  marks.forEach((mark, i) => {
    const truth = fateOf(mark);
    for (const [way, resolution] of [
      ['mapped', mapped[i]],
      ['searched', searched[i]],
    ] as const) {
      const wrong = resolution && resolution.anchor !== 'orphan' && isWrong(truth, resolution, now);
      // Other marks are counted where a paragraph was edited or moved; a wrong one always.
      if (!resolution || (!wrong && !edited.touched(blocks.index.lineAt(mark.start)))) continue;
      count(row[way], truth, resolution, now);
      if (wrong && show !== undefined) {
        const [span] = resolution.spans;
        const around = span && now.slice(Math.max(0, span.start - 50), span.end + 50);
        console.log(
          `${way} ${name}: ${JSON.stringify(selectors[i]?.quote)}\n  ${truth.fate}, now ${resolution.anchor} in ${JSON.stringify(around)}`,
        );
      }
    }
    if (!edited.touched(blocks.index.lineAt(mark.start))) return;
    const quote = selectors[i]?.quote;
    const span = quote && bestKnown(now, quote, mark.start);
    const anchor = truth.fate === 'changed' ? 'changed' : 'anchored';
    count(row.known, truth, span ? { anchor, spans: [span] } : { anchor: 'orphan', candidates: [] }, now);
  });
}

/** The first article of another publisher: those of one share whole sentences. */
function foreignTo({ name }: Marked, others: readonly Marked[]): string {
  const publisher = (one: string) => one.split('-', 1)[0];
  return others.find((other) => publisher(other.name) !== publisher(name))?.text ?? '';
}

const percent = (part: number, whole: number): string => (whole === 0 ? '-' : ((100 * part) / whole).toFixed(1));

function print(rows: readonly Row[]): void {
  const head = [
    '',
    'marks',
    'stand',
    'kept',
    'chgd',
    'orph',
    'WRONG',
    '%',
    'kept',
    'chgd',
    'orph',
    'WRONG',
    '%',
    '1st %',
    'kept',
    'WRONG',
  ];
  const widths = head.map((_, i) => (i === 0 ? 36 : 7));
  const line = (cells: readonly (string | number)[]) =>
    console.log(
      cells.map((cell, i) => (i === 0 ? String(cell).padEnd(36) : String(cell).padStart(widths[i] ?? 7))).join(''),
    );
  console.log(`${' '.repeat(50)}${'with the old text'.padEnd(35)}${'without it'.padEnd(42)}best known`);
  line(head);
  for (const { name, mapped, searched, known } of rows) {
    const cells = (t: Tally) => [t.kept, t.changed, t.orphans, t.wrong, percent(t.kept, t.standing)];
    const first = percent(searched.firstRight, searched.lost);
    line([name, mapped.marks, mapped.standing, ...cells(mapped), ...cells(searched), first, known.kept, known.wrong]);
  }
}

function sum(rows: readonly Row[]): Row {
  const total: Row = { name: 'total', mapped: newTally(), searched: newTally(), known: newTally() };
  for (const row of rows) {
    for (const way of ['mapped', 'searched', 'known'] as const) {
      for (const key of Object.keys(total[way]) as (keyof Tally)[]) total[way][key] += row[way][key];
    }
  }
  return total;
}

/** What was to be reached and was not, in words. */
function missed(rows: readonly Row[]): string[] {
  const { mapped, searched } = sum(rows);
  const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole);
  return [
    ...rows.flatMap((row) => (row.mapped.wrong + row.searched.wrong > 0 ? [`wrong marks: ${row.name}`] : [])),
    ...(share(mapped.kept, mapped.standing) < 0.98 ? ['with the old text less than 98 % kept'] : []),
    ...(share(searched.kept, searched.standing) < 0.85 ? ['without it less than 85 % kept'] : []),
    ...(share(searched.firstRight, searched.lost) < 0.95
      ? ['the first candidate is right for less than 95 % of the orphans whose words stand']
      : []),
  ];
}

if (!hasCorpus()) {
  console.log('bench:anchors: skipped, the corpus (../shared/corpus) is not here.');
} else {
  const articles = markArticles();
  const marks = articles.reduce((all, article) => all + article.marks.length, 0);
  console.log(
    `${articles.length} articles, ${marks} marks; in each row each article is edited ${ROUNDS} times, every ${EVERY}th mark at once.\n`,
  );
  const rows = Object.entries(EDITINGS).flatMap(([name, editing], n) => {
    if (!name.includes(show ?? '')) return [];
    const row: Row = { name, mapped: newTally(), searched: newTally(), known: newTally() };
    articles.forEach((article, a) => {
      for (let round = 0; round < ROUNDS; round++) {
        const foreign = foreignTo(article, [...articles.slice(a + 1), ...articles.slice(0, a)]);
        editArticle(
          row,
          article,
          foreign,
          editing,
          (a + ROUNDS * n + round) % EVERY,
          100_000 * seed + 1000 * n + 10 * a + round,
        );
      }
    });
    return [row];
  });
  print([...rows, sum(rows)]);
  console.log('\nWRONG: on words that are not the marked ones; another occurrence of the same word counts as wrong.');
  console.log('%: kept of the marks whose words stand. 1st %: right first candidate of the orphans whose words stand.');
  const reasons = missed(rows);
  for (const reason of reasons) console.error(`missed: ${reason}`);
  if (reasons.length > 0) process.exitCode = 1;
}
