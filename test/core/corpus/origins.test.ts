import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copiedRun } from '../../../src/core/corpus/origins/copiedRun.ts';
import { type Agreeing, countOrigins } from '../../../src/core/corpus/origins/countOrigins.ts';

const LONG = 'the ferry left the eastern quay shortly before noon with forty cars on board';

describe('a copied run of words', () => {
  it.each([
    ['in two sentences', `On Monday ${LONG}.`, `Witnesses say ${LONG}, and no lights.`, LONG],
    ['with other punctuation and case', LONG.toUpperCase(), LONG.replace('noon', 'noon,'), LONG],
    ['of eleven words is none', LONG.split(' ').slice(0, 11).join(' '), LONG, null],
    ['inside quotations is none', `He said: “${LONG}”.`, `“${LONG}”, he said.`, null],
    [
      'over a quotation is none',
      'a b c d e f “said it all” g h i j k l',
      'a b c d e f “said it all” g h i j k l',
      null,
    ],
  ])('%s', (_, a, b, run) => {
    expect(copiedRun(a, b)).toBe(run);
  });

  it('is found in texts of any words, and is in both', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', '“', '”', '|', '.'), { maxLength: 80 });
    fc.assert(
      fc.property(words, words, (a, b) => {
        const run = copiedRun(a.join(' '), b.join(' '));
        if (run !== null) expect(run.split(' ').length).toBeGreaterThanOrEqual(12);
        expect(copiedRun(b.join(' '), a.join(' '))?.length).toBe(run?.length);
      }),
    );
  });

  it('costs little in a text made to cost much', () => {
    const started = performance.now();
    copiedRun('“'.repeat(100_000), '“ a'.repeat(50_000));
    copiedRun('a '.repeat(50_000), 'a '.repeat(50_000));
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe('origins of statements that agree', () => {
  const one = (article: string, fields: Partial<Agreeing> = {}): Agreeing => ({
    ...{ article, publisher: null, sources: [], sentence: `Words of ${article}.`, shared: null },
    ...fields,
  });

  it.each([
    ['articles that name no source are each their own', [one('a'), one('b'), one('c')], 3],
    ['two statements of one article are one', [one('a'), one('a')], 1],
    [
      'the same last source is one',
      [one('a', { sources: ['Harbour Board'] }), one('b', { sources: ['Eva Lund', 'the Harbour Board'] })],
      1,
    ],
    ['what the comparison joined is one', [one('a', { shared: 2 }), one('b', { shared: 2 })], 1],
    ['other sources are others', [one('a', { sources: ['Harbour Board'] }), one('b', { sources: ['Coast Guard'] })], 2],
    [
      'one that cites the other is of its origin',
      [one('a', { sources: ['Vasterholm Times'] }), one('b', { publisher: 'Vasterholm Times' })],
      1,
    ],
    ['copied words are one', [one('a', { sentence: LONG }), one('b', { sentence: LONG })], 1],
    [
      'chains of one and another are one',
      [one('a', { shared: 0 }), one('b', { shared: 0, sentence: LONG }), one('c', { sentence: LONG })],
      1,
    ],
  ])('%s', (_, agreeing, count) => {
    expect(countOrigins(agreeing).count).toBe(count);
  });

  it('a circle of citations is one origin, and is said', () => {
    const { count, circle } = countOrigins([
      one('a', { publisher: 'Northport Post', sources: ['Harbour Gazette'] }),
      one('b', { publisher: 'Harbour Gazette', sources: ['Coast Courier'] }),
      one('c', { publisher: 'Coast Courier', sources: ['the Northport Post'] }),
    ]);
    expect(count).toBe(1);
    expect([...circle].sort()).toEqual(['Coast Courier', 'Harbour Gazette', 'Northport Post']);
  });
});
