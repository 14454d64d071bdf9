import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCli } from '../../src/cli/runCli.ts';
import { nodeFileStore } from '../../src/node/atomicFile.ts';

let folder: string;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dossier-cli-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

async function run(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCli(args, {
    service: () => {
      throw new Error('no extraction is needed');
    },
    files: nodeFileStore,
    readOriginal: () => {
      throw new Error('nothing is imported');
    },
    version: '1.2.3',
    input: (async function* () {})(),
    print: async (text) => void out.push(text),
    complain: (line) => void err.push(line),
  });
  return { code, out: out.join(''), err: err.join('\n') };
}

const HEAD = { format: 'dossier', version: 1, source: { sha256: '0'.repeat(64), offsets: 'utf-16; LF' } };
const entity = (fields: object = {}) => ({
  type: 'group',
  name: 'Red Aid',
  state: 'suggested',
  origin: 'rule:x',
  ...fields,
});
const mention = (start: number, fields: object = {}) => ({
  ...{ at: [{ block: 'b5c00d73', start, end: start + 3 }], quote: { exact: 'Aid' }, entity: 'e_1', form: 'name' },
  ...{ state: 'accepted', origin: 'person', ...fields },
});
const ada = { state: 'edited', by: 'Ada', on: '2026-01-02T03:04:05Z' };

function write(name: string, kinds: object | string): string {
  const file = path.join(folder, name);
  fs.writeFileSync(file, typeof kinds === 'string' ? kinds : JSON.stringify({ ...HEAD, ...kinds }));
  return file;
}
const sidecar = (name: string, fields: object = {}) => write(name, { entities: { e_1: entity(fields) } });
const read = (file: string) => JSON.parse(fs.readFileSync(file, 'utf8'));

describe('dossier merge', () => {
  it('writes what two people did over ours', async () => {
    const files = [
      sidecar('base'),
      sidecar('ours', { ...ada, type: 'event' }),
      sidecar('theirs', { ...ada, name: 'Aid' }),
    ];
    expect(await run('merge', ...files)).toEqual({ code: 0, out: '', err: '' });
    expect(read(files[1] as string).entities.e_1).toMatchObject({ type: 'event', name: 'Aid' });
  });

  it('joins what two people did in a registry', async () => {
    const registry = (name: string, entities: object) =>
      write(name, JSON.stringify({ format: 'dossier-registry', version: 1, entities }));
    const one = (name: string) => ({ type: 'group', name, articles: ['a.txt'] });
    const files = [
      registry('base', {}),
      registry('ours', { e_1: one('Aid') }),
      registry('theirs', { e_2: one('Help') }),
    ];
    expect(await run('merge', ...files)).toEqual({ code: 0, out: '', err: '' });
    expect(Object.keys(read(files[1] as string).entities)).toEqual(['e_1', 'e_2']);
    fs.writeFileSync(files[2] as string, '{');
    expect(await run('merge', ...files)).toMatchObject({
      code: 1,
      err: expect.stringContaining('theirs: Not valid JSON'),
    });
  });

  it('exits 1 while a conflict waits, says it, and keeps both sides', async () => {
    const files = [
      sidecar('base'),
      sidecar('ours', { ...ada, type: 'event' }),
      sidecar('theirs', { ...ada, type: 'work' }),
    ];
    const { code, err } = await run('merge', ...files);
    expect([code, err]).toEqual([1, 'conflict: Red Aid: type: ours event by Ada, theirs work by Ada']);
    expect(read(files[1] as string).entities.e_1.conflict).toMatchObject([{ field: 'type' }]);
  });

  it('takes an empty base for none, and writes where -o says', async () => {
    const files = [write('base', ''), sidecar('ours', ada), write('theirs', { entities: { e_2: entity() } })];
    const before = fs.readFileSync(files[1] as string, 'utf8');
    const out = path.join(folder, 'out');
    expect(await run('merge', '-o', out, ...files)).toMatchObject({ code: 0 });
    expect(Object.keys(read(out).entities)).toEqual(['e_1', 'e_2']);
    expect(fs.readFileSync(files[1] as string, 'utf8')).toBe(before);
  });

  it.each(['{', '{"format": "dossier", "version": 99}', ''])(
    'leaves ours as it was when theirs is %j',
    async (broken) => {
      const files = [sidecar('base'), sidecar('ours', ada), write('theirs', broken)];
      const before = fs.readFileSync(files[1] as string, 'utf8');
      expect(await run('merge', ...files)).toMatchObject({ code: 1, err: expect.stringContaining('theirs: ') });
      expect(fs.readFileSync(files[1] as string, 'utf8')).toBe(before);
    },
  );
});

describe('dossier diff', () => {
  it('says in words what changed, and exits 1', async () => {
    const old = write('old', { entities: { e_1: entity(), e_2: entity({ name: 'Gone\u001b[31m' }) } });
    const next = write('new', {
      entities: { e_1: entity({ ...ada, type: 'organization' }), e_3: entity({ ...ada, name: 'New' }) },
    });
    const { code, out } = await run('diff', old, next);
    expect(code).toBe(1);
    expect(out.trimEnd().split('\n')).toEqual([
      'Red Aid: unreviewed -> edited; type group -> organization, by Ada on 2026-01-02',
      'entity Gone [31m removed (unreviewed)',
      'entity New added (edited by Ada on 2026-01-02)',
    ]);
    const { out: json } = await run('diff', '--json', old, next);
    expect(JSON.parse(json)).toHaveLength(3);
  });

  it('exits 0 and says nothing where nothing did, and 2 when a file cannot be read', async () => {
    const file = sidecar('one');
    expect(await run('diff', file, file)).toEqual({ code: 0, out: '', err: '' });
    expect(await run('diff', file, path.join(folder, 'none'))).toMatchObject({
      code: 2,
      err: expect.stringMatching(/no such/),
    });
  });
});

describe('dossier agree', () => {
  it('prints the figures', async () => {
    const entities = { e_1: entity() };
    const one = write('one', {
      entities,
      mentions: { m_1: mention(0), m_2: mention(10), m_3: mention(20, { state: 'rejected' }) },
    });
    const other = write('other', { entities, mentions: { m_4: mention(0), m_5: mention(12) } });
    const { code, out } = await run('agree', one, other);
    expect(code).toBe(0);
    expect(out).toContain('Mentions: F1 0.50 exact, 1.00 with overlap; 2 and 2, 1 on the same words\n');
    expect(JSON.parse((await run('agree', '--json', one, other)).out)).toMatchObject({
      sameText: true,
      types: { items: 1 },
    });
  });
});

it.each([
  ['merge', 'a', 'b'],
  ['merge', 'a', 'b', 'c', 'd'],
  ['diff', 'a'],
  ['agree', 'a', 'b', 'c'],
  ['merge', '--json', 'a', 'b', 'c'],
  ['diff', '--output', 'x', 'a', 'b'],
])('wrong usage: %s %s', async (...args) => {
  expect(await run(...args)).toMatchObject({ code: 2, err: expect.stringContaining('--help') });
});
