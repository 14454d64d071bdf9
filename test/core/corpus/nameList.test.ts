import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actOf, takeBack } from '../../../src/core/corpus/acts/registryAct.ts';
import { knownEntities } from '../../../src/core/corpus/knownEntities.ts';
import { importNames } from '../../../src/core/corpus/nameList/importNames.ts';
import type { NameList } from '../../../src/core/corpus/nameList/nameList.ts';
import { readFollowTheMoney } from '../../../src/core/corpus/nameList/readFollowTheMoney.ts';
import { readRows } from '../../../src/core/corpus/nameList/readRows.ts';
import { registerDecisions } from '../../../src/core/corpus/registerDecisions.ts';
import { EMPTY_REGISTRY } from '../../../src/core/corpus/registry.ts';
import { parseRegistry, serialiseRegistry } from '../../../src/core/corpus/registryFile.ts';
import { readNameList } from '../../../src/editor/registry/readNameList.ts';

const shown = ({ names }: NameList) =>
  names.map(({ type, name, aliases }) => [type, name, ...aliases.map((a) => a.name)]);

describe('a table of names', () => {
  it('says by its header what the columns are', () => {
    const rows = [
      ['id', 'Aliases', 'Name', 'Type', 'Notes'],
      ['7', 'E. Lund; Eva L.|Lund', 'Eva Lund', 'Person', 'harbour master'],
      ['8', '', 'Northport Shipping', 'Company', ''],
      ['', '', '', '', ''],
    ];
    const list = readRows(rows, []);
    expect(shown(list)).toEqual([
      ['person', 'Eva Lund', 'E. Lund', 'Eva L.', 'Lund'],
      ['organization', 'Northport Shipping'],
    ]);
    expect(list.names[0]).toMatchObject({ listId: '7', note: 'harbour master' });
  });

  it('without a header has the name first', () => {
    expect(shown(readRows([['Eva Lund', 'person'], ['Orrin']], []))).toEqual([
      ['person', 'Eva Lund'],
      ['other', 'Orrin'],
    ]);
  });

  it('tells each row that cannot be used, and takes the others', () => {
    const list = readRows(
      [
        ['name', 'type'],
        ['Eva', 'wizard'],
        ['  ', 'person'],
        ['Orrin', 'ship'],
        ['Mika', 'militia'],
      ],
      ['Militia'],
    );
    expect(list.problems).toEqual(['row 2: “wizard” is no type.', 'row 3: it has no name, or one that is too long.']);
    expect(shown(list)).toEqual([
      ['product', 'Orrin'],
      ['Militia', 'Mika'],
    ]);
  });

  it('is bounded, whatever it holds', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string())), (rows) => {
        for (const { name, aliases } of readRows(rows, []).names) {
          expect(name).toMatch(/^\S(?:.*\S)?$/u);
          expect(aliases.length).toBeLessThanOrEqual(50);
        }
      }),
    );
    expect(readRows([['x'.repeat(300)], ['__proto__', 'constructor']], []).names).toEqual([]);
    expect(
      readRows(
        Array.from({ length: 50_010 }, (_, at) => [`N${at}`]),
        [],
      ),
    ).toMatchObject({ unused: 10 });
  });
});

