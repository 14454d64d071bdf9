import { describe, expect, it } from 'vitest';
import { findFigures } from '../../../src/core/extract/figures/findFigures.ts';
import { segmentArticle } from '../../../src/core/extract/segment/segmentArticle.ts';

function figuresOf(sentence: string) {
  const text = `A headline about nothing at all\n\n${sentence}`;
  return findFigures(segmentArticle(text), []).map((f) => [
    text.slice(f.start, f.end),
    f.op,
    f.value,
    f.max ?? null,
    f.unit,
    f.what,
  ]);
}

describe('figures', () => {
  it.each<[string, unknown[][]]>([
    ['At least 12 people were rescued.', [['At least 12', '>=', 12, null, 'person', 'rescued']]],
    ['More than 40 were injured.', [['More than 40', '>', 40, null, 'person', 'injured']]],
    ['Cholera deaths pass 40 as wells dry up.', [['40', '>', 40, null, null, null]]],
    ['Shares closed at SEK218.40.', [['SEK218.40', '=', 218.4, null, 'SEK', null]]],
    ['It fell to -6C overnight.', [['-6C', '=', -6, null, 'degree', null]]],
    ['Shares closed at NKr84.60.', [['NKr84.60', '=', 84.6, null, 'NOK', null]]],
    ['It was fined Kč4.2mn.', [['Kč4.2mn', '=', 4_200_000, null, 'CZK', null]]],
    ['It is closer to 40 men.', [['closer to 40', '~', 40, null, 'person', 'men']]],
    ['It lasted longer than 60 days.', [['longer than 60 days', '>', 60, null, 'day', null]]],
    ['It took no longer than 30 minutes.', [['no longer than 30 minutes', '<=', 30, null, 'minute', null]]],
    ['There were never more than 30,000 people.', [['never more than 30,000', '<=', 30_000, null, 'person', 'people']]],
    ['It recorded no gust above 14 km/h.', [['above 14 km/h', '<=', 14, null, 'km', null]]],
    ['Nobody paid more than 30 euros.', [['more than 30 euros', '<=', 30, null, 'EUR', null]]],
    ['No house was above 40 metres.', [['above 40 metres', '<=', 40, null, 'metre', null]]],
    ['No damage in more than 30 villages was seen.', [['more than 30', '>', 30, null, 'village', 'villages']]],
    ['Rates were not close to 40 percent.', [['close to 40 percent', '~', 40, null, 'percent', null]]],
    ['Demand stood at 702 MW.', [['702 MW', '=', 702, null, 'megawatt', null]]],
    ['A house uses 450 kWh a month.', [['450 kWh', '=', 450, null, 'kilowatt-hour', null]]],
    ['It was the second one in three decades.', [['three decades', '=', 3, null, 'decade', null]]],
    ['One in four houses burned.', [['One in four', '=', 0.25, null, 'share', 'houses']]],
    ['Only one in 2019 was lost.', []],
    ['He faces from 7 up to 11 years.', [['from 7 up to 11 years', 'range', 7, 11, 'year', null]]],
    [
      'They raised the price from 1.04 to 1.75 dollars.',
      [
        ['1.04', '=', 1.04, null, null, null],
        ['1.75 dollars', '=', 1.75, null, 'USD', null],
      ],
    ],
    [
      'The zone was widened from four to six kilometres.',
      [
        ['four', '=', 4, null, null, null],
        ['six kilometres', '=', 6, null, 'kilometre', null],
      ],
    ],
    ['It is worth USD40bn.', [['USD40bn', '=', 40_000_000_000, null, 'USD', null]]],
    ['Margins of 8% to 9% are usual.', [['8% to 9%', 'range', 8, 9, 'percent', null]]],
    [
      'Rates rose from 8% to 9%.',
      [
        ['8%', '=', 8, null, 'percent', null],
        ['9%', '=', 9, null, 'percent', null],
      ],
    ],
    ['The damage exceeded 12 million francs.', [['12 million francs', '>', 12_000_000, null, 'CHF', null]]],
    ['Parliament passed 14 laws.', [['14', '=', 14, null, 'law', 'laws']]],
    ['A suit against Ann Lee over $14 million was dropped.', [['$14 million', '=', 14_000_000, null, 'USD', null]]],
    ['It cost $18 mln.', [['$18 mln', '=', 18_000_000, null, 'USD', null]]],
    ['They spent over $14 million.', [['over $14 million', '>', 14_000_000, null, 'USD', null]]],
    ['It cost 10-15 thousand dollars.', [['10-15 thousand dollars', 'range', 10_000, 15_000, 'USD', null]]],
    [
      'Between 3 and 4 million people came.',
      [['Between 3 and 4 million', 'range', 3_000_000, 4_000_000, 'person', 'people']],
    ],
    ['He paid two millions of euros.', [['two millions of euros', '=', 2_000_000, null, 'EUR', null]]],
    ['They counted 77 attacks.', [['77', '=', 77, null, 'attack', 'attacks']]],
    [
      'It has about 1500-2200 effective soldiers.',
      [['about 1500-2200', 'range', 1500, 2200, 'person', 'effective soldiers']],
    ],
    ['Between 30 and 40 houses burned.', [['Between 30 and 40', 'range', 30, 40, 'house', 'houses']]],
    ['It cost $3.2 million.', [['$3.2 million', '=', 3_200_000, null, 'USD', null]]],
    ['It costs approximately 2500 dollars.', [['approximately 2500 dollars', '~', 2500, null, 'USD', null]]],
    ['Up to 35% voted.', [['Up to 35%', '<=', 35, null, 'percent', null]]],
    ['Twenty-five ships sank.', [['Twenty-five', '=', 25, null, 'ship', 'ships']]],
    ['Nearly three hundred cows died.', [['Nearly three hundred', '~', 300, null, 'cow', 'died']]],
    ['Dozens of people came.', [['Dozens', '>=', 24, null, 'person', 'people']]],
    ['Tens of thousands of homes burned.', [['Tens of thousands', '>=', 20_000, null, 'home', 'homes']]],
    ['About hundreds of workers left.', [['About hundreds', '>=', 200, null, 'person', 'workers']]],
    ['More than half of the voters stayed.', [['More than half', '>', 0.5, null, 'share', 'voters']]],
    ['Two-thirds of the crew drowned.', [['Two-thirds', '=', 0.666666666667, null, 'share', 'crew']]],
    ['It needs a two-thirds majority.', [['two-thirds', '=', 0.666666666667, null, 'share', 'majority']]],
    ['He owned five firearms he used.', [['five', '=', 5, null, 'firearm', 'firearms']]],
    ['There were 118 cases worldwide.', [['118', '=', 118, null, 'case', 'cases']]],
    ['It took 2 1/2 hours.', [['2 1/2 hours', '=', 2.5, null, 'hour', null]]],
    ['It took two and a half weeks.', [['two and a half weeks', '=', 2.5, null, 'week', null]]],
    ['It holds 2GB of songs.', [['2GB', '=', 2, null, 'gb', 'songs']]],
    ['A 67-year-old man fell.', [['67-year-old', '=', 67, null, 'year', 'age']]],
    [
      'Her son, aged 8 years, and a girl aged 9 sang.',
      [
        ['8 years', '=', 8, null, 'year', 'age'],
        ['9', '=', 9, null, null, 'age'],
      ],
    ],
    ['It added 358,000 last year.', [['358,000', '=', 358_000, null, null, null]]],
    ['It was sold for 1.28 billion pounds.', [['1.28 billion pounds', '=', 1_280_000_000, null, 'GBP', null]]],
    ['He was fined 500 pounds.', [['500 pounds', '=', 500, null, 'GBP', null]]],
    ['It carried 500 pounds of sugar.', [['500 pounds', '=', 500, null, 'pound', 'sugar']]],
    ['He lost 30 pounds in weight.', [['30 pounds', '=', 30, null, 'pound', null]]],
    ['It won a 3-million-pound order.', [['3-million-pound', '=', 3_000_000, null, 'GBP', 'order']]],
    ['It cost 14,5 millions of euros.', [['14,5 millions of euros', '=', 14_500_000, null, 'EUR', null]]],
    ['They counted 2.150 visitors.', [['2.150', '=', 2150, null, 'person', 'visitors']]],
    ['They paid 300.000 euros.', [['300.000 euros', '=', 300_000, null, 'EUR', null]]],
    ['A litre costs 1.859 euros.', [['1.859 euros', '=', 1.859, null, 'EUR', null]]],
    ['It weighs 3.125 kg.', [['3.125 kg', '=', 3.125, null, 'kg', null]]],
    ['She got 9.850 points.', [['9.850', '=', 9.85, null, 'point', 'points']]],
    ['It ran at 60km/h.', [['60km/h', '=', 60, null, 'km', null]]],
    ['It ran at 96 kilometres an hour.', [['96 kilometres an hour', '=', 96, null, 'kilometre', null]]],
    ['It burned 20 km².', [['20 km²', '=', 20, null, 'km', null]]],
    ['It is 50 light-years away.', [['50 light-years', '=', 50, null, 'light-year', null]]],
    ['The three-time champion Eva Lund won.', [['three', '=', 3, null, 'time', 'time']]],
    ['A 12-member jury met.', [['12', '=', 12, null, 'person', 'member']]],
    ['Police took 20-odd guns.', [['20', '=', 20, null, 'gun', 'guns']]],
    ['It is a three-dimensional map.', [['three', '=', 3, null, null, null]]],
    ['It lasted five years.', [['five years', '=', 5, null, 'year', null]]],
  ])('%s', (sentence, expected) => {
    expect(figuresOf(sentence)).toEqual(expected);
  });

  it.each([
    'He came first and she came 2nd.',
    'Flight 610 was late.',
    'They took a Boeing 737 away.',
    'The G7 met.',
    'He uses iOS 5 and an iPhone 4.',
    'It is a category 3 storm in phase two.',
    'He counted tens and scores on the board.',
    'The other one tries to leave.',
    'No one was there, and one of them left.',
    'COVID-19 spread.',
    'The twenty-sixth dynasty fell.',
    'Tell the police by calling 101.',
  ])('finds none in: %s', (sentence) => {
    expect(figuresOf(sentence)).toEqual([]);
  });
});
