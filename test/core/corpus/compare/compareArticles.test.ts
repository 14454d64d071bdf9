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

/** What else an article holds: how rare a word is shows beside others alone. */
const REST = [
  'Shops in the old town closed early. A school choir sang on the square, and the weather office expects rain. The mayor thanked the volunteers for their work. Trains run again from Monday.',
  'Farmers in the valley sold apples at the market. Two teachers wrote a book about birds. The library has new chairs, and its roof was painted green. Nobody could say who paid for it.',
] as const;

/** How the first statement with `one` in the first text stands to the first with `other` in the second. */
function relationOf(first: string, second: string, one: string, other: string) {
  const { told, pairs } = compareArticles([
    articleOf('a.txt', '2024-05-02', `${first}\n\n${REST[0]}`),
    articleOf('b.txt', '2024-05-04', `${second}\n\n${REST[1]}`),
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
      'two parts of one number',
      'The lab found bacteria in two of 14 samples of water from Halvik.',
      'Bacteria were found in three of the 14 samples of water from Halvik.',
      'two',
      'three',
      ['contradiction'],
    ],
    [
      'two speeds of one train',
      'The train was travelling at 58 km/h, the minister said.',
      'The train was doing 112 km/h when it left the rails, investigators said.',
      '58',
      '112',
      ['contradiction'],
    ],
    [
      'two foundings of one movement that has demands',
      'Founded in 2014, the Harbour Front demands that the port be closed.',
      'The Harbour Front came into being in January 2015.',
      '2014',
      '2015',
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
      'three, and later nobody',
      'Three men were arrested after the raid in Halvik, police said.',
      'Nobody was arrested after the raid in Halvik, the prosecutor said.',
      'Three',
      'Nobody',
      ['contradiction'],
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
      'no fire and a fire in the same word',
      'The fire brigade said that the tank in Halvik never leaked.',
      'The tank in Halvik leaked for two hours, residents said.',
      '=the tank in Halvik never',
      '=The tank in Halvik leaked',
      ['contradiction'],
    ],
    [
      'two sides of the compass',
      'The epicentre lay 18 km north of Halvik, the observatory said.',
      'The epicentre was 18 km south of Halvik, according to the institute.',
      '=north',
      '=south',
      ['contradiction'],
    ],
    [
      'two marks for one bridge',
      'At its last inspection the bridge was rated good, the ministry said.',
      'The inspectors gave the bridge an overall rating of poor.',
      '=good',
      '=poor',
      ['contradiction'],
    ],
    [
      'one who is missing and one who is questioned',
      'Captain Peter Brandt survived and is in custody, police said.',
      'The captain, Peter Brandt, is still missing, the company said.',
      '=Captain Peter Brandt survived',
      '=Peter Brandt, is still missing',
      ['contradiction'],
    ],
    [
      'two times of day for what both begin with',
      'The ferry left Halvik at 4:10 p.m. on Tuesday and sank an hour later.',
      'The ferry cast off from Halvik at 5:40 p.m. on Tuesday, the harbour office said.',
      '4:10',
      '5:40',
      ['contradiction'],
    ],
    [
      'one amount in two currencies',
      'The company made a profit of 131 million crowns in the third quarter.',
      'The profit of the company was 131 million euros in the third quarter.',
      '131 million crowns',
      '131 million euros',
      ['contradiction'],
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
      'a profit and a loss',
      'The company made a net profit of 46 million euros.',
      'The company lost 46 million euros.',
      '46 million',
      '46 million',
      ['contradiction'],
    ],
    [
      'two weapons',
      'A man with a shotgun robbed the jeweller in Halvik on Tuesday, police said.',
      'The man who robbed the jeweller in Halvik drew a long knife, witnesses said.',
      '=shotgun',
      '=knife',
      ['contradiction'],
    ],
    [
      'two causes',
      'The fire in the warehouse was caused by a short circuit, the fire brigade said.',
      'Investigators believe that the fire in the warehouse was started by lightning.',
      '=short circuit',
      '=lightning',
      ['contradiction'],
    ],
    [
      'a cause and its denial',
      'The fire in the warehouse was caused by a short circuit, the fire brigade said.',
      'Investigators ruled out a short circuit as the cause of the fire in the warehouse.',
      '=short circuit',
      '=short circuit',
      ['contradiction'],
    ],
    [
      'two states of one thing',
      'The back door of the museum in Halvik was locked, the guards said.',
      'Police found the back door of the museum in Halvik open.',
      '=locked',
      '=open',
      ['contradiction'],
    ],
    [
      'without a permit and with one',
      'The firm was blasting in the quarry at Halvik without a valid permit.',
      'The firm held a permit for the blasting in the quarry at Halvik until June.',
      '=without a valid permit',
      '=held a permit',
      ['contradiction'],
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
      'two ages of one who is not named',
      'A 47-year-old plumber was questioned after the fire in Halvik.',
      'Police questioned a 43-year-old man after the fire in Halvik.',
      '=47',
      '=43',
      ['contradiction'],
    ],
    [
      'two counts of one noun',
      'Two statues were taken from the chapel in Halvik on Sunday night.',
      'Thieves took three statues from the chapel in Halvik on Sunday night.',
      'Two',
      'three',
      ['contradiction'],
    ],
    [
      'a value that is withdrawn',
      'Correction: an earlier version of this article gave the length of the tunnel as 90 metres.',
      'The length of the tunnel is 40 metres, the engineers said.',
      '90 metres',
      '40 metres',
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
      'two weapons in articles that name several',
      'The men had a rifle, and later police found a sword in the river.',
      'The butcher of the village sold the hatchet, and a pistol was stolen from a museum.',
      '=rifle',
      '=pistol',
    ],
    [
      'two doors of two houses',
      'The gate of the zoo was open all night.',
      'Both cinemas in the capital stayed closed for lack of visitors.',
      '=open',
      '=closed',
    ],
    [
      'a denial of a part',
      'Not all villages in the valley of Halvik have power.',
      'The villages in the valley of Halvik have power again.',
      '=Not all villages',
      '=The villages',
    ],
    [
      'a time in words and the same in digits',
      'The gate of the depot in Halvik fell just before five in the afternoon.',
      'The gate of the depot in Halvik fell at 16:50.',
      'five',
      '16:50',
    ],
    [
      'a bound on a number of people and something else of the place',
      'There were never more than 300 people in the park of Halvik, the police said.',
      'A thunderstorm broke over the park of Halvik in the evening.',
      '=There were never',
      '=A thunderstorm',
    ],
    [
      'no new case and the cases before',
      'No new case has been recorded in Halvik since Monday.',
      'Fourteen cases have been confirmed in Halvik since October.',
      '=No new case',
      '=Fourteen cases',
    ],
    [
      'what somebody did not do and what others did',
      '"I did not print it and I did not sell it," the minister said.',
      'The papers had been printed in another country, the agency wrote.',
      '=I did not print',
      '=The papers',
    ],
    [
      'a distance and a length',
      'A nurse stood forty metres from the gate of the tunnel in Halvik.',
      'The tunnel in Halvik is 48 metres long.',
      'forty metres',
      '48 metres',
    ],
    [
      'one who gave up a post and who has it now',
      'Ana Ruiz resigned as director of the Halvik Harbour Board. Ana Ruiz, the director of the Halvik Harbour Board, spoke on Thursday.',
      'The director of the Halvik Harbour Board, Per Lund, thanked the crew.',
      '=Ana Ruiz',
      '=Per Lund',
    ],
    [
      'ministers of two countries',
      'The Norwegian foreign minister, Ana Ruiz, spoke in Halvik.',
      'The Danish foreign minister, Per Lund, came to Halvik.',
      '=Ana Ruiz',
      '=Per Lund',
    ],
    [
      'ages that are far apart',
      'A 19-year-old student was questioned after the fire in Halvik.',
      'Police questioned a 71-year-old man after the fire in Halvik.',
      '=19',
      '=71',
    ],
    [
      'something that did not happen to a thing and something else of that thing',
      'No cargo was moved to another ship, the owner said.',
      'The ministry put the value of the cargo at 29 million dollars.',
      '=No cargo',
      '=value of the cargo',
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
