// npm run bench: sizes of the package, speed of the extraction, times inside a real VS Code, as tables.
//   node scripts/bench.mjs [--no-host | --only-screen]
//   node scripts/bench.mjs --hostile FOLDER     every file of a folder through the extraction: time, memory, counts, notices
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';
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
  const { load, first, full, rate, growth, incremental, share, passes } = JSON.parse(stdout);
  const longest = seeds.toSorted((a, b) => sizeOf(b) - sizeOf(a))[0];
  const [{ megabytes, failed }] = eachText([path.join(root, 'seeds', longest)], '5000000');
  if (failed) throw new Error(`the measure of memory failed: ${failed}`);
  return [
    ['load of the models', ms(load)],
    ['first article', ms(first)],
    ['1 MB of paragraphs, none alike', ms(full)],
    ['speed', `${rate.toFixed(2)} MB/s`],
    ['time of 1 MB over time of 0.5 MB', growth.toFixed(2)],
    ['1 MB again after a word was typed', ms(incremental)],
    ['share of the whole', `${Math.round(share * 100)} %`],
    ['peak of memory for 5 MB, grown by', `${Math.round(megabytes)} MB`],
    ...passes.map(([pass, part]) => [`share of ${pass}`, `${Math.round(part * 100)} %`]),
  ];
}

const sizeOf = (seed) => fs.statSync(path.join(root, 'seeds', seed)).size;

/** What the extraction makes of each file in a process of its own, with the memory limit of the worker. */
function eachText(files, ...options) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dossier-bench-'));
  const outfile = path.join(folder, 'oneText.cjs');
  try {
    buildSync({
      entryPoints: [path.join(root, 'test/bench/oneText.ts')],
      bundle: true,
      platform: 'node',
      format: 'cjs',
      outfile,
      logLevel: 'error',
    });
    return files.map((file) => {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        ['--max-old-space-size=1024', outfile, path.join(root, 'dist/models'), file, ...options],
        { encoding: 'utf8', timeout: 300_000 },
      );
      return {
        file,
        ...(status === 0 ? JSON.parse(stdout) : { failed: stderr.trim().split('\n').at(-1) || 'stopped' }),
      };
    });
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

function hostile(folder) {
  const files = fs.readdirSync(folder).filter((file) => file !== 'INDEX.json');
  const rows = eachText(files.map((file) => path.join(folder, file)));
  const widest = Math.max(...files.map((file) => file.length));
  const cell = (value) => String(value).padStart(7);
  const heads = ['chars', 'ms', 'MB', 'names', 'quotes', 'claims', 'figures', 'times'];
  console.log(`${'file'.padEnd(widest)} ${heads.map(cell).join(' ')}  notices`);
  for (const { file, length, milliseconds, megabytes, counts, notices, failed } of rows.sort(bySlowness)) {
    const cells = failed ? [] : [length, Math.round(milliseconds), Math.round(megabytes), ...counts];
    console.log(`${path.basename(file).padEnd(widest)} ${cells.map(cell).join(' ')}  ${failed ?? notices.join(' ')}`);
  }
  if (rows.some(({ failed }) => failed)) process.exitCode = 1;
}

const bySlowness = (a, b) =>
  (b.milliseconds ?? Number.POSITIVE_INFINITY) - (a.milliseconds ?? Number.POSITIVE_INFINITY);

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
        ...large(found.quarter, found.large),
      ];
    },
  });
  return rows;
}

