import { describe, expect, test } from 'vitest';
import type { ClaimFigure } from '../../../src/core/model/records.ts';
import { figureWords, timeWords } from '../../../src/core/present/words.ts';

describe('a figure in words', () => {
  const figure = (fields: Partial<ClaimFigure>): ClaimFigure => ({
    at: [],
    op: '=',
    value: 1,
    unit: null,
    what: null,
    ...fields,
  });
  test.each([
    [
      'people are told by what happened to them',
      { op: '>=', value: 60, unit: 'person', what: 'killed' },
      'at least 60 killed',
    ],
    [
      'a range has both ends',
      { op: 'range', value: 1500, max: 2200, unit: 'person', what: 'militiamen' },
      '1,500 to 2,200 militiamen',
    ],
    ['money keeps its currency', { op: '~', value: 2500, unit: 'USD' }, 'about 2,500 USD'],
    ['a share has its sign', { op: '<', value: 3.5, unit: 'percent' }, 'less than 3.5%'],
    ['the thing counted is not said twice', { value: 77, unit: 'attack', what: 'attacks' }, '77 attacks'],
    ['a measure keeps its unit', { op: '<=', value: 12, unit: 'kilometre', what: 'wide' }, 'at most 12 kilometre wide'],
    ['a bare number stands alone', { op: '>', value: 3 }, 'more than 3'],
  ] as const)('%s', (_, fields, words) => {
    expect(figureWords(figure(fields))).toBe(words);
  });
});

describe('a date in words', () => {
  const time = { at: [], confidence: 1 };
  test.each([
    ['absolute', { edtf: '2014', basis: 'absolute' }, '2014'],
    ['relative', { edtf: '2021-08-26', basis: 'relative to 2021-08-27' }, '2021-08-26 (relative to 2021-08-27)'],
    ['open', { edtf: null, basis: 'relative to an unknown date' }, 'date open (relative to an unknown date)'],
  ])('%s', (_, fields, words) => {
    expect(timeWords({ ...time, ...fields })).toBe(words);
  });
});
