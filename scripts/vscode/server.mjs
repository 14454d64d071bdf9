// Starts the VS Code server build on a free loopback port with a profile of its own.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { provideChromium } from './builds.mjs';

// No marketplace: an empty gallery keeps the workbench from looking one up.
const ENVIRONMENT = { ...process.env, EXTENSIONS_GALLERY: '{}' };

/** Settings that keep the workbench quiet and the same on every run. */
export const QUIET_SETTINGS = {
  'telemetry.telemetryLevel': 'off',
  'workbench.startupEditor': 'none',
  'workbench.enableExperiments': false,
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'remote.autoForwardPorts': false,
  'chat.disableAIFeatures': true,
  'window.commandCenter': false,
};

export function installVsix(build, profile, vsix) {
  const { status, stdout, stderr } = spawnSync(
    build.node,
    [
      build.main,
      '--accept-server-license-terms',
      '--server-data-dir',
      profile,
      '--extensions-dir',
      path.join(profile, 'extensions'),
      '--install-extension',
      vsix,
      '--force',
    ],
    { encoding: 'utf8', env: ENVIRONMENT },
  );
  if (status !== 0) throw new Error(`the package does not install:\n${stdout}${stderr}`);
}

export const newProfile = () => fs.mkdtempSync(path.join(os.tmpdir(), 'dossier-vscode-'));

/**
 * @param {{ build: ReturnType<typeof import('./builds.mjs').provideServerBuild>, profile?: string, settings?: object, trusted?: boolean, args?: string[] }} options
 * @returns the address and `stop()`, which also removes the profile.
 */
export async function startServer({ build, profile = newProfile(), settings = {}, trusted = true, args = [] }) {
  fs.mkdirSync(path.join(profile, 'data/User'), { recursive: true });
  const all = { ...QUIET_SETTINGS, 'security.workspace.trust.enabled': !trusted, ...settings };
  fs.writeFileSync(path.join(profile, 'data/User/settings.json'), JSON.stringify(all, null, 2));
  // Whoever reaches the port could open a terminal as this person: only who knows the token gets in.
  const token = randomBytes(24).toString('hex');
  const tokenFile = path.join(profile, 'token');
  fs.writeFileSync(tokenFile, token, { mode: 0o600 });
  const child = spawn(
    build.node,
    [
      build.main,
      '--host',
      '127.0.0.1',
      '--port',
      '0',
      '--connection-token-file',
      tokenFile,
      '--accept-server-license-terms',
      '--telemetry-level',
      'off',
      '--disable-telemetry',
      '--disable-update-check',
      '--disable-experiments',
      '--disable-getting-started-override',
      ...(trusted ? ['--disable-workspace-trust'] : []),
      '--server-data-dir',
      profile,
      '--extensions-dir',
      path.join(profile, 'extensions'),
      ...args,
    ],
    { env: ENVIRONMENT, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));
  let log = '';
  const port = await new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`VS Code did not start within 60 s:\n${log}`)), 60_000);
    const read = (data) => {
      log += data;
      const found = /Extension host agent listening on (\d+)/.exec(log);
      if (!found) return;
      clearTimeout(timer);
      resolve(Number(found[1]));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => reject(new Error(`VS Code ended with ${code}:\n${log}`)));
  });
  return {
    profile,
    authority: `127.0.0.1:${port}`,
    url: `http://127.0.0.1:${port}/`,
    token,
    log: () => log,
    async stop() {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      if (child.exitCode === null) {
        child.kill('SIGTERM');
        const timer = setTimeout(kill, 5000);
        await gone;
        clearTimeout(timer);
      }
      process.removeListener('exit', kill);
      // its children may still write for a moment
      fs.rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
}

export async function launchChromium() {
  return chromium.launch({
    executablePath: await provideChromium(),
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/**
 * The address of a workbench with the extension loaded from `extension`, on `folder` (or a .code-workspace file),
 * and with `file` open at once. Needs a server started with `--enable-smoke-test-driver`: a built workbench takes a payload only then.
 */
export function workbenchAddress(server, { extension, folder, tests, file }) {
  const remote = (local) => `vscode-remote://${server.authority}${path.resolve(local)}`;
  const payload = [
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
  ];
  if (extension) payload.unshift(['extensionDevelopmentPath', remote(extension)]);
  if (tests) payload.unshift(['extensionTestsPath', remote(tests)]);
  if (file) payload.push(['openFile', remote(file)]);
  const query = new URLSearchParams({ tkn: server.token, payload: JSON.stringify(payload) });
  if (folder) query.set(folder.endsWith('.code-workspace') ? 'workspace' : 'folder', path.resolve(folder));
  else query.set('ew', 'true');
  return `${server.url}?${query}`;
}
