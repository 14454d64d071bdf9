// Speed of the corpus: corpus.ts <worker script> [folder of articles] [--first N]; without a folder the shared corpus.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import v8 from 'node:v8';
import { normaliseText } from '../../src/core/text/normalise.ts';
import { writeFileAtomic } from '../../src/node/atomicFile.ts';
import { CorpusEngine } from '../../src/worker/corpusEngine.ts';
import { nodeTransport } from '../../src/worker/nodeTransport.ts';

// A size that the process is given goes before the limits of its workers.
v8.setFlagsFromString('--max-old-space-size=0');

const SHARED = path.resolve('../shared/corpus/corpus.tar.xz');
const LOOKUPS = 2000;
/** Comparisons that are asked for. */
const ASKED = 100;
const [script = '', ...rest] = process.argv.slice(2);
const first = rest.includes('--first') ? Number(rest[rest.indexOf('--first') + 1]) : Number.POSITIVE_INFINITY;
const [given] = rest.filter((word, at) => !word.startsWith('--') && rest[at - 1] !== '--first');
const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'dossier-corpus-'));

/** The articles and their cache on the disk of this machine, as the extension has them through the editor. */
function openEngine(files: readonly string[]): CorpusEngine {
  const cache = (name: string) => path.join(temporary, 'cache', name);
  return new CorpusEngine({
    start: nodeTransport(path.resolve(script)),
    after: (milliseconds, run) => {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
    list: async () => Promise.all(files.map(async (uri) => ({ uri, stamp: await stampOf(uri) }))),
    read: async (uri) => ({
      text: normaliseText(await fs.promises.readFile(uri, 'utf8')),
      sidecar: null,
      known: [],
    }),
    readCache: async (name) => (fs.existsSync(cache(name)) ? fs.promises.readFile(cache(name), 'utf8') : null),
    writeCache: async (name, text) => {
      await fs.promises.mkdir(path.join(temporary, 'cache'), { recursive: true });
      if (text === '') await fs.promises.rm(cache(name), { force: true });
      else await writeFileAtomic(cache(name), new TextEncoder().encode(text));
    },
    log: console.warn,
    version: 'bench',
  });
}

async function stampOf(file: string): Promise<string> {
  const { mtimeMs, size } = await fs.promises.stat(file);
  return `${mtimeMs} ${size}`;
}

async function main(): Promise<void> {
  const files = copyArticles();
  const bytes = files.reduce((sum, file) => sum + fs.statSync(file).size, 0);
  const rows: [string, string, boolean?][] = [
    [
      'articles',
      `${files.length}, ${(bytes / 1e6).toFixed(1)} MB, ${(bytes / files.length / 1000).toFixed(1)} kB each`,
    ],
    ['this machine', `${os.availableParallelism()} cores, load ${load()} at the start`],
  ];
  let engine = openEngine(files);
  const analysed = await seconds(() => engine.refresh());
  rows.push(['first analysis with two workers', `${analysed.toFixed(1)} s`]);
  rows.push(['articles a second (wanted: 60)', (files.length / analysed).toFixed(1), files.length / analysed >= 60]);
  rows.push(['megabytes a second', (bytes / 1e6 / analysed).toFixed(2)]);
  const firstMemory = megabytes();
  rows.push(['memory of the process after it, workers included', `${firstMemory} MB`]);
  await end(engine);
  const cached = fs
    .readdirSync(path.join(temporary, 'cache'))
    .map((name) => fs.statSync(path.join(temporary, 'cache', name)).size);
  const cacheSize = cached.reduce((sum, size) => sum + size, 0);
  rows.push([
    'cache',
    `${cached.length} files, ${(cacheSize / 1e6).toFixed(1)} MB, ${(cacheSize / files.length / 1000).toFixed(1)} kB an article`,
  ]);

  engine = openEngine(files);
  const reopened = await seconds(() => engine.refresh());
  rows.push(['reopened (wanted: 3 s)', `${reopened.toFixed(2)} s`, reopened < 3]);
  const articles = await engine.ask('articles');
  rows.push(['articles known then', String(articles.length), articles.length === files.length]);
  fs.appendFileSync(files[0] as string, '\nThe mayor of Lisbon said on Monday that 12 people were hurt.\n');
  let changed = 0;
  engine.onDidChange(({ total }) => {
    changed = Math.max(changed, total);
  });
  const again = await seconds(() => engine.refresh());
  rows.push([`looked through again, ${changed} changed`, `${again.toFixed(2)} s`, changed === 1]);
  const entities = await engine.ask('entities');
  rows.push(['entities', `${entities.length}, the most common in ${entities[0]?.articles} articles`]);
  const compared = await seconds(() => engine.ask('comparedEntities'));
  rows.push(['which of them are perhaps one', `${compared.toFixed(2)} s`]);
  const times: number[] = [];
  for (let i = 0; i < LOOKUPS; i++) {
    const { name = '' } = entities[i < LOOKUPS / 2 ? i : (i * 7919) % entities.length] ?? {};
    times.push(1000 * (await seconds(() => engine.ask('named', name))));
  }
  times.sort((a, b) => a - b);
  const slow = times[Math.floor(LOOKUPS * 0.99)] as number;
  rows.push([`a name looked up, of ${LOOKUPS}: median`, `${(times[LOOKUPS >> 1] as number).toFixed(2)} ms`]);
  rows.push(['99th percentile (wanted: 10 ms)', `${slow.toFixed(2)} ms`, slow < 10]);
  const told = await timesOf(entities.slice(0, ASKED), ({ name }) => engine.ask('about', name));
  rows.push([`one entity's claims over all articles, of the ${ASKED} in most: median`, `${told.median.toFixed(0)} ms`]);
  rows.push(['slowest (wanted: 300 ms)', `${told.slowest.toFixed(0)} ms`, told.slowest < 300]);
  const step = Math.max(1, Math.floor(articles.length / ASKED));
  const some = articles.filter((_, at) => at % step === 0);
  let contradictions = 0;
  const beside = await timesOf(some, async ({ uri }) => {
    const pairs = (await engine.ask('across', uri, ''))?.across?.pairs ?? [];
    contradictions += pairs.filter(({ relation }) => relation === 'contradiction').length;
  });
  rows.push([
    `an article beside others on its event, of ${some.length}: median, slowest`,
    `${beside.median.toFixed(0)} ms, ${beside.slowest.toFixed(0)} ms`,
  ]);
  // articles on some hundred subjects by three publishers: nearly every contradiction between them is none
  rows.push(['contradictions found for each of them', (contradictions / some.length).toFixed(2)]);
  await end(engine);
  const peak = Math.round(process.resourceUsage().maxRSS / 1000);
  rows.push(['peak of memory over all of it (wanted: 500 MB)', `${peak} MB`, peak < 500]);
  rows.push(['load at the end', load()]);
  const widest = Math.max(...rows.map(([label]) => label.length));
  for (const [label, value, good = true] of rows) {
    console.log(`  ${label.padEnd(widest)}  ${value}${good ? '' : '   <-- not reached'}`);
    if (!good) process.exitCode = 1;
  }
}

/** A copy: one of them is changed. */
function copyArticles(): string[] {
  const to = path.join(temporary, 'articles');
  fs.mkdirSync(to);
  if (given) fs.cpSync(given, to, { recursive: true });
  else spawnSync('tar', ['xf', SHARED, '-C', to], { stdio: 'inherit' });
  const found = fs.readdirSync(to, { recursive: true, encoding: 'utf8' }).sort();
  const articles = found.filter((file) => /\.(txt|md|markdown)$/.test(file)).map((file) => path.join(to, file));
  const step = Math.max(1, articles.length / first);
  return articles.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step));
}

async function end(engine: CorpusEngine): Promise<void> {
  await engine.whenAtRest();
  engine.dispose();
}

async function seconds(run: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await run();
  return (performance.now() - started) / 1000;
}

/** In milliseconds. */
async function timesOf<T>(all: readonly T[], run: (one: T) => Promise<unknown>) {
  const times: number[] = [];
  for (const one of all) times.push(1000 * (await seconds(() => run(one))));
  times.sort((a, b) => a - b);
  return { median: times[times.length >> 1] ?? 0, slowest: times.at(-1) ?? 0 };
}

const load = () => (os.loadavg()[0] ?? 0).toFixed(1);

const megabytes = () => Math.round(process.memoryUsage.rss() / 1e6);

if (!given && !fs.existsSync(SHARED))
  console.log('No folder given, and the shared corpus is not here: nothing is measured.');
else await main().finally(() => fs.rmSync(temporary, { recursive: true, force: true }));
