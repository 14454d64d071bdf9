// One VS Code with the packaged extension installed, on a folder of its own, driven like a person does.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from '../ensureInstalled.mjs';
import { hasServerBuild, provideServerBuild } from './builds.mjs';
import { ROOT_FLAGS } from './desktop.mjs';
import { installVsix, launchChromium, newProfile, QUIET_SETTINGS, startServer, workbenchAddress } from './server.mjs';
import { Workbench } from './workbench.mjs';

export const vsix = path.join(root, 'dossier.vsix');

/** A folder with copies of the sample articles, to decide and to edit in. */
export function copyOfSeeds() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dossier-seeds-'));
  for (const file of fs.readdirSync(path.join(root, 'seeds'))) {
    if (file.endsWith('.txt')) fs.copyFileSync(path.join(root, 'seeds', file), path.join(folder, file));
  }
  return folder;
}

const SETTINGS = {
  'editor.wordWrap': 'on',
  'editor.hover.delay': 100,
  'editor.minimap.enabled': false,
  'git.enabled': false,
  'window.confirmBeforeClose': 'never',
};
const VIEWPORT = { width: 1440, height: 900 };

/**
 * @param {{ folder: string, settings?: object, trusted?: boolean }} options
 * @returns {Promise<{ workbench: Workbench, reload(): Promise<void>, close(): Promise<void> }>}
 */
export async function openVSCode({ folder, settings = {}, trusted = true }) {
  const all = { ...SETTINGS, ...settings };
  return hasServerBuild ? openServer({ folder, settings: all, trusted }) : openDesktop({ folder, settings: all });
}

async function openServer({ folder, settings, trusted }) {
  const build = provideServerBuild('current');
  const profile = newProfile();
  installVsix(build, profile, vsix);
  const server = await startServer({ build, profile, settings, trusted, args: ['--enable-smoke-test-driver'] });
  const browser = await launchChromium();
  const page = await (await browser.newContext({ viewport: VIEWPORT, reducedMotion: 'reduce' })).newPage();
  const address = workbenchAddress(server, { folder });
  await page.goto(address);
  const workbench = new Workbench(page);
  await workbench.ready();
  return {
    workbench,
    async reload() {
      // as a person does it: the window saves its state first
      const loaded = page.waitForEvent('load');
      await workbench.run('Developer: Reload Window');
      await loaded;
      await workbench.ready();
    },
    async close() {
      await browser.close();
      await server.stop();
    },
  };
}

/** The desktop build with the extension of this folder; with `file`, that file is open at once. */
export async function openDesktop({ folder, file, settings }) {
  const { downloadAndUnzipVSCode } = await import('@vscode/test-electron');
  const { _electron } = await import('playwright-core');
  const profile = newProfile();
  fs.mkdirSync(path.join(profile, 'User'), { recursive: true });
  fs.writeFileSync(path.join(profile, 'User/settings.json'), JSON.stringify({ ...QUIET_SETTINGS, ...settings }));
  const app = await _electron.launch({
    executablePath: await downloadAndUnzipVSCode('stable'),
    args: [
      ...ROOT_FLAGS,
      `--extensionDevelopmentPath=${root}`,
      `--user-data-dir=${profile}`,
      '--disable-workspace-trust',
      '--skip-welcome',
      folder,
      ...(file ? [file] : []),
    ],
  });
  const page = await app.firstWindow();
  await page.setViewportSize(VIEWPORT);
  const workbench = new Workbench(page);
  await workbench.ready();
  return {
    workbench,
    async reload() {
      await workbench.run('Developer: Reload Window');
      await workbench.ready();
    },
    async close() {
      await app.close();
      fs.rmSync(profile, { recursive: true, force: true });
    },
  };
}
