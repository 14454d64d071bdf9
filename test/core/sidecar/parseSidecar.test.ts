import { describe, expect, it } from 'vitest';
import { type Migration, migrate } from '../../../src/core/sidecar/migrations.ts';
import { parseSidecar } from '../../../src/core/sidecar/parseSidecar.ts';
import { readJson } from '../../../src/core/sidecar/readJson.ts';

const SOURCE = `"source": {"sha256": "${'0'.repeat(64)}", "offsets": "utf-16; LF"}`;
const HEAD = `"format": "dossier", "version": 1, ${SOURCE}`;
const NOTE = '{"text": "x", "state": "added", "origin": "person"}';

describe('parseSidecar', () => {
  it('takes the smallest file, with a byte order mark too', () => {
    expect(parseSidecar(`\ufeff{${HEAD}}`)).toMatchObject({ ok: true });
  });

  const broken: readonly [name: string, json: string, problem: object][] = [
    ['an empty file', '', { kind: 'json', line: 1, column: 1 }],
    ['a missing comma', `{\n  ${HEAD}\n  "notes": {}}`, { kind: 'json', line: 3, column: 3 }],
    ['a trailing comma', `{${HEAD},}`, { kind: 'json' }],
    ['text behind the end', `{${HEAD}} x`, { kind: 'json' }],
    ['a list', '[]', { kind: 'foreign' }],
    ['null', 'null', { kind: 'foreign' }],
    ['other data', '{"format": "other", "version": 1}', { kind: 'foreign' }],
    [
      'a newer version',
      '{"format": "dossier", "version": 2}',
      { kind: 'newer', message: expect.stringContaining('version 2') },
    ],
    ['a version that is no number', '{"format": "dossier", "version": "1"}', { kind: 'shape' }],
    ['no source', '{"format": "dossier", "version": 1}', { kind: 'shape', message: expect.stringContaining('source') }],
    ['conflict markers', `{\n<<<<<<< ours\n  ${HEAD}\n=======\n>>>>>>> theirs\n}`, { kind: 'conflict', line: 2 }],
    [
      'a key that stands twice',
      `{${HEAD}, "notes": {"n_1": ${NOTE}, "n_1": ${NOTE}}}`,
      { kind: 'json', message: expect.stringContaining('stands twice') },
    ],
    [
      'the key __proto__',
      `{${HEAD}, "notes": {"__proto__": ${NOTE}}}`,
      { kind: 'json', message: expect.stringContaining('__proto__') },
    ],
    ['the key __proto__ in disguise', `{${HEAD}, "\\u005f_proto__": {}}`, { kind: 'json' }],
    ['an id that is a number', `{${HEAD}, "notes": {"12": ${NOTE}}}`, { kind: 'shape' }],
    ['deep nesting', '['.repeat(100_000), { kind: 'json', message: expect.stringContaining('deeper') }],
    ['a number without end', `{${HEAD}, "x": 1e999}`, { kind: 'json' }],
    ['a wrong escape', `{${HEAD}, "x": "\\q"}`, { kind: 'json', message: expect.stringContaining('backslash') }],
    ['a control character', `{${HEAD}, "x": "a\nb"}`, { kind: 'json' }],
    [
      'a wrong word',
      `{${HEAD}, "notes": {"n_1": {"text": "x", "state": "maybe", "origin": "person"}}}`,
      { kind: 'shape', message: expect.stringMatching(/notes\.n_1\.state: .*suggested/) },
    ],
    [
      'an empty range',
      `{${HEAD}, "notes": {"n_1": {"at": [{"block": "00000000", "start": 3, "end": 3}], "quote": {"exact": "x"}, "text": "x", "state": "added", "origin": "person"}}}`,
      { kind: 'shape', message: expect.stringContaining('start must be before end') },
    ],
  ];
  const long = 20_000_000;
  it('takes a text of 20 MB, with and without escapes', () => {
    for (const text of ['a'.repeat(long), '\\n'.repeat(long / 2)]) {
      const read = parseSidecar(`{${HEAD}, "x": "${text}"}`);
      expect(read.ok && (read.value.x as string).length).toBe(JSON.parse(`"${text}"`).length);
    }
  });

  const huge: readonly [name: string, make: () => string, kind: string][] = [
    ['a text that is not closed', () => `{${HEAD}, "x": "${'a'.repeat(long)}`, 'json'],
    ['one number', () => `{${HEAD}, "x": ${'1'.repeat(long)}}`, 'json'],
    ['blanks', () => ' '.repeat(long), 'json'],
    ['line ends', () => '\n'.repeat(long), 'json'],
    ['lists in lists', () => '['.repeat(long), 'json'],
    ['objects in objects', () => '{"a":'.repeat(long / 5), 'json'],
    ['an id', () => `{${HEAD}, "notes": {"${'n'.repeat(long)}": ${NOTE}}}`, 'shape'],
    [
      'wrong tags',
      () => `{${HEAD}, "notes": {"n_1": ${NOTE.replace('{', `{"tags": [1${',1'.repeat(300_000)}],`)}}}`,
      'shape',
    ],
    ['a key that stands twice', () => `{${`"${'k'.repeat(long / 2)}":1,`.repeat(2)}`, 'json'],
  ];
  it.each(huge)('says in words what is wrong with %s of many megabytes', (_, make, kind) => {
    const read = parseSidecar(make());
    expect(read).toMatchObject({ ok: false, error: { kind } });
    expect(read.ok ? 0 : read.error.message.length).toBeLessThan(2000);
  });

  it.each(broken)('says what is wrong with %s', (_, json, problem) => {
    expect(parseSidecar(json)).toMatchObject({ ok: false, error: problem });
  });

  it('takes ids that are names of built-in things', () => {
    const parsed = parseSidecar(`{${HEAD}, "notes": {"constructor": ${NOTE}, "toString": ${NOTE}}}`);
    expect(parsed.ok && Object.keys(parsed.value.notes ?? {})).toEqual(['constructor', 'toString']);
  });

  it('does not take words in a text for conflict markers', () => {
    const parsed = parseSidecar(`{${HEAD}, "x": "<<<<<<< ours"}`);
    expect(parsed.ok).toBe(true);
  });
});

describe('readJson', () => {
  it.each(['{"a":[1,-2.5e3,true,false,null,"\\u00e9\\n\\"x"],"b":{}}', '"x"', ' [ ] ', '{"valueOf":1}'])(
    'reads %s',
    (json) => {
      expect(readJson(json)).toEqual({ ok: true, value: JSON.parse(json) });
    },
  );
});

describe('migrate', () => {
  it('goes from version to version until the newest', () => {
    const steps = new Map<number, Migration>([
      [1, (file: object) => ({ ...file, second: true })],
      [2, (file: object) => ({ ...file, third: true })],
    ]);
    expect(migrate({}, 1, steps)).toEqual({ second: true, third: true });
  });
});
