// npm run score: the extraction against annotated public sets and the annotated sample article. Prints a table.
// The sets and their scorer stand beside the project (../shared); without them there is nothing to score.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureInstalled, root, run } from './ensureInstalled.mjs';

const shared = path.resolve(root, '../shared');
if (!fs.existsSync(path.join(shared, 'score/score.mjs'))) {
  console.log('Nothing scored: the annotated sets (../shared) are not here.');
  process.exit(0);
}
ensureInstalled();
run('node', ['esbuild.mjs']);

const percent = (value) => (value === undefined ? '-' : (value * 100).toFixed(1));
const NAMES = {
  'names, exact span + type': (r) => percent(r.entities.nameTyped.f1),
  'names, exact span': (r) => percent(r.entities.nameUntyped.f1),
  'names, overlap': (r) => percent(r.entities.nameOverlap.f1),
};
const STATEMENTS = {
  'attributions, span': (r) => percent(r.quotes.span80.f1),
  'attributions, quote and speaker': (r) => percent(r.quotes.quoteAndSpeaker.f1),
  'speaker right': (r) => percent(r.quotes.speakerGivenHit.accuracy),
};
const QUANTITIES = { 'quantities, overlap': (r) => percent(r.entities.perType.QUANTITY?.overlap.f1) };
const SETS = [
  { set: 'news_statements', file: 'train-ok/news_statements', measures: { ...NAMES, ...STATEMENTS, ...QUANTITIES } },
  { set: 'wikigold', file: 'train-ok/wikigold', measures: NAMES },
  { set: 'gum_news', file: 'train-ok/gum_news', measures: NAMES },
  { set: 'meantime', file: 'train-ok/meantime', measures: { ...NAMES, ...QUANTITIES } },
  {
    set: 're3d',
    file: 'train-ok/re3d',
    flags: ['--names', '--alt'],
    measures: { 'names, overlap': NAMES['names, overlap'] },
  },
];

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dossier-score-'));
const row = (...cells) => console.log(cells[0].padEnd(18), cells[1].padEnd(44), cells[2]);

function node(args, options = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    ...options,
  });
  if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr}`);
  return stdout;
}

/** The names alone: back-references are no names, and the sets do not annotate them. */
function namesOnly(line) {
  const document = JSON.parse(line);
  return JSON.stringify({ ...document, entities: document.entities.filter(({ form = 'name' }) => form === 'name') });
}

try {
  row('set', 'measure (F1 or %, development part)', 'value');
  for (const { set, file, flags = [], measures } of SETS) {
    const gold = path.join(shared, 'data', file, 'dev.jsonl');
    const printed = node(['dist/cli.js', 'annotate', '--jsonl'], { cwd: root, input: fs.readFileSync(gold) });
    const predicted = path.join(folder, `${set}.jsonl`);
    fs.writeFileSync(predicted, printed.split('\n').filter(Boolean).map(namesOnly).join('\n'));
    const result = JSON.parse(node([path.join(shared, 'score/score.mjs'), gold, predicted, '--json', ...flags]));
    for (const [measure, value] of Object.entries(measures)) row(set, measure, value(result));
  }
  const article = path.join(root, 'seeds/000_ac14fab8c2e61573.txt');
  const predicted = path.join(folder, 'example.jsonl');
  fs.writeFileSync(
    predicted,
    node(['dist/cli.js', 'annotate', '--standoff', '--published', '2021-08-27', article], { cwd: root }),
  );
  const gold = path.join(shared, 'examples/000_ac14fab8c2e61573.gold.json');
  const { figures } = JSON.parse(node([path.join(shared, 'score/example.mjs'), gold, article, predicted, '--json']));
  for (const [measure, value] of Object.entries(figures)) {
    row('sample article', measure, value === null ? '-' : String(typeof value === 'number' ? value : value.f1));
  }
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
