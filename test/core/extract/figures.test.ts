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
    ['It lasted five years.', [['five years', '=', 5, null, 'year', null]]],
  ])('%s', (sentence, expected) => {
    expect(figuresOf(sentence)).toEqual(expected);
  });

  it.each([
    'He came first and she came 2nd.',
    'Flight 610 was late.',
    'They took a Boeing 737 away.',
    'The G7 met.',
    'Dozens of people came.',
    'No one was there, and one of them left.',
    'COVID-19 spread.',
  ])('finds none in: %s', (sentence) => {
    expect(figuresOf(sentence)).toEqual([]);
  });
});
