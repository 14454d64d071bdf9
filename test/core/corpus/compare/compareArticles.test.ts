import { describe, expect, test } from 'vitest';
import { compareArticles } from '../../../../src/core/corpus/compare/compareArticles.ts';
import { statementsOf } from '../../../../src/core/corpus/statements/statementsOf.ts';
import { createExtractor } from '../../../../src/core/extract/pipeline.ts';
import { readModels } from '../../../../src/node/readModels.ts';

const extractor = createExtractor({ models: readModels('src/core/lexicon/models') });

function articleOf(file: string, published: string, text: string) {
  const extraction = extractor.extract({ text, published });
  const entities = extraction.entities.map(({ name }) => name);
  return { file, published, entities, statements: statementsOf({ text, extraction }) };
}

/** How the first statement with `one` in the first text stands to the first with `other` in the second. */
function relationOf(first: string, second: string, one: string, other: string) {
  const { told, pairs } = compareArticles([
    articleOf('a.txt', '2024-05-02', first),
    articleOf('b.txt', '2024-05-04', second),
  ]);
  const pair = pairs.find(({ a, b }) => {
    const [x, y] = [told[a], told[b]];
    return (
      x?.article.file === 'a.txt' &&
      y?.article.file === 'b.txt' &&
      (x.statement.kind !== 'fact') === !one.startsWith('=') &&
      x.statement.words.includes(one.replace('=', '')) &&
      y.statement.words.includes(other.replace('=', ''))
    );
  });
  return pair?.relation;
}

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
      'two lengths of one thing',
      'The tunnel under the river is 40 metres long, the engineers said.',
      'The tunnel under the river is 90 metres long, according to the engineers.',
      '40 metres',
      '90 metres',
      ['contradiction'],
    ],
    [
      'two dates of one founding',
      'The company was founded in 1998 in Halvik by two brothers.',
      'The company, founded in 2003 in Halvik, makes pumps.',
      '1998',
      '2003',
      ['contradiction'],
    ],
    [
      'two holders of one post',
      'The harbour director, Anna Lindqvist, said the port was open.',
      'The harbour director, Peter Brandt, said the port was shut.',
      '=Anna Lindqvist',
      '=Peter Brandt',
      ['contradiction'],
    ],
    [
      'nobody and three at the same time',
      'Nobody was arrested after the raid in Halvik, the prosecutor said.',
      'Three men were arrested after the raid in Halvik, police said.',
      'Nobody',
      'Three',
      ['contradiction'],
    ],
  ] as const)('%s', (_, first, second, one, other, wanted) => {
    expect(wanted).toContain(relationOf(first, second, one, other));
  });

  test.each([
    ['the dead and the injured', 'The blast killed 14 people.', 'The blast injured 60 people.', '14', '60'],
    [
      'an event planned and an event of the past',
      'The bridge will open in 2026, the ministry said.',
      'The old bridge opened in 1961 and was used for decades.',
      '2026',
      '1961',
    ],
    [
      'the day that an article is sent and the year of what it tells',
      'PORT HALVIK, 2 May 2024 (Agency) - The bridge opened in 1962, the harbour office said.',
      'The bridge over the river opened in 1962 and was rebuilt later.',
      '2 May 2024',
      '1962',
    ],
    [
      'claims that differ in their figures alone',
      'The flood killed 14 people in the valley of Halvik.',
      'The flood killed 31 people in the valley of Halvik.',
      '=The flood killed 14',
      '=The flood killed 31',
    ],
    [
      'dollars and euros',
      'The repair cost $3 million.',
      'The repair cost 5 million euros.',
      '$3 million',
      '5 million euros',
    ],
    [
      'a former and a present holder',
      'The director, Anna Lindqvist, spoke.',
      'The former director, Peter Brandt, spoke.',
      '=Anna',
      '=Peter',
    ],
  ])('no contradiction between %s', (_, first, second, one, other) => {
    expect(['contradiction', 'same']).not.toContain(relationOf(first, second, one, other));
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
