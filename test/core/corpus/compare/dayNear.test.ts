import { describe, expect, it } from 'vitest';
import { dayNear } from '../../../../src/core/corpus/compare/dayNear.ts';

describe('the year of a day from what is told beside it', () => {
  it.each([
    ['that of the others', '03-12', ['2025-03-14'], '2025-03-12'],
    ['the one before, over New Year', '12-30', ['2025-01-02'], '2024-12-30'],
    ['the nearest of several', '05-10', ['2019-05-30', '2024-05-12'], '2024-05-10'],
    ['none where the others are of another season', '10-01', ['2025-03-14'], null],
    ['none without others', '03-12', [], null],
    ['none for a day that is no day', '02-30', ['2025-03-01'], null],
  ])('%s', (_, monthDay, others, wanted) => {
    expect(dayNear(monthDay, others)).toBe(wanted);
  });
});
