import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = path.join(import.meta.dirname, '../..');
let folder: string;
let cli: string;

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dossier-bundle-'));
  cli = path.join(folder, 'cli.cjs');
  buildSync({
    ...{ absWorkingDir: root, entryPoints: ['src/cli/main.ts'], outfile: cli, bundle: true, logLevel: 'error' },
    ...{ platform: 'node', format: 'cjs' },
  });
  fs.cpSync(path.join(root, 'src/core/lexicon/models'), path.join(folder, 'models'), { recursive: true });
}, 60_000);
afterAll(() => fs.rmSync(folder, { recursive: true }));

function run(args: readonly string[], input = '') {
  return spawnSync(process.execPath, [cli, ...args], { input, encoding: 'utf8', maxBuffer: 1 << 26 });
}

describe('the bundled command line', () => {
  it('annotates a real article', () => {
    const [name] = fs.readdirSync(path.join(root, 'seeds')).filter((file) => file.endsWith('.txt'));
    const { status, stdout } = run(['annotate', '--stdout', path.join(root, 'seeds', name ?? '')]);
    expect(status).toBe(0);
    const sidecar = JSON.parse(stdout);
    expect(Object.keys(sidecar.mentions).length).toBeGreaterThan(20);
    expect(Object.keys(sidecar.claims).length).toBeGreaterThan(10);
  });

  it('finds its models from another folder and through a symbolic link', () => {
    const link = path.join(folder, 'links/dossier');
    fs.mkdirSync(path.dirname(link));
    fs.symlinkSync('../cli.cjs', link);
    const line = '{"id":"a","text":"Angela Merkel spoke in Berlin."}';
    const { status, stdout } = spawnSync(process.execPath, [link, 'annotate', '--jsonl'], {
      ...{ input: line, encoding: 'utf8', cwd: os.tmpdir() },
    });
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ id: 'a' });
  });

  it('streams documents', () => {
    const { status, stdout, stderr } = run(
      ['annotate', '--jsonl'],
      '{"id":"a","text":"Angela Merkel spoke in Berlin."}\n{',
    );
    expect(JSON.parse(stdout)).toMatchObject({ id: 'a' });
    expect(stderr).toContain('line 2');
    expect(status).toBe(1);
  });

  it('exits with 2 for wrong usage', () => {
    expect(run(['annotate'])).toMatchObject({ status: 2, stdout: '' });
  });
});
