// Packages the extension and runs the end-to-end tests on it.
//   node scripts/runE2e.mjs [--packaged] [options of mocha]     --packaged: on the dossier.vsix that is there
import fs from 'node:fs';
import path from 'node:path';
import { ensureInstalled, root, run } from './ensureInstalled.mjs';

try {
  ensureInstalled();
  const options = process.argv.slice(2).filter((option) => option !== '--packaged');
  if (options.length === process.argv.length - 2) run('npm', ['run', '--silent', 'package']);
  const folder = path.join(root, 'test/e2e');
  const files = fs.readdirSync(folder).filter((file) => file.endsWith('.e2e.mjs'));
  const mocha = path.join(root, 'node_modules/mocha/bin/mocha.js');
  const tests = files.map((file) => path.join('test/e2e', file));
  run(process.execPath, [mocha, ...tests, '--timeout', '90000', '--exit', ...options], { shell: false });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
