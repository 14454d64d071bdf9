import { describe, expect, it } from 'vitest';
import { type CalledEntity, likelySame } from '../../../src/core/corpus/query/likelySame.ts';

type Given = readonly [name: string, articles: number, calledToo?: Record<string, number>, type?: string];

function entities(given: readonly Given[]): CalledEntity[] {
  return given.map(([name, articles, calledToo = {}, type = 'organization']) => ({
    ...{ name, articles, type },
    calledToo: new Map(Object.entries(calledToo)),
  }));
}

/** Each name that is perhaps another's, with that. */
function found(given: readonly Given[]): string[] {
  const all = entities(given);
  return likelySame(all).flatMap((kept, at) => (kept < 0 ? [] : [`${all[at]?.name} = ${all[kept]?.name}`]));
}

describe('entities of different articles are perhaps one', () => {
  it.each<[string, Given[], string[]]>([
    [
      'an acronym',
      [
        ['Northern Trade Council', 9],
        ['NTC', 2],
      ],
      ['NTC = Northern Trade Council'],
    ],
    [
      'the one of more articles is kept',
      [
        ['NTC', 9],
        ['Northern Trade Council', 2],
      ],
      ['Northern Trade Council = NTC'],
    ],
    [
      'another spelling',
      [
        ['Al-Qasimi Brigade', 5],
        ['Al Kasimi Brigade', 1],
      ],
      ['Al Kasimi Brigade = Al-Qasimi Brigade'],
    ],
    [
      'a state in short',
      [
        ['United Kingdom', 8, {}, 'location'],
        ['UK', 7, {}, 'location'],
      ],
      ['UK = United Kingdom'],
    ],
    [
      'a name that articles join to it',
      [
        ['Eva Lund', 4, { lund: 3 }, 'person'],
        ['Lund', 2, {}, 'person'],
      ],
      ['Lund = Eva Lund'],
    ],
    [
      'a chain of names leads to the first',
      [
        ['Harbour Watch', 9, { 'north pier watch': 2 }],
        ['North Pier Watch', 3],
        ['NPW', 1],
      ],
      ['North Pier Watch = Harbour Watch', 'NPW = Harbour Watch'],
    ],
  ])('%s', (_, given, expected) => {
    expect(found(given)).toEqual(expect.arrayContaining(expected));
  });

  it.each<[string, Given[]]>([
    [
      'a surname of two people',
      [
        ['Eva Lund', 4, { lund: 3 }, 'person'],
        ['Jan Lund', 4, { lund: 4 }, 'person'],
        ['Lund', 2, {}, 'person'],
      ],
    ],
    [
      'one article of many that joins two',
      [
        ['Avery', 60, { marlow: 1 }, 'person'],
        ['Marlow', 50, {}, 'person'],
      ],
    ],
    [
      'names of two types',
      [
        ['Georgia', 9, {}, 'location'],
        ['Georgia', 2, {}, 'person'],
      ],
    ],
    [
      'letters that only sound alike',
      [
        ['FAQ', 5],
        ['Foreign and Civil Service', 2],
      ],
    ],
    [
      'two regiments with numbers',
      [
        ['7 Brigade', 5],
        ['8 Brigade', 2],
      ],
    ],
  ])('are not for %s', (_, given) => {
    expect(found(given)).toEqual([]);
  });

  it('takes time in proportion to the names', () => {
    const many = (count: number) =>
      entities(
        Array.from({ length: count }, (_, i) => [`Office ${(i * 7919).toString(36)} of Reva`, 1, { [`o${i}`]: 1 }]),
      );
    const [small, large] = [many(2000), many(8000)];
    const time = (list: CalledEntity[]) => {
      const started = performance.now();
      likelySame(list);
      return performance.now() - started;
    };
    time(small);
    const ratios = [1, 2, 3].map(() => time(large) / Math.max(1, time(small))).sort((a, b) => a - b);
    expect(ratios[1]).toBeLessThan(12);
  });
});
