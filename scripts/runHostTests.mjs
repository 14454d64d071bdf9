// Runs out/host inside a real VS Code, on each workspace that the suites are written for.
//   node scripts/runHostTests.mjs [--oldest] [--desktop]
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { root } from './ensureInstalled.mjs';
import { hasServerBuild, provideServerBuild, SERVER_BUILDS } from './vscode/builds.mjs';

const oldest = process.argv.includes('--oldest');
const name = oldest ? 'oldest' : 'current';
const server = hasServerBuild && !process.argv.includes('--desktop');
const version = SERVER_BUILDS[name].vscode;
if (server) provideServerBuild(name);
console.log(
  `Host suite on VS Code ${version} (${server ? 'server build, headless Chromium' : 'desktop build of test-electron'})`,
);

// The suites write sidecars and edit articles: they get a copy.
const workspace = fs.mkdtempSync(path.join(os.tmpdir(), 'dossier-workspace-'));
fs.cpSync(path.join(root, 'test/fixtures/workspace'), workspace, { recursive: true });
for (const file of fs.readdirSync(path.join(root, 'seeds'))) {
  if (file.endsWith('.txt')) fs.copyFileSync(path.join(root, 'seeds', file), path.join(workspace, file));
}
fs.mkdirSync(path.join(workspace, 'second'), { recursive: true });
const file = path.join(workspace, 'two.code-workspace');
fs.writeFileSync(file, JSON.stringify({ folders: [{ path: '.' }, { path: 'second' }] }));

try {
  await runTests({
    ...(server ? { vscodeExecutablePath: path.join(root, 'scripts/vscode/asDesktop.mjs') } : { version }),
    extensionDevelopmentPath: root,
    extensionTestsPath: path.join(root, 'out/host/index.js'),
    extensionTestsEnv: { DOSSIER_VSCODE: name },
    launchArgs: [file],
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  fs.rmSync(workspace, { recursive: true, force: true });
}
