import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCli } from '../../src/cli/runCli.ts';
import { createExtractor } from '../../src/core/extract/pipeline.ts';
import { createDossierService } from '../../src/core/service/dossierService.ts';
import { nodeFileStore } from '../../src/node/atomicFile.ts';
import { readModels } from '../../src/node/readModels.ts';

const extractor = createExtractor({ models: readModels('src/core/lexicon/models') });
const FIRST =
  'The tunnel under the river is 40 metres long, the engineers said.\r\nTwelve people | were hurt on Friday.\r\n';
const SECOND = 'A report from Halvik.\nThe tunnel under the river is 90 metres long, according to the engineers.\n';

let folder: string;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dossier-compare-'));
  fs.writeFileSync(path.join(folder, 'a.txt'), FIRST);
  fs.writeFileSync(path.join(folder, 'b.txt'), SECOND);
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

async function run(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCli(['compare', ...args.map((arg) => arg.replaceAll('@', `${folder}${path.sep}`))], {
    service: () => createDossierService({ extractor, version: '0.1.0' }),
    readOriginal: () => Promise.reject(new Error('nothing is imported')),
    files: nodeFileStore,
    version: '1.2.3',
    input: (async function* () {})(),
    print: async (text) => void out.push(text),
    complain: (line) => void err.push(line),
  });
  return { code, out: out.join(''), err: err.join('\n') };
}

describe('dossier compare', () => {
  it('prints JSON whose places are those of the files as they are', async () => {
    const { code, out } = await run(
      '--json',
      '--published',
      '@a.txt=2024-05-02',
      '--published',
      '@b.txt=2024-05-03',
      '@a.txt',
      '@b.txt',
    );
    expect(code).toBe(0);
    const { statements, pairs } = JSON.parse(out);
    const texts: Record<string, string> = { 'a.txt': FIRST, 'b.txt': SECOND };
    for (const { file, start, end, words } of statements) {
      expect(texts[path.basename(file)]?.slice(start, end).replaceAll('\r\n', '\n').slice(0, 200)).toBe(words);
    }
    const of = (id: string) => statements.find((statement: { id: string }) => statement.id === id).words;
    const against = pairs.filter(({ relation }: { relation: string }) => relation === 'contradiction');
    expect(against.map(({ a, b }: { a: string; b: string }) => [of(a), of(b)])).toContainEqual([
      '40 metres',
      '90 metres',
    ]);
  });

  it('says conflicts with file and line', async () => {
    const { out } = await run('@a.txt', '@b.txt');
    expect(out).toMatch(/contradiction: .*a\.txt:1 "40 metres" \/ .*b\.txt:2 "90 metres"/);
  });

  it('prints Markdown in which the text of an article is text', async () => {
    fs.writeFileSync(path.join(folder, 'b.txt'), SECOND.replace('the engineers', 'the <b>*engineers*</b> | union'));
    const { out } = await run('--markdown', '@a.txt', '@b.txt');
    expect(out).toContain('## Conflicts, updates and other scopes');
    expect(out).not.toMatch(/(?<!\\)<b>/);
  });

  it('goes on without a file that it cannot read, and says so', async () => {
    const { code, err, out } = await run('@a.txt', '@b.txt', '@none.txt');
    expect(code).toBe(1);
    expect(err).toContain('none.txt: no such file');
    expect(out).toContain('90 metres');
  });

  it.each([
    [['@a.txt'], 'compare needs the names of two or more article files.'],
    [['--json', '--markdown', '@a.txt', '@b.txt'], '--json cannot go with --markdown.'],
    [['--published', '2024-05-02', '@a.txt', '@b.txt'], '--published needs FILE=YYYY-MM-DD, not "2024-05-02".'],
    [['--published', 'c.txt=2024-05-02', '@a.txt', '@b.txt'], '--published names "c.txt", which is not compared.'],
  ])('%j is wrong usage', async (args, sentence) => {
    const { code, err } = await run(...args);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
  });
});
