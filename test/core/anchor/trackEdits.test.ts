import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges, type TextChange, tidyChanges } from '../../../src/core/anchor/textChange.ts';
import { trackEdits } from '../../../src/core/anchor/trackEdits.ts';
import { changesArbitrary, textArbitrary } from './arbitraries.ts';

const span = { start: 4, end: 8 };
const edit = (start: number, end: number, text: string): TextChange => ({ start, end, text });

describe('trackEdits', () => {
  const cases: readonly [name: string, change: TextChange, spans: readonly object[], touched: boolean][] = [
    ['text before shifts it', edit(0, 1, 'abc'), [{ start: 6, end: 10 }], false],
    ['text behind leaves it', edit(9, 9, 'abc'), [span], false],
    ['an insertion at its start does not grow it', edit(4, 4, 'ab'), [{ start: 6, end: 10 }], false],
    ['an insertion at its end does not grow it', edit(8, 8, 'ab'), [span], false],
    ['an insertion inside breaks it', edit(5, 5, 'ab'), [{ start: 4, end: 10 }], true],
    ['its first letters replaced are lost', edit(2, 6, 'x'), [{ start: 3, end: 5 }], true],
    ['its last letters replaced are lost', edit(6, 10, 'x'), [{ start: 4, end: 6 }], true],
    ['replaced as a whole it is gone', edit(4, 8, 'other'), [], true],
    ['deleted with its surroundings it is gone', edit(0, 20, ''), [], true],
  ];
  it.each(cases)('%s', (_, change, spans, touched) => {
    expect(trackEdits([span], [change])).toEqual({ spans, touched });
  });

  it('returns the very array when nothing moved', () => {
    const spans = [span];
    expect(trackEdits(spans, [edit(10, 12, '')]).spans).toBe(spans);
  });

  it('keeps marks on untouched characters on exactly these, for any edits', () => {
    fc.assert(
      fc.property(textArbitrary, fc.infiniteStream(fc.nat()), (text, numbers) => {
        const next = (bound: number) => (numbers.next().value as number) % bound;
        const changes = tidyChanges(changesArbitrary(text, next), text);
        const { newText, origins } = naive(text, changes);
        expect(applyChanges(text, changes)).toBe(newText);
        const start = next(text.length);
        const end = start + 1 + next(text.length - start);
        const tracked = trackEdits([{ start, end }], changes);
        const broken = changes.some((c) =>
          c.start === c.end ? start < c.start && c.start < end : c.start < end && c.end > start,
        );
        expect(tracked.touched).toBe(broken);
        const kept = origins.flatMap((origin, at) => (origin !== null && origin >= start && origin < end ? [at] : []));
        if (kept.length === 0) expect(tracked.spans).toEqual([]);
        else expect(tracked.spans).toEqual([{ start: kept[0], end: (kept.at(-1) as number) + 1 }]);
      }),
      { numRuns: 500 },
    );
  });
});

/** Character by character: where each character of the new text was in the old one, null for new ones. */
function naive(text: string, changes: readonly TextChange[]): { newText: string; origins: (number | null)[] } {
  const characters: { character: string; origin: number | null }[] = [];
  for (let at = 0; at <= text.length; at++) {
    for (const change of changes) {
      if (change.start !== at) continue;
      for (const character of change.text.split('')) characters.push({ character, origin: null });
    }
    const gone = changes.some((change) => change.start <= at && at < change.end);
    if (at < text.length && !gone) characters.push({ character: text[at] as string, origin: at });
  }
  return { newText: characters.map((c) => c.character).join(''), origins: characters.map((c) => c.origin) };
}
