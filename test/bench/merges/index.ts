// npm run bench:merge: random three-way merges of realistic edits, git's own merge of the same files beside, and the
// driver in a real repository. Exits 1 on any breach of what a merge guarantees.
//   runTs.mjs test/bench/merges/index.ts [merges] [seed]     on the articles of seeds/, with the models of dist/
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createExtractor } from '../../../src/core/extract/pipeline.ts';
import { normaliseText } from '../../../src/core/text/normalise.ts';
import { readModels } from '../../../src/node/readModels.ts';
import { randomFrom } from '../random.ts';
import { type CheckedMerge, checkMerge } from './checkMerge.ts';
import { mergeInRepository } from './driver.ts';
import { gitMerge } from './gitMerge.ts';
import { type Source, twoPeople } from './twoPeople.ts';

const [count = '1000', seed = '1'] = process.argv.slice(2);
const REPOSITORIES = 12;
const extractor = createExtractor({ models: readModels('dist/models') });
const articles = fs.readdirSync('seeds').filter((file) => file.endsWith('.txt'));
const sources = articles.map((file): Source => {
  const text = normaliseText(fs.readFileSync(path.join('seeds', file), 'utf8'));
  return { path: file, text, extraction: extractor.extract({ text }) };
});
const next = randomFrom(Number(seed));
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dossier-merges-'));
const git = { conflict: 0, unusable: 0, cleanButWrong: 0 };
const done: CheckedMerge[] = [];
const inRepository: string[] = [];
let merging = 0;
try {
  for (let round = 0; round < Number(count); round++) {
    const versions = twoPeople(sources[round % sources.length] as Source, next);
    const started = performance.now();
    const result = checkMerge(versions);
    merging += performance.now() - started;
    done.push(result);
    const { conflict, usable } = gitMerge(versions, folder);
    if (conflict) git.conflict++;
    if (!usable) git.unusable++;
    if (!conflict && !usable) git.cleanButWrong++;
    if (round < REPOSITORIES)
      inRepository.push(...mergeInRepository(versions, path.join(folder, 'repository'), result.conflicts > 0));
  }
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}

const breaches = [...done.flatMap((merge) => merge.breaches), ...inRepository];
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
const share = (part: number) => `${part} (${((100 * part) / done.length).toFixed(1)} %)`;
const rows = [
  ['merges', String(done.length)],
  ['breaches (lost, invalid, not symmetric, not flagged, bytes)', String(breaches.length)],
  ['merges that keep a conflict for a person', share(done.filter(({ conflicts }) => conflicts > 0).length)],
  ['conflicts kept in all', String(sum(done.map(({ conflicts }) => conflicts)))],
  [
    'records that one changed and the other deleted, all kept and flagged',
    String(sum(done.map((m) => m.editsOfDeleted))),
  ],
  ['time of a merge with all checks', `${(merging / done.length).toFixed(1)} ms`],
  ["git's merge by lines: conflicts", share(git.conflict)],
  ["git's merge by lines: result cannot be used as a sidecar", share(git.unusable)],
  ["git's merge by lines: of these without a conflict shown", share(git.cleanButWrong)],
  [`the driver in ${REPOSITORIES} repositories: breaches`, String(inRepository.length)],
] as const;
const widest = Math.max(...rows.map(([label]) => label.length));
for (const [label, value] of rows) console.log(`  ${label.padEnd(widest)}  ${value.padStart(14)}`);
for (const breach of new Set(breaches.slice(0, 20))) console.error(breach);
if (breaches.length > 0) process.exitCode = 1;
