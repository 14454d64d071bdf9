// Bundles one TypeScript file and runs it with the Node that runs this: node scripts/runTs.mjs file.ts [arguments]
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const [file, ...rest] = process.argv.slice(2);
if (!file) {
  console.error('usage: node scripts/runTs.mjs file.ts [arguments]');
  process.exit(2);
}
const folder = fs.mkdtempSync(path.join(packagesFor(file), '.run-'));
const outfile = path.join(folder, 'run.mjs');
try {
  buildSync({
    entryPoints: [file],
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    loader: { '.bin': 'binary' },
    outfile,
    logLevel: 'error',
  });
  const { status } = spawnSync(process.execPath, ['--max-old-space-size=6000', outfile, ...rest], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}

/** The nearest `node_modules` above the file within the repository: the bundle finds its packages from there. */
function packagesFor(source) {
  const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
  let at = path.resolve(source);
  while (at.startsWith(root + path.sep)) {
    at = path.dirname(at);
    const packages = path.join(at, 'node_modules');
    if (fs.existsSync(packages)) return packages;
  }
  return path.join(root, 'node_modules');
}
