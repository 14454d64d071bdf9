import { describe, expect, test } from 'vitest';
import { statementsOf } from '../../../../src/core/corpus/statements/statementsOf.ts';
import { createExtractor } from '../../../../src/core/extract/pipeline.ts';
import { readModels } from '../../../../src/node/readModels.ts';

const extractor = createExtractor({ models: readModels('src/core/lexicon/models') });

function statementsIn(text: string, published = '2024-05-02') {
  return statementsOf({ text, extraction: extractor.extract({ text, published }) });
}

function answersIn(text: string) {
  return statementsIn(text).flatMap(({ answer, question }) =>
    answer === null || answer.kind === 'field' || answer.value === 'in office' ? [] : [[question, answer.value]],
  );
}

describe('facts whose value is one of a few', () => {
  test.each([
    ['the epicentre by the compass', 'The epicentre lay 18 km north of the town of Halvik.', [['direction', 'north']]],
    ['a side that a machine translated', 'They came from the coast East of the island.', [['direction', 'east']]],
    ['a country is no direction', 'The two met in South Korea on Monday.', []],
    [
      'a mark of an inspection',
      'At its last inspection the bridge was rated "fair", the ministry said.',
      [['rating', 'fair']],
    ],
    ['fair weather is no mark', 'The ship left in fair weather, the harbour office said.', []],
    ['one who died', 'Peter Brandt was killed by a roadside bomb.', [['fate', 'dead']]],
    ['what somebody misses', 'Peter Brandt said that helpers were missing the maps of the town.', []],
    ['an age behind a name', 'Anna Lindqvist, 34, reached the coast on Friday.', [['age', '34']]],
    [
      'an age before a name',
      'The 52-year-old captain Peter Brandt spoke to reporters.',
      [
        ['age', '52'],
        ['captain', 'Peter Brandt'],
      ],
    ],
    ['the age of one who is not named', 'A 47-year-old plumber was questioned.', [['age of somebody', '47']]],
    ['the head of a movement', "The movement's leader is Anna Lindqvist.", [['head', 'Anna Lindqvist']]],
    [
      'the form for a woman',
      'The administratress of the district, Anna Lindqvist, spoke on the radio.',
      [['administrator', 'Anna Lindqvist']],
    ],
    [
      'who sits over a trial',
      'The judgment was delivered by a bench under Peter Brandt.',
      [['presiding judge', 'Peter Brandt']],
    ],
    ['a rank is no post', 'Commander Peter Brandt spoke to reporters.', []],
  ] as const)('%s', (_, text, wanted) => {
    expect(answersIn(text)).toEqual(wanted);
  });
});

describe('figures as they are compared', () => {
  const figures = (text: string) =>
    statementsIn(text).flatMap(({ kind, measure, words, op }) =>
      kind === 'figure' && measure ? [[words, op, measure.value, measure.max]] : [],
    );

  test.each([
    ['a range whose ends both name the unit', 'Their interval was 82% to 86%.', [['82% to 86%', 'range', 82, 86]]],
    [
      'two figures that follow each other are no range',
      'Sales fell 12% and costs 9%.',
      [
        ['12%', '=', 12, null],
        ['9%', '=', 9, null],
      ],
    ],
    ['millions in the plural', 'The surplus was 46 millions.', [['46 millions', '=', 46_000_000, null]]],
    ['none of something', 'Not one serious accident was reported.', [['Not one serious accident', '=', 0, null]]],
    ['a metric ton', 'They found 3.2 metric tons of it.', [['3.2 metric tons', '=', 3200, null]]],
    ['a speed', 'The train was travelling at about 90 km/h.', [['about 90 km/h', '~', 25, null]]],
    ['a flow', 'It pumps 300 litres a second.', [['300 litres a second', '=', 0.3, null]]],
    ['a unit behind "about"', 'About 2 square kilometres burned.', [['About 2 square kilometres', '~', 2e6, null]]],
    [
      'of a length and its conversion the first',
      'They walked 12 km (7.5 miles) north.',
      [['12 km', '=', 12_000, null]],
    ],
  ] as const)('%s', (_, text, wanted) => {
    expect(figures(text)).toEqual(wanted);
  });

  test('barrels of oil and litres are one measure', () => {
    const [spilled] = statementsIn('About 100 barrels of oil were spilled.');
    expect(spilled?.measure).toMatchObject({ dimension: 'volume', value: expect.closeTo(15.9, 1) });
  });

  test('what is above a limit is none', () => {
    const limits = (text: string) =>
      statementsIn(text).flatMap(({ kind, words, scope }) =>
        kind === 'figure' && scope.includes('limit') ? [words] : [],
      );
    expect(limits('The train was doing 70mph, nearly double the limit of 35mph.')).toEqual(['35mph']);
    expect(limits('On this stretch the limit is 60 km/h.')).toEqual(['60 km/h']);
  });

  test.each([
    ['a share in two words is not for each of several', 'The firm holds 9.8 per cent of the stock.', 'each', false],
    ['a price for each', 'Tickets cost 12 euros per person.', 'each', true],
    ['last Sunday is no earlier time', 'The march of last Sunday was 410 metres long.', 'earlier', false],
    ['last year is one', 'The march of last year was 410 metres long.', 'earlier', true],
    ['who says something now', 'The club now says 31,200 people came.', 'now', false],
    ['above a mountain', 'The ash rose 9,000 metres above the peak.', 'peak', false],
    ['at its peak', 'At its peak the group had 3,000 men.', 'peak', true],
  ] as const)('signs of another scope: %s', (_, text, mark, wanted) => {
    const [figure] = statementsIn(text).filter(({ measure }) => measure);
    expect(figure?.scope.includes(mark)).toBe(wanted);
  });

  test('what is asked may stand behind the conversion', () => {
    const [figure] = statementsIn('The volcano is 5,587 feet (1,703 metres) high.').filter(({ measure }) => measure);
    expect(figure?.question).toBe('height');
  });

  test.each([
    ['stewards on duty pay no tax', 'The firm had 64 stewards on duty.', 'tax'],
    ['a contract infects nobody', 'There were 64 stewards instead of the 120 in the contract.', 'infected'],
  ] as const)('what a figure does not answer: %s', (_, text, question) => {
    const [figure] = statementsIn(text).filter(({ measure }) => measure);
    expect(figure?.measure?.value).toBe(64);
    expect(figure?.question).not.toBe(question);
  });

  test('power and energy have their own measures', () => {
    const [power, energy] = statementsIn('Demand stood at 702 MW. The plant burned 3 GWh.').filter(
      ({ measure }) => measure,
    );
    expect(power?.measure).toMatchObject({ dimension: 'power', value: 702e6 });
    expect(energy?.measure).toMatchObject({ dimension: 'energy', value: 3e9 * 3600 });
  });

  test('a part of a number is told with the whole', () => {
    const [part, whole] = statementsIn('The lab found bacteria in two of the 14 samples.').filter(
      ({ measure }) => measure,
    );
    expect(part?.measure).toMatchObject({ value: 2, outOf: 14 });
    expect(whole?.measure).toMatchObject({ value: 14, of: part?.measure?.of });
  });

  test('an amount in two currencies is told in both, of the same thing', () => {
    const [euros, dollars] = statementsIn('The savings are put at 55 million euros ($60 million) a year.').filter(
      ({ measure }) => measure,
    );
    expect(euros?.measure).toMatchObject({ of: 'EUR', converted: { currency: 'USD', value: 60_000_000 } });
    expect(dollars?.measure).toMatchObject({ of: 'USD', converted: { currency: 'EUR', value: 55_000_000 } });
    expect(dollars?.about).toEqual(euros?.about);
  });
});

