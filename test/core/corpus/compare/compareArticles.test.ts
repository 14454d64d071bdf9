import { describe, expect, test } from 'vitest';
import { compareArticles } from '../../../../src/core/corpus/compare/compareArticles.ts';
import { articleOf, relationOf } from './relationOf.ts';

describe('how two articles stand to each other on one question', () => {
  test.each([
    [
      'one figure in words and in digits',
      'Twelve people were killed when the train derailed near Halvik, police said.',
      'The derailment near Halvik killed 12 people.',
      'Twelve',
      '12',
      ['same'],
    ],
    [
      'a length in other units',
      'The tunnel under the river is 40 metres long, the engineers said.',
      'Workers dug a tunnel that is about 131 feet long under the river.',
      '40 metres',
      '131 feet',
      ['same', 'compatible'],
    ],
    [
      'a toll that rises',
      'At least 14 people were killed in the flood, the ministry said on Thursday.',
      'The flood killed 31 people, the ministry said on Saturday.',
      '14',
      '31',
      ['updated'],
    ],
    [
      'nobody, and two days later three',
      'Nobody was arrested after the raid in Halvik, the prosecutor said.',
      'Three men were arrested after the raid in Halvik, police said.',
      'Nobody',
      'Three',
      ['updated'],
    ],
    [
      'an amount in the currency of the other article',
      'Customs valued the seized tobacco at 157 million euros ($175 million) on Tuesday.',
      'The seized tobacco was valued by customs at $175 million on Tuesday.',
      '157 million euros',
      '$175 million',
      ['same'],
    ],
    [
      'a speed and the limit',
      'The train was doing 92 km/h in the bend, the ministry said.',
      'The train entered the bend at a speed limit of 60 km/h, the union said.',
      '92 km/h',
      '60 km/h',
      ['different scope', undefined],
    ],
    [
      'nobody and somebody in another word',
      'Nobody was injured when the stage in Halvik gave way, the organisers said.',
      'A singer was wounded when the stage in Halvik gave way on Tuesday evening.',
      '=Nobody was injured',
      '=A singer was wounded',
      ['updated', 'contradiction'],
    ],
    [
      'a time in words and the same in digits',
      'The gate of the depot in Halvik fell just before five in the afternoon.',
      'The gate of the depot in Halvik fell at 16:50.',
      'five',
      '16:50',
      ['same', 'compatible'],
    ],
    [
      'one judge whose name a machine changed',
      'Presiding judge Anna Hoogstraat read the verdict in Halvik.',
      'The presiding judge, Hoogstraten, read the verdict in Halvik.',
      '=Anna',
      '=Hoogstraten',
      ['same', 'compatible'],
    ],
  ] as const)('%s', (_, first, second, one, other, wanted) => {
    expect(wanted).toContain(relationOf(first, second, one, other));
  });

  test('statements of one article are never set against each other as a contradiction', () => {
    const text = 'The tunnel is 40 metres long. Earlier the tunnel was said to be 90 metres long.';
    const { pairs } = compareArticles([articleOf('a.txt', '2024-05-02', text)]);
    expect(pairs.map(({ relation }) => relation)).not.toContain('contradiction');
  });

  test('the order in which the articles are given does not count', () => {
    const articles = [
      articleOf('a.txt', '2024-05-02', 'At least 14 people were killed in the flood, the ministry said.'),
      articleOf('b.txt', '2024-05-04', 'The flood killed 31 people and injured 12, the ministry said.'),
      articleOf('c.txt', '2024-05-05', 'The flood killed 31 people. The tunnel is 40 metres long.'),
    ];
    const said = (list: typeof articles) => {
      const { told, pairs } = compareArticles(list);
      const side = (i: number) => `${told[i]?.article.file} ${told[i]?.statement.start}`;
      return pairs.map(({ a, b, relation }) => `${side(a)} ${side(b)} ${relation}`).sort();
    };
    expect(said([...articles].reverse())).toEqual(said(articles));
  });
});

describe('origins', () => {
  test('two papers that quote one ministry have one origin', () => {
    const { told, origins } = compareArticles([
      articleOf('a.txt', '2024-05-02', 'The flood killed 1,274 people, according to the Interior Ministry.'),
      articleOf('b.txt', '2024-05-03', 'The Interior Ministry said the flood killed 1,274 people.'),
    ]);
    const files = origins.map(({ statements }) => [...new Set(statements.map((i) => told[i]?.article.file))].sort());
    expect(files).toContainEqual(['a.txt', 'b.txt']);
  });

  test('two bodies that count for themselves have two, although the numbers are equal', () => {
    const { told, origins } = compareArticles([
      articleOf('a.txt', '2024-05-02', 'The flood killed 31 people, according to the Red Cross.'),
      articleOf('b.txt', '2024-05-03', 'The Interior Ministry said the flood killed 31 people.'),
    ]);
    const figures = origins.filter(({ statements }) =>
      statements.some((i) => told[i]?.statement.measure?.value === 31),
    );
    expect(figures).toEqual([]);
  });
});
