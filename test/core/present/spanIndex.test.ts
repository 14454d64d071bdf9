import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SpanIndex } from '../../../src/core/present/spanIndex.ts';

const entry = fc
  .tuple(fc.nat(60), fc.nat(20), fc.nat(1000))
  .map(([start, length, value]) => ({ start, end: start + length, value }));

describe('SpanIndex', () => {
  it('finds what a scan of all spans finds, the shortest first', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 30 }), fc.integer({ min: -2, max: 85 }), (entries, offset) => {
        const found = new SpanIndex(entries).at(offset);
        const scanned = entries.filter(({ start, end }) => start <= offset && offset <= end);
        expect(new Set(found)).toEqual(new Set(scanned));
        expect(found).toHaveLength(scanned.length);
        const lengths = found.map(({ start, end }) => end - start);
        expect(lengths).toEqual([...lengths].sort((a, b) => a - b));
      }),
      { numRuns: 500 },
    );
  });

  it('keeps its entries in document order and counts those before an offset', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 30 }), fc.nat(85), (entries, offset) => {
        const index = new SpanIndex(entries);
        const starts = index.entries.map(({ start }) => start);
        expect(starts).toEqual([...starts].sort((a, b) => a - b));
        expect(index.firstAfter(offset)).toBe(entries.filter(({ start }) => start <= offset).length);
      }),
    );
  });

  it('finds what shares text with a window, in document order', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 30 }), fc.nat(80), fc.nat(20), (entries, start, length) => {
        const window = { start, end: start + length };
        const index = new SpanIndex(entries);
        const scanned = index.entries.filter((one) => one.start < window.end && one.end > window.start);
        expect(index.within(window)).toEqual(scanned);
      }),
      { numRuns: 500 },
    );
  });

  it('prefers the word that the caret stands before to the one behind it only by length', () => {
    const index = new SpanIndex([
      { start: 0, end: 5, value: 'left' },
      { start: 5, end: 8, value: 'right' },
    ]);
    expect(index.at(5).map(({ value }) => value)).toEqual(['right', 'left']);
    expect(index.at(9)).toEqual([]);
  });
});
