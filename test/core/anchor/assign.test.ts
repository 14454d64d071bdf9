import { describe, expect, it } from 'vitest';
import { assign, type Seeker } from '../../../src/core/anchor/assign.ts';
import { LinePairs } from '../../../src/core/anchor/linePairs.ts';
import type { Span } from '../../../src/core/text/span.ts';

/** Somebody who looks for "the harbour office" of a block, and fits the places equally well. */
function seeker(block: string, nth: number, places: readonly number[]): Seeker {
  const quote = { exact: 'the harbour office', prefix: 'he said that ', suffix: ' would wait.' };
  return {
    selector: { at: [{ block, before: '', after: '', nth, start: nth * 100, end: nth * 100 + 18 }], quote },
    candidates: places.map((start) => ({
      span: { start, end: start + 18 },
      score: 0.97,
      quote: 1,
      before: 1,
      after: 1,
      nextBefore: true,
      nextAfter: true,
    })),
  };
}

describe('places for repeated words', () => {
  const startsOf = (seekers: readonly Seeker[]) => assign(seekers).map((place) => place?.span.start ?? null);

  it('are given in the order of the text where there are as many as words', () => {
    expect(startsOf([seeker('a', 0, [10, 90]), seeker('a', 0, [90, 10])])).toEqual([10, 90]);
  });

  it('are given to nobody where words of another block fit them as well', () => {
    expect(startsOf([seeker('a', 0, [10, 90]), seeker('a', 0, [90, 10]), seeker('b', 0, [10, 200])])).toEqual([
      null,
      null,
      null,
    ]);
  });
});

describe('places for some of the seekers', () => {
  it('are not given where another one, for whom none is wanted, fits them as well', () => {
    const [sought, unclear] = [seeker('a', 0, [10]), seeker('b', 0, [10])];
    expect(assign([sought, unclear], [0])).toEqual([null, null]);
    expect(assign([sought], [0])[0]?.span.start).toBe(10);
  });
});

describe('lines that are one line in two texts', () => {
  /** The lines of a text as spans. */
  function linesOf(text: string): Span[] {
    let at = 0;
    return text.split('\n').map((line) => {
      const span = { start: at, end: at + line.length };
      at += line.length + 1;
      return span;
    });
  }

  it('have no rival in a line whose own pair is clear', () => {
    const before =
      'harbour office ferry morning storm captain island bridge\nharbour office ferry morning winter school garden window';
    const after =
      'harbour office ferry morning winter storm captain island\nharbour office ferry morning winter market teacher library';
    const pairs = new LinePairs(before, linesOf(before), after, linesOf(after));
    expect(pairs.partner(0)).toEqual(linesOf(after)[0]);
    expect(pairs.partner(1)).toEqual(linesOf(after)[1]);
  });

  it('are not paired where two lines are as much alike and neither has a pair of its own', () => {
    const before = 'harbour office ferry morning winter school garden window';
    const after =
      'harbour office ferry morning winter storm captain island\nharbour office ferry morning winter market teacher library';
    expect(new LinePairs(before, linesOf(before), after, linesOf(after)).partner(0)).toBeNull();
  });
});
