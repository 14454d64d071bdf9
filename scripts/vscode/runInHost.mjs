// Runs one bundled entry inside a real VS Code on a copy of the workspace that the suites are written for.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { root } from '../ensureInstalled.mjs';
import { hasServerBuild, provideServerBuild, SERVER_BUILDS } from './builds.mjs';

/**
 * @param {object} options
 * @param {string} options.entry the bundle that exports `run`, below the root of the project.
 * @param {string} options.title said before the run.
 * @param {string[]} [options.flags] `--oldest`: the oldest VS Code that is supported; `--desktop`: the desktop build;
 *   `-g WORDS`: only the tests with these words in their names.
 * @param {(workspace: string) => void} [options.finish] called after a good run, before the workspace is removed.
 * @throws when the run fails.
 */
export async function runInHost({ entry, title, flags = [], finish = () => {} }) {
  const name = flags.includes('--oldest') ? 'oldest' : 'current';
  const grep = flags.includes('-g') ? (flags[flags.indexOf('-g') + 1] ?? '') : '';
  const server = hasServerBuild && !flags.includes('--desktop');
  const version = SERVER_BUILDS[name].vscode;
  if (server) provideServerBuild(name);
  console.log(
    `${title} on VS Code ${version} (${server ? 'server build, headless Chromium' : 'desktop build of test-electron'})`,
  );
  const workspace = makeWorkspace();
  try {
    await runTests({
      ...(server ? { vscodeExecutablePath: path.join(root, 'scripts/vscode/asDesktop.mjs') } : { version }),
      extensionDevelopmentPath: root,
      extensionTestsPath: path.join(root, entry),
      extensionTestsEnv: { DOSSIER_VSCODE: name, DOSSIER_GREP: grep },
      launchArgs: [path.join(workspace, 'two.code-workspace')],
    });
    finish(workspace);
  } finally {
    fs.rmSync(workspace, { recursive: true, force: true });
  }
}

// What runs writes sidecars and edits articles: it gets a copy.
function makeWorkspace() {
  const workspace = fs.mkdtempSync(path.join(os.tmpdir(), 'dossier-workspace-'));
  fs.cpSync(path.join(root, 'test/fixtures/workspace'), workspace, { recursive: true });
  for (const file of fs.readdirSync(path.join(root, 'seeds'))) {
    if (file.endsWith('.txt')) fs.copyFileSync(path.join(root, 'seeds', file), path.join(workspace, file));
  }
  fs.mkdirSync(path.join(workspace, 'second'), { recursive: true });
  fs.writeFileSync(
    path.join(workspace, 'two.code-workspace'),
    JSON.stringify({
      folders: [{ path: '.' }, { path: 'second' }],
      // What one test decides must not count in the articles of the next; the test of the registry turns it on.
      settings: { 'dossier.registry.enabled': false },
    }),
  );
  return workspace;
}