/** From the key of a decision in a large article to the screen that shows it: the marks painted anew, and the count of the review. */
async function screen() {
  run('npm', ['run', '--silent', 'package']);
  const { openVSCode } = await import('./vscode/session.mjs');
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dossier-screen-'));
  const outfile = path.join(folder, 'longArticle.mjs');
  let code;
  try {
    buildSync({
      entryPoints: [path.join(root, 'test/bench/longArticle.ts')],
      format: 'esm',
      outfile,
      logLevel: 'error',
    });
    const { longArticle } = await import(pathToFileURL(outfile).href);
    const seeds = fs.readdirSync(path.join(root, 'seeds')).filter((file) => file.endsWith('.txt'));
    const texts = seeds.map((file) => fs.readFileSync(path.join(root, 'seeds', file), 'utf8'));
    fs.writeFileSync(path.join(folder, 'large.txt'), longArticle(texts, 1_000_000));
    code = await openVSCode({ folder });
    const { workbench } = code;
    const { page } = workbench;
    await workbench.openFile('large.txt');
    await workbench.showDossier();
    await workbench.rows('Claims').nth(3).waitFor({ timeout: 120_000 });
    // Behind the first mentions, where one decision is one record.
    await workbench.goToLine(1500);
    await workbench.run('Start Review');
    const status = page.locator('.statusbar-item', { hasText: 'Review:' });
    await status.waitFor();
    const times = { a: [], r: [] };
    for (let i = 0; i < 2 * SEEN; i++) {
      const key = i % 2 === 0 ? 'a' : 'r';
      const before = await status.textContent();
      await page.evaluate(watchScreen);
      await page.keyboard.press(key);
      times[key].push(await (await page.waitForFunction(() => globalThis.dossierSeen)).jsonValue());
      await page.waitForFunction((old) => !document.body.textContent.includes(old), before);
    }
    return [
      ['accept', times.a],
      ['reject', times.r],
    ].flatMap(([act, all]) => {
      all.sort((a, b) => a - b);
      return [
        [`${act} to the screen that shows it, 1 MB (median of ${SEEN})`, ms(all[SEEN >> 1])],
        ['the slowest', ms(all[SEEN - 1])],
      ];
    });
  } finally {
    await code?.close();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

const SEEN = 30;

/** In the page: the time from the next key to the first new marks and the new count, whichever comes last. */
function watchScreen() {
  globalThis.dossierSeen = undefined;
  const count = [...document.querySelectorAll('.statusbar-item')].find((item) => item.textContent.includes('Review:'));
  const marks = document.querySelector('.editor-group-container .view-overlays');
  let start = 0;
  const missing = new Set([count, marks]);
  const watch = (element) => {
    const observer = new MutationObserver(() => {
      observer.disconnect();
      missing.delete(element);
      if (missing.size === 0) globalThis.dossierSeen = performance.now() - start;
    });
    observer.observe(element, { subtree: true, childList: true, characterData: true, attributes: true });
  };
  const begin = () => {
    start = performance.now();
    watch(count);
    watch(marks);
  };
  window.addEventListener('keydown', begin, { capture: true, once: true });
}

/** A decision may not cost more than in proportion to the article. */
function large(quarter, whole) {
  const growth = whole.decision / quarter.decision;
  if (growth > whole.records / quarter.records) process.exitCode = 1;
  const rows = [quarter, whole].flatMap(
    ({ records, decision, keystroke, save, firstSave, again, againAfterAll, undo }) => [
      [`${records} records: decision to marks set and rows fired (median of 200)`, ms(decision)],
      [`${records} records: keystroke, followed at once (median)`, ms(keystroke)],
      [`${records} records: first save, longest block of the thread`, ms(firstSave)],
      [`${records} records: save after one decision, longest block of the thread`, ms(save)],
      [`${records} records: opened again`, ms(again)],
      [`${records} records: opened again after one decision on all`, ms(againAfterAll)],
      [`${records} records: that decision undone`, ms(undo)],
    ],
  );
  return [...rows, ['time of a decision in the larger over that in the smaller', growth.toFixed(2)]];
}

const at = process.argv.indexOf('--hostile');
if (at >= 0) {
  hostile(path.resolve(process.argv[at + 1] ?? '.'));
  process.exit();
}
if (process.argv.includes('--only-screen')) {
  table('On the screen', await screen());
  process.exit();
}
table('Bundles, minified', sizes());
table('Extraction in Node', extraction());
if (!process.argv.includes('--no-host')) {
  table('Inside VS Code', await host());
  table('On the screen', await screen());
}
