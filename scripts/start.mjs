// npm start: installs, builds, and opens a VS Code with the extension on seeds/.
//   --check   starts it without a window, waits until both trees show the first article, saves a screenshot, exits 0
//   --browser the server build in the browser, also where a desktop VS Code is there (Linux x64)
import { spawn } from 'node:child_process';
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
const { findDesktop, hasScreen, openWindow } = await import('./vscode/desktop.mjs');
const seeds = path.join(root, 'seeds');
const article = path.join(seeds, '000_ac14fab8c2e61573.txt');
const picture = path.join(root, 'test-results', 'start.png');
const SETTINGS = { 'editor.wordWrap': 'on' };
const NEXT_STEP = 'Open the Dossier view in the activity bar.';

function makeProfile() {
  const profile = path.join(os.tmpdir(), `dossier-start-${os.userInfo().username}`);
  const file = path.join(profile, 'User/settings.json');
  fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  // What a person set there before stays.
  if (!fs.existsSync(file)) fs.writeFileSync(file, JSON.stringify(SETTINGS, null, 2));
  return profile;
}

async function openDesktop(program, profile) {
  try {
    await openWindow(program, [
      '--new-window',
      `--extensionDevelopmentPath=${root}`,
      `--user-data-dir=${profile}`,
      seeds,
      article,
    ]);
    console.log(`VS Code opens on seeds/. ${NEXT_STEP}`);
  } catch (error) {
    console.error(`VS Code did not start: ${error instanceof Error ? error.message : error}`);
    console.error(
      hasServerBuild
        ? 'Try it in the browser: npm start -- --browser'
        : `Open this folder in VS Code yourself and press F5, or start it with --extensionDevelopmentPath="${root}".`,
    );
    process.exitCode = 1;
  }
}

const start = () =>
  startServer({ build: provideServerBuild('current'), settings: SETTINGS, args: ['--enable-smoke-test-driver'] });

async function openBrowser() {
  const server = await start();
  const address = workbenchAddress(server, { extension: root, folder: seeds, file: article });
  console.log(`\nVS Code with Dossier on seeds/: ${address}\n${NEXT_STEP} Ctrl+C ends it.`);
  if (!hasScreen) return;
  spawn('xdg-open', [address], { stdio: 'ignore', detached: true }).on('error', (error) => {
    console.log(`No browser opened by itself (${error.message}): open the address above.`);
  });
}

async function checkServer(look) {
  const server = await start();
  const browser = await launchChromium();
  try {
    const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
    await page.goto(workbenchAddress(server, { extension: root, folder: seeds, file: article }));
    return await look(page, picture);
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function checkDesktop(look) {
  const { openDesktop: open } = await import('./vscode/session.mjs');
  const session = await open({ folder: seeds, file: article, settings: SETTINGS });
  try {
    return await look(session.workbench.page, picture);
  } finally {
    await session.close();
  }
}

async function check() {
  const { checkFirstArticle } = await import('./vscode/checkFirstArticle.mjs');
  fs.mkdirSync(path.dirname(picture), { recursive: true });
  const shown = await (hasServerBuild ? checkServer : checkDesktop)(checkFirstArticle);
  console.log(
    `Entities: ${shown.entities} rows, claims: ${shown.claims} rows. Screenshot: ${path.relative(root, picture)}`,
  );
}

if (flags.has('--check')) {
  await check();
} else {
  const profile = hasScreen && !flags.has('--browser') ? makeProfile() : null;
  const program = profile && (await findDesktop(profile));
  if (program) await openDesktop(program, profile);
  else if (hasServerBuild) await openBrowser();
  else {
    console.error('No VS Code could be had: install VS Code so that `code` is on the path, or connect to the network.');
    process.exitCode = 1;
  }
}
