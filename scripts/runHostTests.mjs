// Runs the host suite inside a real VS Code.
//   node scripts/runHostTests.mjs [--oldest] [--desktop]
import { runInHost } from './vscode/runInHost.mjs';

try {
  await runInHost({ entry: 'out/host/index.js', title: 'Host suite', flags: process.argv.slice(2) });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