describe('the file of a name list', () => {
  it.each([
    ['commas and quotation marks', 'name,type\n"Lund, Eva",person\n', ['Lund, Eva']],
    ['semicolons, a byte order mark and other line ends', '\uFEFFName;Type\r\nEva Lund;person\r\n', ['Eva Lund']],
    ['tabs', 'name\ttype\nEva Lund\tperson\n', ['Eva Lund']],
    ['JSON lines under any name', '{"schema":"Person","properties":{"name":["Eva Lund"]}}\n', ['Eva Lund']],
    ['nothing', '', []],
  ])('may have %s', (_, text, names) => {
    expect(readNameList('list.csv', text, []).names.map(({ name }) => name)).toEqual(names);
  });

  it('may be anything without harm', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readNameList('x.csv', text, []).problems.length).toBeLessThan(101);
      }),
    );
    const started = performance.now();
    readNameList('x.csv', `"${'a,b\n'.repeat(200_000)}`, []);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe('FollowTheMoney entities', () => {
  it('are known by their names, aliases and weak aliases', () => {
    const lines = [
      {
        id: 'q1',
        schema: 'Person',
        properties: { name: ['Eva Lund', 'Lund, Eva'], alias: ['E. Lund'], weakAlias: ['Captain'] },
      },
      { id: 'q2', schema: 'Vessel', properties: { name: ['Orrin'] } },
      { id: 'q3', schema: 'Address', properties: { full: ['1 Quay, Northport'] } },
      { id: 'q4', schema: 'Ownership', properties: {} },
      { id: 'q5', schema: 'Company', properties: { name: [5] } },
    ];
    const list = readFollowTheMoney(`${lines.map((line) => JSON.stringify(line)).join('\n')}\n{"schema":\n`);
    expect(shown(list)).toEqual([
      ['person', 'Eva Lund', 'Lund, Eva', 'E. Lund', 'Captain'],
      ['product', 'Orrin'],
      ['location', '1 Quay, Northport'],
    ]);
    expect(list.unused).toBe(3);
    expect(list.problems[2]).toContain('line 6: not valid JSON');
  });

  it.each(['null', '[]', '"x"', '{"schema":"Person","properties":{"name":"Eva"}}', '{"__proto__":1}'])(
    'refuses %s',
    (line) => {
      expect(readFollowTheMoney(line)).toMatchObject({ names: [], unused: 1 });
    },
  );
});

describe('imported names', () => {
  const LIST = readRows(
    [
      ['Eva Lund', 'person', 'E. Lund'],
      ['Red Aid', 'group', 'RA'],
    ],
    [],
  ).names;
  const KNOWN = {
    ...EMPTY_REGISTRY,
    entities: new Map([['e_1', { type: 'group', name: 'Red Aid', aliases: [], articles: ['a.txt'], by: 'Ada' }]]),
  };

  it('are known in all articles; what people decided stays, and only gets further names', () => {
    const { registry, added, extended, known } = importNames(KNOWN, LIST, 'list.csv');
    expect([added, extended, known]).toEqual([1, 1, 0]);
    expect(registry.entities.get('e_1')).toMatchObject({
      name: 'Red Aid',
      by: 'Ada',
      aliases: [{ name: 'RA', kind: 'name' }],
    });
    expect(knownEntities(registry).map(({ name }) => name)).toEqual(['Red Aid', 'Eva Lund']);
    expect(importNames(registry, LIST, 'list.csv')).toMatchObject({ added: 0, extended: 0, known: 2 });
  });

  it('stay when an article that decided on them takes it back, and are the same after saving', () => {
    const { registry } = importNames(EMPTY_REGISTRY, LIST, 'list.csv');
    const [id = ''] = registry.entities.keys();
    expect(registerDecisions(registry, 'a.txt', [{ id, record: null }]).entities.has(id)).toBe(true);
    const text = serialiseRegistry(registry);
    const parsed = parseRegistry(text);
    expect(parsed.ok && serialiseRegistry(parsed.value)).toBe(text);
  });

  it('are taken back in one step, but for what was decided since', () => {
    const { registry } = importNames(KNOWN, LIST, 'list.csv');
    const act = actOf('Import list.csv', KNOWN, registry);
    expect(serialiseRegistry(takeBack(registry, act).registry)).toBe(serialiseRegistry(KNOWN));
    const later = new Map(registry.entities).set('e_1', {
      ...registry.entities.get('e_1')!,
      name: 'Red Aid International',
    });
    const back = takeBack({ ...registry, entities: later }, act);
    expect(back).toMatchObject({ changed: 1, left: 1 });
    expect([...back.registry.entities.values()].map(({ name }) => name)).toEqual(['Red Aid International']);
  });
});
