import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCli } from '../../src/cli/runCli.ts';
import { createDossierService } from '../../src/core/service/dossierService.ts';
import { readOriginal } from '../../src/import/readOriginal.ts';
import { nodeFileStore } from '../../src/node/atomicFile.ts';
import { ARTICLE, extractSample } from '../core/store/sampleArticle.ts';

let folder: string;
let article: string;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dossier-cli-'));
  article = path.join(folder, 'flood.txt');
  fs.writeFileSync(article, ARTICLE);
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

async function run(args: readonly string[], input: readonly (string | Uint8Array)[] = []) {
  const out: string[] = [];
  const err: string[] = [];
  const requests: unknown[] = [];
  const extractor = {
    extract: (request: { readonly text: string }) => {
      requests.push(request);
      return extractSample(request.text);
    },
  };
  const code = await runCli(args, {
    service: () => createDossierService({ extractor, version: '0.1.0' }),
    readOriginal: (file) => readOriginal(file),
    files: nodeFileStore,
    version: '1.2.3',
    input: (async function* () {
      for (const chunk of input) yield typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk;
    })(),
    print: async (text) => void out.push(text),
    complain: (line) => void err.push(line),
  });
  return { code, out: out.join(''), err: err.join('\n'), requests };
}

describe('dossier annotate', () => {
  it('lets a registry count, and says what is wrong with one that it cannot read', async () => {
    const registry = path.join(folder, 'registry.json');
    const entity = { type: 'group', name: 'Red Aid International', articles: ['other.txt'] };
    fs.writeFileSync(registry, JSON.stringify({ format: 'dossier-registry', version: 1, entities: { e_1: entity } }));
    const { requests } = await run(['annotate', '--registry', registry, article]);
    const also: string[] = [];
    expect(requests).toMatchObject([{ known: [{ id: 'e_1', type: 'group', name: 'Red Aid International', also }] }]);
    fs.writeFileSync(registry, '{');
    const broken = await run(['annotate', '--registry', registry, article]);
    expect([broken.code, broken.requests]).toEqual([1, []]);
    expect(broken.err).toContain('registry.json: Not valid JSON');
  });

  it('writes a sidecar beside the article, and the same bytes the second time', async () => {
    expect(await run(['annotate', article])).toMatchObject({ code: 0, err: '' });
    const first = fs.readFileSync(`${article}.dossier.json`, 'utf8');
    expect(JSON.parse(first)).toMatchObject({ format: 'dossier', source: { path: 'flood.txt' }, extractor: '0.1.0' });
    const { mtimeMs } = fs.statSync(`${article}.dossier.json`);
    await run(['annotate', article]);
    expect(fs.readFileSync(`${article}.dossier.json`, 'utf8')).toBe(first);
    expect(fs.statSync(`${article}.dossier.json`).mtimeMs).toBe(mtimeMs);
    expect(fs.readdirSync(folder).sort()).toEqual(['flood.txt', 'flood.txt.dossier.json']);
  });

  it('keeps decisions', async () => {
    await run(['annotate', article]);
    const file = `${article}.dossier.json`;
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('"suggested"', '"rejected"'));
    const decided = fs.readFileSync(file, 'utf8');
    await run(['annotate', article]);
    const kept = Object.values(JSON.parse(fs.readFileSync(file, 'utf8')).entities as object);
    expect(decided).toContain('"rejected"');
    expect(kept.filter((entity) => entity.state === 'rejected')).toHaveLength(1);
  });

  it.each([['{broken'], ['<<<<<<< ours\n'], ['{"format": "dossier", "version": 99}'], ['\xff']])(
    'never overwrites a sidecar that it cannot read: %s',
    async (content) => {
      fs.writeFileSync(`${article}.dossier.json`, content, 'latin1');
      const { code, err } = await run(['annotate', article]);
      expect(code).toBe(1);
      expect(err).toContain('was left as it is');
      expect(fs.readFileSync(`${article}.dossier.json`, 'latin1')).toBe(content);
    },
  );

  it('prints the sidecar with --stdout and writes nothing', async () => {
    const { out } = await run(['annotate', '--stdout', article]);
    expect(JSON.parse(out)).toMatchObject({ format: 'dossier' });
    expect(fs.readdirSync(folder)).toEqual(['flood.txt']);
  });

  it('prints one standoff line for each article', async () => {
    const { out } = await run(['annotate', '--standoff', article, article]);
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).id),
    ).toEqual([article, article]);
  });

  it('goes on after a file that fails', async () => {
    fs.writeFileSync(path.join(folder, 'latin.txt'), Buffer.from([0x63, 0x61, 0x66, 0xe9]));
    const { code, err } = await run([
      'annotate',
      path.join(folder, 'latin.txt'),
      path.join(folder, 'none'),
      folder,
      article,
    ]);
    expect(code).toBe(1);
    expect(err).toMatch(/latin\.txt: is not UTF-8 text.*\n.*none: no such file\n.*is a folder/);
    expect(fs.existsSync(`${article}.dossier.json`)).toBe(true);
  });

  it('hands on the day of publication and remembers it', async () => {
    const { requests } = await run(['annotate', '--published', '2021-08-27', article]);
    expect(requests).toMatchObject([{ published: '2021-08-27' }]);
    expect((await run(['annotate', article])).requests).toMatchObject([{ published: '2021-08-27' }]);
  });
});

