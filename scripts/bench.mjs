// npm run bench: sizes of the package, speed of the extraction, times inside a real VS Code, as tables.
//   node scripts/bench.mjs [--no-host]
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { ensureInstalled, root, run } from './ensureInstalled.mjs';

ensureInstalled();
run('node', ['esbuild.mjs', '--production', '--tests']);

const ms = (value) => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;

function table(title, rows) {
  const widest = Math.max(...rows.map(([label]) => label.length));
  console.log(`\n${title}`);
  for (const [label, value] of rows) console.log(`  ${label.padEnd(widest)}  ${value.padStart(10)}`);
}

function sizes() {
  const models = fs.readdirSync(path.join(root, 'dist/models')).map((file) => `dist/models/${file}`);
  const files = [
    'dist/extension.js',
    'dist/worker.js',
    'dist/cli.js',
    'dist/web/extension.js',
    'dist/web/worker.js',
    ...models,
  ];
  return files.map((file) => [file, `${Math.round(fs.statSync(path.join(root, file)).size / 1000)} kB`]);
}

function extraction() {
  const seeds = fs.readdirSync(path.join(root, 'seeds')).filter((file) => file.endsWith('.txt'));
  const { status, stdout } = spawnSync(
    process.execPath,
    ['scripts/runTs.mjs', 'test/bench/extraction.ts', 'dist/models', ...seeds.map((file) => `seeds/${file}`)],
    { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  );
  if (status !== 0) throw new Error('the measure of the extraction failed');
  const { load, first, full, rate, growth, incremental, share } = JSON.parse(stdout);
  return [
    ['load of the models', ms(load)],
    ['first article', ms(first)],
    ['1 MB of paragraphs, none alike', ms(full)],
    ['speed', `${rate.toFixed(2)} MB/s`],
    ['time of 1 MB over time of 0.5 MB', growth.toFixed(2)],
    ['1 MB again after a word was typed', ms(incremental)],
    ['share of the whole', `${Math.round(share * 100)} %`],
  ];
}

async function host() {
  const { runInHost } = await import('./vscode/runInHost.mjs');
  let rows = [];
  await runInHost({
    entry: 'out/bench/index.js',
    title: '\nMeasuring',
    finish: (workspace) => {
      const found = JSON.parse(fs.readFileSync(path.join(workspace, 'bench.json'), 'utf8'));
      rows = [
        ['activation, synchronous part', ms(found.activation)],
        ['article shown to annotations, cold (with activation)', ms(found.cold)],
        ['of which VS Code takes to show the editor', ms(found.shown)],
        ['article shown to annotations, warm (median)', ms(found.warm)],
        ['100 kB article shown to annotations, warm', ms(found.long)],
        ['decision to tree (median)', ms(found.decision)],
        ['decision to tree in the 100 kB article (median)', ms(found.longDecision)],
      ];
    },
  });
  return rows;
}

table('Bundles, minified', sizes());
table('Extraction in Node', extraction());
if (!process.argv.includes('--no-host')) table('Inside VS Code', await host());
