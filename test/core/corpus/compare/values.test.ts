import { describe, expect, test } from 'vitest';
import { daysOf } from '../../../../src/core/corpus/compare/interval.ts';
import { namesAlike } from '../../../../src/core/corpus/compare/namesAlike.ts';
import { clockAt } from '../../../../src/core/corpus/statements/clockOf.ts';
import { toldClocks } from '../../../../src/core/corpus/statements/spokenClock.ts';

describe('names of one', () => {
  test.each([
    ['Anna Lindqvist', 'Lindqvist', true],
    ['General Idriss Barka', 'Idris Barka', true],
    ['the Interior Ministry', 'Interior Ministry of Freedonia', true],
    ['Müller', 'Muller', true],
    ['Anna Lindqvist', 'Peter Brandt', false],
    ['Red Cross', 'Red Crescent', false],
    ['', 'Anna', false],
  ])('%s / %s', (a, b, alike) => {
    expect(namesAlike(a, b)).toBe(alike);
    expect(namesAlike(b, a)).toBe(alike);
  });
});

describe('days of an EDTF value', () => {
  const day = (iso: string) => Date.parse(iso) / 86_400_000;
  test.each([
    ['2024-05-02', ['2024-05-02', '2024-05-02']],
    ['2024-02', ['2024-02-01', '2024-02-29']],
    ['2024', ['2024-01-01', '2024-12-31']],
    ['2024-05-02/2024-05-07', ['2024-05-02', '2024-05-07']],
    // seasons begin elsewhere on the two halves of the earth
    ['2024-21', ['2024-01-01', '2024-12-31']],
  ] as const)('%s', (value, [from, to]) => {
    expect(daysOf(value)).toEqual([day(from), day(to)]);
  });

  test('an open end has no day', () => {
    expect(daysOf('2024-05-02/..')).toEqual([day('2024-05-02'), Infinity]);
    expect(daysOf('../2024-05-02')).toEqual([-Infinity, day('2024-05-02')]);
  });

  test.each(['', 'soon', '2024-99', '2024-05-07/2024-05-02', '/'.repeat(1000)])('%j is none', (value) => {
    expect(daysOf(value)).toBeNull();
  });
});

describe('times of day', () => {
  const minutes = (hour: number, minute = 0) => hour * 60 + minute;
  test.each([
    ['at 16:10 on Friday', '16:10', [minutes(16, 10), minutes(16, 10)], false],
    ['at 5.40 p.m. on Tuesday', '5.40 p.m.', [minutes(17, 40), minutes(17, 40)], false],
    ['at 4h30 of the morning', '4h30', [minutes(4, 30), minutes(4, 30)], false],
    ['at noon', 'noon', [720, 720], false],
    ['shortly before 6 a.m.', '6 a.m.', [340, 360], false],
    ['at 14:30 UTC', '14:30', [minutes(14, 30), minutes(14, 30)], true],
    ['at half past six in the evening', 'half past six', [minutes(18, 30), minutes(18, 30)], false],
    ['shortly after six, staff said', 'six', [360, 380], false, false],
    ['at ten past nine at night', 'ten past nine', [minutes(21, 10), minutes(21, 10)], false],
  ] as const)('%s', (sentence, words, [from, to], utc, half: boolean = true) => {
    const start = sentence.indexOf(words);
    const span = { start, end: start + words.length };
    expect(clockAt(sentence, span, { start: 0, end: sentence.length })).toEqual({ from, to, utc, half });
  });

  test('scores and prices are no times', () => {
    expect(toldClocks('They won 3-1 and paid 16.10 dollars.', 0)).toEqual([]);
  });
});
