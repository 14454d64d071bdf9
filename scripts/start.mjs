// npm start: installs, builds, and opens a VS Code with the extension on seeds/.
//   --check   starts it without a window, waits until both trees show the first article, saves a screenshot, exits 0
//   --browser the server build in the browser, also where a desktop VS Code is there
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureInstalled, root, run } from './ensureInstalled.mjs';

const flags = new Set(process.argv.slice(2));
ensureInstalled();
console.log('Building the extension...');
run('node', ['esbuild.mjs']);
const { hasServerBuild, provideServerBuild } = await import('./vscode/builds.mjs');
const { launchChromium, startServer, workbenchAddress } = await import('./vscode/server.mjs');
const seeds = path.join(root, 'seeds');

/** The desktop VS Code: `code` on the path, else the one that test-electron downloads; null where neither can be had. */
async function desktop() {
  const onPath = spawnSync('code', ['--version'], { encoding: 'utf8', shell: process.platform === 'win32' });
  if (onPath.status === 0) return 'code';
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return null;
  console.log('No `code` on the path: downloading the desktop VS Code (needs the network, once)...');
  const { downloadAndUnzipVSCode } = await import('@vscode/test-electron');
  try {
    return await downloadAndUnzipVSCode({ version: 'stable' });
  } catch (error) {
    console.log(`The desktop VS Code cannot be downloaded: ${error instanceof Error ? error.message : error}`);
    return null;
  }
}

function openDesktop(executable) {
  const profile = path.join(os.tmpdir(), 'dossier-start');
  const child = spawn(
    executable,
    [
      '--new-window',
      `--extensionDevelopmentPath=${root}`,
      `--user-data-dir=${profile}`,
      seeds,
      path.join(seeds, '000_ac14fab8c2e61573.txt'),
    ],
    { stdio: 'ignore', detached: true, shell: process.platform === 'win32' },
  );
  child.unref();
  console.log('VS Code opens on seeds/. Open the Dossier view in the activity bar.');
}

async function openBrowser(server) {
  const address = workbenchAddress(server, { extension: root, folder: seeds });
  console.log(
    `\nVS Code with Dossier on seeds/: ${address}\nOpen the Dossier view in the activity bar. Ctrl+C ends it.`,
  );
  const opener = { darwin: 'open', win32: 'start' }[process.platform] ?? 'xdg-open';
  if (process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY) {
    spawn(opener, [address], { stdio: 'ignore', detached: true }).on('error', (error) => {
      console.log(`No browser opened by itself (${error.message}): open the address above.`);
    });
  }
}

async function check(server) {
  const { checkFirstArticle } = await import('./vscode/checkFirstArticle.mjs');
  const browser = await launchChromium();
  try {
    const picture = path.join(root, 'test-results', 'start.png');
    fs.mkdirSync(path.dirname(picture), { recursive: true });
    const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
    await page.goto(workbenchAddress(server, { extension: root, folder: seeds }));
    const shown = await checkFirstArticle(page, picture);
    console.log(
      `Entities: ${shown.entities} rows, claims: ${shown.claims} rows. Screenshot: ${path.relative(root, picture)}`,
    );
  } finally {
    await browser.close();
    await server.stop();
  }
}

const executable = flags.has('--check') || flags.has('--browser') ? null : await desktop();
if (executable) {
  openDesktop(executable);
} else if (hasServerBuild) {
  const server = await startServer({ build: provideServerBuild('current'), args: ['--enable-smoke-test-driver'] });
  if (flags.has('--check')) await check(server);
  else await openBrowser(server);
} else {
  console.error('No VS Code could be had: install VS Code so that `code` is on the path, or connect to the network.');
  process.exitCode = 1;
}
