import { diffChars } from 'diff';
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

  it('takes no letters for words that a text and another one in its place have by chance', () => {
    const old = `Oslo and Bergen are linked by rail, and the line is old.
The mayor of Bergen, Kari Nilsen, praised the trains on Monday.

People in Oslo want more trains, the council said in a report.
`;
    const now = `A wholly new opening about ships and harbours in the north.

In Trondheim, Per Hansen told reporters that Kari Nilsen had left Bergen.
`;
    const changes: TextChange[] = [];
    let at = 0;
    for (const { added, removed, value } of diffChars(old, now)) {
      if (added) changes.push(edit(at, at, value));
      else at += value.length;
      if (removed) changes.push(edit(at - value.length, at, ''));
    }
    expect(changes.length).toBeGreaterThan(30);
    const tidy = tidyChanges(changes, old);
    expect(applyChanges(old, tidy)).toBe(now);
    for (const { index, 0: word } of old.matchAll(/\w+/g)) {
      expect(trackEdits([{ start: index, end: index + word.length }], tidy).spans, word).toEqual([]);
    }
  });

  it('keeps the marks between small changes that leave most of a text', () => {
    const old = 'The mayor of Bergen praised the trains of Oslo and the ships of Bergen at a long meeting on Monday.';
    const changes = [...old.matchAll(/Bergen/g)].map(({ index }) => edit(index, index + 6, 'Tromsø'));
    const start = old.indexOf('Oslo');
    const { spans, touched } = trackEdits([{ start, end: start + 4 }], tidyChanges(changes, old));
    expect({ spans, touched }).toEqual({ spans: [{ start, end: start + 4 }], touched: false });
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
        const reaching = changes.filter((c) =>
          c.start === c.end ? start < c.start && c.start < end : c.start < end && c.end > start,
        );
        expect(tracked.touched).toBe(reaching.length > 0);
        const kept = origins.flatMap((origin, at) => (origin !== null && origin >= start && origin < end ? [at] : []));
        const [first = 0, last = 0] = [kept[0], kept.at(-1)];
        const few = reaching.length > 1 && 2 * kept.length < Math.max(last + 1 - first, end - start);
        if (kept.length === 0 || few) expect(tracked.spans).toEqual([]);
        else expect(tracked.spans).toEqual([{ start: first, end: last + 1 }]);
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
