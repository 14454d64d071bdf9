// Builds every bundle: node esbuild.mjs [--production] [--tests] [--watch]
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const flags = new Set(process.argv.slice(2));
const production = flags.has('--production');
const root = path.dirname(fileURLToPath(import.meta.url));

/** @type {esbuild.BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  format: 'cjs',
  target: 'es2022',
  minify: production,
  sourcemap: production ? false : 'linked',
  legalComments: 'none',
  logLevel: 'warning',
};
/** esbuild writes `new RegExp` for each `\p{L}`, made anew wherever it runs, unless told that Node has them (since 10). */
const supported = { 'regexp-unicode-property-escapes': true };
const node = { ...common, platform: 'node', target: 'node20', supported };
const web = { ...common, platform: 'browser' };
/** The PDF library looks for files beside itself, and goes without where it is told no place. */
const library = { logOverride: { 'empty-import-meta': 'silent' } };

/** @type {esbuild.BuildOptions[]} */
const bundles = [
  { ...node, entryPoints: ['src/extension.ts'], outfile: 'dist/extension.js', external: ['vscode'] },
  { ...node, entryPoints: ['src/worker/nodeEntry.ts'], outfile: 'dist/worker.js' },
  { ...node, entryPoints: ['src/cli/main.ts'], outfile: 'dist/cli.js', banner: { js: '#!/usr/bin/env node' } },
  { ...node, ...library, entryPoints: ['src/import/nodeEntry.ts'], outfile: 'dist/import.js' },
  { ...web, entryPoints: ['src/extension.web.ts'], outfile: 'dist/web/extension.js', external: ['vscode'] },
  { ...web, entryPoints: ['src/worker/webEntry.ts'], outfile: 'dist/web/worker.js', format: 'iife' },
  { ...web, entryPoints: ['src/webview/comparison/main.ts'], outfile: 'dist/page/comparison.js', format: 'iife' },
  {
    ...web,
    ...library,
    entryPoints: ['src/import/webEntry.ts'],
    outfile: 'dist/web/import.js',
    format: 'iife',
    define: { global: 'globalThis' },
  },
];
if (flags.has('--tests')) {
  const test = { ...node, external: ['vscode', 'mocha'], minify: false };
  bundles.push(
    { ...test, entryPoints: ['test/host/index.ts'], outfile: 'out/host/index.js' },
    { ...test, entryPoints: ['test/bench/host/index.ts'], outfile: 'out/bench/index.js' },
  );
}

copyModels();

if (flags.has('--watch')) {
  const contexts = await Promise.all(bundles.map((options) => esbuild.context({ ...options, logLevel: 'info' })));
  await Promise.all(contexts.map((context) => context.watch()));
} else {
  await Promise.all(bundles.map((options) => esbuild.build(options)));
}

/** One copy of each model serves all bundles. */
function copyModels() {
  const from = path.join(root, 'src/core/lexicon/models');
  const to = path.join(root, 'dist/models');
  const models = fs.readdirSync(from).filter((file) => file.endsWith('.bin'));
  fs.mkdirSync(to, { recursive: true });
  for (const file of fs.readdirSync(to)) if (!models.includes(file)) fs.rmSync(path.join(to, file));
  for (const file of models) fs.copyFileSync(path.join(from, file), path.join(to, file));
}