describe('times as they are compared', () => {
  test.each([
    ['a day and its time', 'The ship sank on 10 April at 16:10 UTC.', ['10 April at 16:10 UTC']],
    ['a time and its day', 'At 16:10 UTC today the ship sank.', ['16:10 UTC today']],
    [
      'a day and the time of another thing',
      'The ship sank on 10 April, and at 16:10 help came.',
      ['10 April', '16:10'],
    ],
  ] as const)('one moment is one statement: %s', (_, text, wanted) => {
    expect(statementsIn(text).flatMap(({ kind, words }) => (kind === 'date' ? [words] : []))).toEqual(wanted);
  });

  const clocks = (text: string) => statementsIn(text).flatMap(({ clock }) => (clock ? [clock.from] : []));

  test.each([
    ['a time in digits', 'The ship sank at 4:10 p.m. on Tuesday.', [970]],
    ['past the hour in words', 'The wall broke at half past three on Sunday.', [210]],
    ['before midnight in words', 'The train rolled in at twenty to midnight.', [1420]],
    ['near an hour in words', 'The gate fell just before five.', [280]],
    ['an hour of the evening in words', 'The siren sounded at nine in the evening.', [1260]],
    ['an hour with its clock', "The hall opened at seven o'clock in the morning.", [420]],
    ['minutes before an hour with the part of the day', 'The bus left at ten to ten yesterday morning.', [590]],
    ['around noon', 'The tank burst around noon.', [700]],
    ['digits with the part of the day', 'The roof fell in at 5.20 this morning.', [320]],
    ['an hour before a noun is a number', 'The gate fell just before five people came.', []],
    ['a price is no time', 'The share rose to 5.20 euros.', []],
    ['the stamp of a page is no statement', 'Published 3 May 2024 at 06h30', []],
    ['the line of a place and a day is no statement', 'Oslo, 3 May 2024, 21:30\n\nThe ship sank.', []],
    ['ten to twelve people are no time', 'He invited ten to twelve people to the house.', []],
  ] as const)('%s', (_, text, wanted) => {
    expect(clocks(text)).toEqual(wanted);
  });

  test('no figure is read from a time in words', () => {
    const figures = statementsIn('The gate fell just before five.').filter(({ kind }) => kind === 'figure');
    expect(figures).toEqual([]);
  });

  test('a time of a briefing is marked as the time of the report', () => {
    const [statement] = statementsIn('Eleven people were hurt, the mayor said at a 7 p.m. briefing.').filter(
      ({ clock }) => clock !== null,
    );
    expect(statement?.scope).toContain('reported');
  });
});

describe('what is denied', () => {
  test.each([
    ['a verb', 'The company never conceded the race.', 'conced'],
    ['a thing', 'The brigade said no siren sounded in the valley.', 'siren'],
    ['with an adverb between', 'The office has not yet recognised the record.', 'recognis'],
  ])('%s', (_, text, denied) => {
    expect(statementsIn(text).map((statement) => statement.denied)).toContain(denied);
  });

  test('nothing of what is said plainly', () => {
    expect(statementsIn('The company conceded the race on Monday.').every(({ denied }) => denied === null)).toBe(true);
  });
});
