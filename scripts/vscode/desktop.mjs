// The desktop VS Code of this machine: where it is, and how a window of it is opened.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

export const hasScreen = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** What the desktop build wants on its command line where root runs it. */
export const ROOT_FLAGS = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];

// A start that fails does so within this time.
const SETTLED = 4000;

/** The program of VS Code: the one on the path, else the one that test-electron downloads. @returns null without. */
export async function findDesktop(profile) {
  const installed = process.platform === 'win32' ? findOnWindows() : findOnPath(profile);
  if (installed) return installed;
  console.log('No VS Code on the path: downloading the desktop build (needs the network, once)...');
  const { downloadAndUnzipVSCode } = await import('@vscode/test-electron');
  try {
    return await downloadAndUnzipVSCode({ version: 'stable' });
  } catch (error) {
    console.log(`The desktop VS Code cannot be downloaded: ${error instanceof Error ? error.message : error}`);
    return null;
  }
}

function findOnPath(profile) {
  const { status } = spawnSync('code', [...ROOT_FLAGS, `--user-data-dir=${profile}`, '--version'], { stdio: 'ignore' });
  return status === 0 ? 'code' : null;
}

// `code` is a .cmd there, which only a shell runs, and a shell wants every path quoted; the program itself lies above it.
function findOnWindows() {
  const { status, stdout } = spawnSync('where.exe', ['code.cmd'], { encoding: 'utf8' });
  if (status !== 0) return null;
  const programs = stdout.split(/\r?\n/).filter(Boolean);
  return programs.map((file) => path.join(path.dirname(file), '..', 'Code.exe')).find(fs.existsSync) ?? null;
}

/** Opens a window that outlives this process. @throws when the program cannot be started or ends at once with an error. */
export async function openWindow(program, args) {
  const child = spawn(program, [...ROOT_FLAGS, ...args], { stdio: 'ignore', detached: true });
  let timer;
  await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('spawn', () => {
      timer = setTimeout(resolve, SETTLED);
    });
    child.once('exit', (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`${program} ended with ${signal ?? code}`));
    });
  }).finally(() => clearTimeout(timer));
  child.unref();
}
