import { describe, expect, it } from 'vitest';
import { segmentArticle } from '../../../src/core/extract/segment/segmentArticle.ts';
import { findTimes } from '../../../src/core/extract/times/findTimes.ts';
import { findReferenceDate } from '../../../src/core/extract/times/referenceDate.ts';

function timesOf(sentence: string, published?: string) {
  const text = `A headline about nothing at all\n\n${sentence}`;
  const document = segmentArticle(text);
  const reference = findReferenceDate(published === undefined ? { text } : { text, published }, document);
  return findTimes(document, reference).map((t) => [text.slice(t.start, t.end), t.edtf]);
}

// 2022-03-16 is a Wednesday
describe('times with a known date', () => {
  it.each<[string, [string, string | null][]]>([
    ['The bridge fell on Tuesday.', [['Tuesday', '2022-03-15']]],
    ['The bridge fell this Wednesday.', [['this Wednesday', '2022-03-16']]],
    ['She ordered the board to report to the mayor on Monday.', [['Monday', '2022-03-21']]],
    ['They will meet next Friday.', [['next Friday', '2022-03-18']]],
    ['It began on February 24.', [['February 24', '2022-02-24']]],
    ['It began on December 24.', [['December 24', '2021-12-24']]],
    ['It began in January last year.', [['January last year', '2021-01']]],
    ['It began in October of the last year.', [['October of the last year', '2021-10']]],
    ['They wrote between January and May last year.', [['between January and May last year', '2021-01/2021-05']]],
    ["The wells dried up after New Year's Day.", [["New Year's Day", '2022-01-01']]],
    ['Ice broke the gates in the winter.', [['winter', '2021-24']]],
    ['It will open before the summer.', [['summer', '2022-22']]],
    ['The fall of the bank was quick.', []],
    ['It will limp to the summer.', [['summer', '2022-22']]],
    ['They were asked between January 25 and 30.', [['between January 25 and 30', '2022-01-25/2022-01-30']]],
    ['It rained from 3 to 7 March 2020.', [['from 3 to 7 March 2020', '2020-03-03/2020-03-07']]],
    ['Since the beginning of the year 40 have died.', [['Since the beginning of the year', '2022-01/..']]],
    ['It will open by the end of the year.', [['end of the year', '2022']]],
    ['It was born at the end of the year 2014.', [['end of the year 2014', '2014~']]],
    ['He was born in the last years of the empire.', [['last years', null]]],
    ['See you in June, he said.', [['June', '2022-06']]],
    ['Three days of mourning from Friday', [['Friday', '2022-03-18']]],
    ["It began at 1 o'clock.", [["1 o'clock", null]]],
    ['He was seen on Christmas Eve.', [['Christmas Eve', '2021-12-24']]],
    ['The court must decide on Friday.', [['Friday', '2022-03-18']]],
    [
      'The union called a 24-hour strike from 6am on Friday.',
      [
        ['6am', null],
        ['Friday', '2022-03-18'],
      ],
    ],
    ['He has until Friday.', [['Friday', '2022-03-18']]],
    ['He was mayor until Friday.', [['Friday', '2022-03-11']]],
    [
      'She was hired on 3 May 2019. Six days later she was gone.',
      [
        ['3 May 2019', '2019-05-03'],
        ['Six days later', '2019-05-09'],
      ],
    ],
    [
      'The law passed in 2000; six years later it was relaxed.',
      [
        ['2000', '2000'],
        ['six years later', '2006'],
      ],
    ],
    [
      'She was hired on May 3, 2019, and left on June 6.',
      [
        ['May 3, 2019', '2019-05-03'],
        ['June 6', '2019-06-06'],
      ],
    ],
    [
      'The ship sank on May 3, 2019. Her sister sailed on March 2.',
      [
        ['May 3, 2019', '2019-05-03'],
        ['March 2', '2022-03-02'],
      ],
    ],
    ['It happened yesterday.', [['yesterday', '2022-03-15']]],
    ['It rained last week.', [['last week', '2022-03-07/2022-03-13']]],
    ['He came three years ago.', [['three years ago', '2019']]],
    ['On 3 May 1998 the house burned.', [['3 May 1998', '1998-05-03']]],
    ['It was built in 1911.', [['1911', '1911']]],
    ['It lasted from 1911 to 1914.', [['from 1911 to 1914', '1911/1914']]],
    ['Between 2001 and 2004 it rained.', [['Between 2001 and 2004', '2001/2004']]],
    ['He has been here since June 2020.', [['since June 2020', '2020-06/..']]],
    ['It grew in the first four months of 2021.', [['first four months of 2021', '2021-01/2021-04']]],
    ['It grew in the second quarter of 2021.', [['second quarter of 2021', '2021-04/2021-06']]],
    ['It was popular in the 1990s.', [['1990s', '199X']]],
    ['The minister said Friday that he would go.', [['Friday', '2022-03-11']]],
    ['He will go on Friday.', [['Friday', '2022-03-18']]],
    ['The talks, planned for Friday, are open.', [['Friday', '2022-03-18']]],
    ["They would look for ways around Friday's ruling.", [['Friday', '2022-03-11']]],
    ['Third-quarter profit fell.', [['Third-quarter', '2021-07/2021-09']]],
    ['Profit fell in the first quarter.', [['first quarter', '2022-01/2022-03']]],
    ['It sold less than in the year-earlier quarter.', [['year-earlier quarter', null]]],
    ['The firm was young a decade ago.', [['a decade ago', '2012~']]],
    ['It was built in the 19th century.', [['19th century', '18XX']]],
    ['It is silver of the ninth century.', [['ninth century', '08XX']]],
    ['They came on saturday.', [['saturday', '2022-03-12']]],
    ['He is since 22nd of july free.', [['since 22nd of july', '2021-07-22/..']]],
    ['He came on the 2nd of august 2020.', [['2nd of august 2020', '2020-08-02']]],
    ['They may march on 5 of march 2021.', [['5 of march 2021', '2021-03-05']]],
    ['It was called for 3. October 2020.', [['3. October 2020', '2020-10-03']]],
    ['It was an august gathering that may march.', []],
    ['They meet daily.', [['daily', null]]],
    ['The show runs January 23 - March 9 2021.', [['January 23 - March 9 2021', '2021-01-23/2021-03-09']]],
    ['They met on a Monday in August 2021.', [['a Monday in August 2021', '2021-08']]],
    ['Most opened in the last week of July.', [['last week of July', '2021-07']]],
    ['He came this past Friday.', [['this past Friday', '2022-03-11']]],
    ['He comes this coming Monday.', [['this coming Monday', '2022-03-21']]],
    ['Lee was to blame for the crash on Tuesday.', [['Tuesday', '2022-03-15']]],
    ['She travels to Lima this Thursday.', [['this Thursday', '2022-03-17']]],
    ['The team was to leave on Thursday.', [['Thursday', '2022-03-17']]],
    [
      'It was made in 2018 and sold in February of that year.',
      [
        ['2018', '2018'],
        ['February of that year', '2018-02'],
      ],
    ],
    [
      'The boat sank on Saturday, and the next day it rained; a list came two days later.',
      [
        ['Saturday', '2022-03-12'],
        ['next day', '2022-03-13'],
        ['two days later', '2022-03-15'],
      ],
    ],
    [
      'He came on Monday. The day before the vote he had left.',
      [
        ['Monday', '2022-03-14'],
        ['day before', null],
      ],
    ],
    ['It began in the summer of 2003.', [['summer of 2003', '2003-22']]],
  ])('%s', (sentence, expected) => {
    expect(timesOf(sentence, '2022-03-16')).toEqual(expected);
  });

  it.each([
    'About 2000 people came.',
    'He paid $1999 for it.',
    'They may march again.',
    'Version 2.2022 is out.',
    'A survey of 1709 schoolchildren ended.',
    'The daily Tribune closed.',
  ])('finds no time in: %s', (sentence) => {
    expect(timesOf(sentence, '2022-03-16')).toEqual([]);
  });
});

it('tells the two ends of a range that words join, each with its value', () => {
  const text = 'A headline about nothing at all\n\nIt lasted from May to June 1914.';
  const document = segmentArticle(text);
  const [range] = findTimes(document, findReferenceDate({ text }, document));
  expect(range?.ends?.map(({ start, end, timex }) => [text.slice(start, end), timex])).toEqual([
    ['May', '1914-05'],
    ['June 1914', '1914-06'],
  ]);
});

describe('the reference date', () => {
  it('leaves relative times unresolved without a date', () => {
    expect(timesOf('The bridge fell on Tuesday.')).toEqual([['Tuesday', null]]);
  });

  it('does not trust a site date that the text contradicts', () => {
    const text =
      'May 5, 2023\n\nSome Site\n\nThe storm reached the coast of the island\n\nThe storm came on Tuesday. In June 2019 there was another.';
    const document = segmentArticle(text);
    expect(findReferenceDate({ text }, document).value).toBeNull();
  });

  it('takes a date line below the headline', () => {
    const text = 'The storm reached the coast of the island\n\nFriday, January 4, 2019\n\nThe storm came on Tuesday.';
    expect(findReferenceDate({ text }, segmentArticle(text)).value).toBe('2019-01-04');
  });
});