describe('dossier annotate --jsonl', () => {
  it('prints a line for each document and reports bad lines with their numbers', async () => {
    const lines = `{"id":"a","text":"Northport é"}\nnonsense\n\n{"id":"b"}\n{"id":"c","text":"Red Aid","published":"2020-02-30"}\n{"id":"d","text":"Red Aid"}`;
    const bytes = new TextEncoder().encode(lines);
    const chunks = Array.from(bytes, (_, i) => bytes.slice(i, i + 1));
    const { code, out, err } = await run(['annotate', '--jsonl'], chunks);
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).id),
    ).toEqual(['a', 'd']);
    expect(err).toMatch(/^line 2: not valid JSON.*\nline 4: "text" is missing\nline 5: "published"/);
    expect(code).toBe(1);
  });
});

describe('dossier validate', () => {
  it('says which files are valid and what is wrong with the others', async () => {
    await run(['annotate', article]);
    const bad = path.join(folder, 'bad.json');
    fs.writeFileSync(bad, '{');
    const { code, out, err } = await run(['validate', `${article}.dossier.json`, bad]);
    expect(code).toBe(1);
    expect(out).toContain('flood.txt.dossier.json: valid');
    expect(err).toMatch(/bad\.json: Not valid JSON at line 1, column 2/);
  });
});

describe('dossier', () => {
  it('prints help and version', async () => {
    expect(await run(['--help'])).toMatchObject({ code: 0, out: expect.stringContaining('Usage:') });
    expect(await run(['--version'])).toMatchObject({ code: 0, out: '1.2.3\n' });
  });

  const wrong = [
    [],
    ['frobnicate'],
    ['annotate'],
    ['validate'],
    ['annotate', '--unknown', 'a'],
    ['annotate', '--published', '2021-02-30', 'a'],
    ['annotate', '--published', 'yesterday', 'a'],
    ['annotate', '--stdout', '--standoff', 'a'],
    ['annotate', '--jsonl', 'a'],
    ['validate', '--stdout', 'a'],
  ];
  it.each(wrong.map((args) => [args.join(' '), args] as const))('wrong usage: %s', async (_, args) => {
    const { code, out, err } = await run(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('--help');
  });
});

describe('dossier import', () => {
  const page = '<html><head><meta name="author" content="Ada Writer"></head><body><p>Sixty houses.</p></body></html>';

  it('makes a text with a source card beside the original, which stays as it is, and writes over nothing', async () => {
    const original = path.join(folder, 'page.html');
    fs.writeFileSync(original, page);
    const made = await run(['import', original]);
    expect([made.code, made.out]).toEqual([0, `${path.join(folder, 'page.txt')}\n`]);
    expect(fs.readFileSync(path.join(folder, 'page.txt'), 'utf8')).toBe('Sixty houses.\n');
    const { source } = JSON.parse(fs.readFileSync(path.join(folder, 'page.txt.dossier.json'), 'utf8'));
    expect(source).toMatchObject({ path: 'page.txt', author: 'Ada Writer', original: 'page.html' });
    expect(fs.readFileSync(original, 'utf8')).toBe(page);
    expect(await run(['validate', path.join(folder, 'page.txt.dossier.json')])).toMatchObject({ code: 0 });
    fs.writeFileSync(path.join(folder, 'page.txt'), 'mine');
    const again = await run(['import', original]);
    expect(again.code).toBe(1);
    expect(again.err).toContain('is there already');
    expect(fs.readFileSync(path.join(folder, 'page.txt'), 'utf8')).toBe('mine');
    const other = path.join(folder, 'other.txt');
    expect(await run(['import', '-o', other, original])).toMatchObject({ code: 0 });
    expect(fs.existsSync(`${other}.dossier.json`)).toBe(true);
  });

  it('prints with --stdout, says what is wrong, and goes on with the next file', async () => {
    const good = path.join(folder, 'page.html');
    const bad = path.join(folder, 'bad.pdf');
    fs.writeFileSync(good, page);
    fs.writeFileSync(bad, 'no pdf');
    const { code, out, err } = await run(['import', '--stdout', bad, good]);
    expect([code, out]).toEqual([1, 'Sixty houses.\n']);
    expect(err).toMatch(/bad\.pdf: .*PDF/);
    expect(fs.readdirSync(folder)).not.toContain('page.txt');
    expect(await run(['import', '-o', 'x', good, bad])).toMatchObject({ code: 2 });
  });
});
