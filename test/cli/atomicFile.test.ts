import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileStamp, nodeFileStore, writeFileAtomic } from '../../src/node/atomicFile.ts';

let folder: string;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dossier-files-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

const bytes = new TextEncoder().encode('new');

describe('writeFileAtomic', () => {
  it('creates and replaces a file and leaves nothing else', async () => {
    const file = path.join(folder, 'a.json');
    await writeFileAtomic(file, new TextEncoder().encode('old'));
    await writeFileAtomic(file, bytes);
    expect(fs.readFileSync(file, 'utf8')).toBe('new');
    expect(fs.readdirSync(folder)).toEqual(['a.json']);
  });

  it.skipIf(process.platform === 'win32')('keeps permissions and symbolic links', async () => {
    const file = path.join(folder, 'a.json');
    const link = path.join(folder, 'link.json');
    fs.writeFileSync(file, 'old');
    fs.chmodSync(file, 0o600);
    fs.symlinkSync('a.json', link);
    await writeFileAtomic(link, bytes);
    expect(fs.lstatSync(link).isSymbolicLink()).toBe(true);
    expect(fs.readFileSync(file, 'utf8')).toBe('new');
    expect(fs.statSync(file).mode & 0o777).toBe(0o600);
  });

  it('leaves the folder as it was when it fails', async () => {
    fs.mkdirSync(path.join(folder, 'a.json'));
    await expect(writeFileAtomic(path.join(folder, 'a.json'), bytes)).rejects.toThrow();
    expect(fs.readdirSync(folder)).toEqual(['a.json']);
  });
});

describe('the stamp of a file', () => {
  const large = new Uint8Array(1_500_000).fill(32);
  let file: string;
  beforeEach(() => {
    file = path.join(folder, 'a.json');
  });

  it('stays as it was written, and is another after the same bytes were written again', async () => {
    const first = await writeFileAtomic(file, large);
    const stays = await fileStamp(file);
    const second = await writeFileAtomic(file, large);
    // Null on a file system that counts time in seconds.
    if (first !== null) expect([stays, second === first]).toEqual([first, false]);
  });

  it('is another after somebody wrote as many bytes over the file, however fast', async () => {
    const first = await writeFileAtomic(file, large);
    fs.writeFileSync(file, new Uint8Array(large.length).fill(33));
    if (first !== null) expect(await fileStamp(file)).not.toBe(first);
  });

  it('is none where there is no file', async () => {
    expect(await fileStamp(file)).toBeNull();
  });
});

describe('nodeFileStore', () => {
  it('reads null where there is no file', async () => {
    expect(await nodeFileStore.read(path.join(folder, 'none'))).toBeNull();
  });
});
