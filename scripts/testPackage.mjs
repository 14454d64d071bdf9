// Builds dossier.vsix and checks that it holds what it needs and nothing else.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { ensureInstalled, root, run } from './ensureInstalled.mjs';

ensureInstalled();
run('npm', ['run', '--silent', 'package']);
const vsce = path.join(root, 'node_modules/@vscode/vsce/vsce');
const { stdout, status, stderr, error } = spawnSync(process.execPath, [vsce, 'ls', '--no-dependencies'], {
  cwd: root,
  encoding: 'utf8',
});
if (status !== 0) throw error ?? new Error(stderr);
const files = stdout
  .split('\n')
  .map((line) => line.trim())
  .filter(Boolean);

const needed = [
  'package.json',
  'package.nls.json',
  'README.md',
  'CHANGELOG.md',
  'LICENSE',
  'NOTICE',
  'dist/extension.js',
  'dist/worker.js',
  'dist/cli.js',
  'dist/import.js',
  'dist/web/extension.js',
  'dist/web/worker.js',
  'dist/page/comparison.js',
  'dist/page/comparison.css',
  'dist/web/import.js',
  ...fs
    .readdirSync(path.join(root, 'src/core/lexicon/models'))
    .filter((file) => file.endsWith('.bin'))
    .map((file) => `dist/models/${file}`),
  'media/dossier.svg',
  'media/icon.png',
  'schemas/dossier-1.schema.json',
  'schemas/registry-1.schema.json',
];
const allowed = new Set([...needed, 'LICENSE.txt']);
const missing = needed.filter((file) => !files.includes(file));
const surplus = files.filter((file) => !allowed.has(file) && !/^media\/walkthrough\/\w+\.svg$/.test(file));
const size = (file) => fs.statSync(path.join(root, file)).size;
const models = fs.readdirSync(path.join(root, 'src/core/lexicon/models')).filter((file) => file.endsWith('.bin'));
const modelBytes = models.reduce(
  (sum, file) => sum + gzipSync(fs.readFileSync(path.join(root, 'src/core/lexicon/models', file))).length,
  0,
);

console.log(
  `dossier.vsix: ${files.length} files, ${(size('dossier.vsix') / 1e6).toFixed(2)} MB; model files ${(modelBytes / 1e6).toFixed(2)} MB gzip`,
);
const problems = [
  ...missing.map((file) => `missing: ${file}`),
  ...surplus.map((file) => `should not be in it: ${file}`),
  ...(modelBytes > 6e6 ? ['the model files are larger than 6 MB'] : []),
];
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
