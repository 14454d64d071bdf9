// Builds the host suite and runs it inside a real VS Code.
//   node scripts/runHostTests.mjs [--oldest] [--desktop] [-g words]
import { ensureInstalled, run } from './ensureInstalled.mjs';

try {
  ensureInstalled();
  run('node', ['esbuild.mjs', '--tests']);
  const { runInHost } = await import('./vscode/runInHost.mjs');
  await runInHost({ entry: 'out/host/index.js', title: 'Host suite', flags: process.argv.slice(2) });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
