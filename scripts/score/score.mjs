// npm run score: the extraction against annotated public sets and the annotated sample article, beside compromise and
// wink-nlp in the same run. Prints a table; ends with 1 when a value is below its floor (floors.json).
// The sets and their scorer stand beside the project (../shared); without them there is nothing to score.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureInstalled, root, run } from '../ensureInstalled.mjs';
import { SETS } from './sets.mjs';

const shared = path.resolve(root, '../shared');
if (!fs.existsSync(path.join(shared, 'score/score.mjs'))) {
  console.log('Nothing scored: the annotated sets (../shared) are not here.');
  process.exit(0);
}
ensureInstalled();
ensureInstalled(path.join(root, 'training'));
run('node', ['esbuild.mjs']);

const { createCompromise, createWink } = await import('./peers.mjs');
const peers = [createCompromise(), createWink()];
const floors = JSON.parse(fs.readFileSync(path.join(root, 'scripts/score/floors.json'), 'utf8'));
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dossier-score-'));
const below = [];

function node(args, options = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    ...options,
  });
  if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr}`);
  return stdout;
}

const shown = (value) => (typeof value === 'number' ? value.toFixed(1) : '-');

function row(set, measure, value, peerValues) {
  const floor = floors[set]?.[measure];
  const failed = floor !== undefined && !(value >= floor);
  if (failed) below.push(`${set}, ${measure}: ${shown(value)} is below ${floor}`);
  const cells = [value, floor, ...peerValues].map((cell) => shown(cell).padStart(10));
  console.log(set.padEnd(16), measure.padEnd(42), ...cells, failed ? '  BELOW' : '');
}

/** What the scorer says of predicted lines, as JSON. */
function scored(gold, name, lines, flags) {
  const predicted = path.join(folder, name);
  fs.writeFileSync(predicted, lines);
  return JSON.parse(node([path.join(shared, 'score/score.mjs'), gold, predicted, '--json', ...flags]));
}

/** The annotated sample article, and those of our own (training/articles), each with the day that it is read from. */
function annotatedArticles() {
  const name = '000_ac14fab8c2e61573';
  const sample = {
    article: path.join(root, `seeds/${name}.txt`),
    gold: path.join(shared, `examples/${name}.gold.json`),
    published: '2021-08-27',
  };
  const own = fs
    .readdirSync(path.join(root, 'training/articles'))
    .filter((file) => file.endsWith('.gold.json'))
    .map((file) => {
      const gold = path.join(root, 'training/articles', file);
      const { published } = JSON.parse(fs.readFileSync(gold, 'utf8')).doc;
      return { article: gold.replace(/gold\.json$/, 'txt'), gold, published };
    });
  return [
    ['sample article', [sample]],
    ['own articles', own],
  ];
}

/** What the scorer of rich annotations says of one article: measure to F1 or %, null where there is nothing to measure. */
function figuresOf({ article, gold, published }) {
  const predicted = path.join(folder, 'article');
  const given = published ? ['--published', published] : [];
  fs.writeFileSync(predicted, node(['dist/cli.js', 'annotate', '--standoff', ...given, article], { cwd: root }));
  const { figures } = JSON.parse(node([path.join(shared, 'score/example.mjs'), gold, article, predicted, '--json']));
  const value = (figure) => (typeof figure === 'object' && figure ? figure.f1 : figure);
  return Object.fromEntries(Object.entries(figures).map(([measure, figure]) => [measure, value(figure)]));
}

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

try {
  const head = ['Dossier', 'floor', 'compromise', 'wink-nlp'].map((cell) => cell.padStart(10));
  console.log('set'.padEnd(16), 'measure (F1 or %, development part)'.padEnd(42), ...head);
  for (const { set, file, flags = [], measures } of SETS) {
    const gold = path.join(shared, 'data', file, 'dev.jsonl');
    const input = fs.readFileSync(gold, 'utf8');
    const own = scored(gold, set, node(['dist/cli.js', 'annotate', '--jsonl'], { cwd: root, input }), flags);
    const documents = input
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
    const others = peers.map((peer, index) => {
      if (Object.values(measures).every(({ peers: which = [] }) => !which.includes(index))) return null;
      return scored(gold, `${set}-${index}`, documents.map((one) => JSON.stringify(peer(one))).join('\n'), flags);
    });
    for (const [measure, { value, peers: which = [] }] of Object.entries(measures)) {
      const beside = others.map((other, index) => (other && which.includes(index) ? value(other) : undefined));
      row(set, measure, value(own), beside);
    }
  }
  for (const [set, articles] of annotatedArticles()) {
    const each = articles.map(figuresOf);
    for (const measure of Object.keys(each[0])) {
      row(set, measure, mean(each.map((figures) => figures[measure]).filter((value) => value !== null)), []);
    }
  }
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
if (below.length > 0) {
  console.error(`\n${below.join('\n')}`);
  process.exitCode = 1;
}
