import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describe as describeSpans, exactOf } from '../../../src/core/anchor/describe.ts';
import type { Resolution } from '../../../src/core/anchor/resolution.ts';
import { resolve, resolveAll } from '../../../src/core/anchor/resolve.ts';
import { TextBlocks } from '../../../src/core/anchor/textBlocks.ts';
import { applyChanges, tidyChanges } from '../../../src/core/anchor/textChange.ts';
import { textDifference } from '../../../src/core/anchor/textDifference.ts';
import { TextMap } from '../../../src/core/anchor/textMap.ts';
import { sameDigits } from '../../../src/core/anchor/wholeWords.ts';
import { ARTICLE, occurrences } from '../store/sampleArticle.ts';
import { changesArbitrary, textArbitrary } from './arbitraries.ts';

function follow(old: string, words: string, now: string, nth = 0): Resolution {
  const selector = describeSpans(new TextBlocks(old), [occurrences(old, words)[nth] as { start: number; end: number }]);
  return resolve(selector, new TextBlocks(now), { sameText: false, map: new TextMap(old, now) });
}

const wordsOf = (found: Resolution, text: string) =>
  found.anchor === 'orphan' ? 'orphan' : `${found.anchor}: ${exactOf(text, found.spans)}`;

describe('with the old text at hand', () => {
  const cases: readonly [name: string, words: string, change: (text: string) => string, expected: string][] = [
    [
      'words around it were rewritten',
      'Red Aid',
      (t) => t.replace('The Red Aid group reported that', 'Also Red Aid people wrote'),
      'anchored: Red Aid',
    ],
    ['a letter was changed', 'Ada Lovelace', (t) => t.replace('Ada Lovelace', 'Ada Lovelase'), 'changed: Ada Lovelase'],
    ['a digit was put before a number', '60', (t) => t.replace('60', '160'), 'changed: 160'],
    ['thousands were added to a number', '12', (t) => t.replace('12 trucks', '12,000 trucks'), 'changed: 12'],
    ['it was deleted, with others left', 'Northport', (t) => t.replace('of Northport,', 'there,'), 'orphan'],
    [
      'its paragraph was moved and edited',
      'Red Aid',
      (t) => {
        const [, , a, b, , c, ...rest] = t.split('\n');
        return [c?.replace('food', 'bread'), '', a, b, ...rest].join('\n');
      },
      'anchored: Red Aid',
    ],
    ['it was replaced by another name', 'Ada Lovelace', (t) => t.replace('Ada Lovelace', 'Grace Hopper'), 'orphan'],
    [
      'letters were typed right behind it',
      'Northport',
      (t) => t.replace('of Northport,', 'of Northports,'),
      'changed: Northports',
    ],
  ];
  it.each(cases)('%s', (_, words, change, expected) => {
    const now = change(ARTICLE);
    expect(wordsOf(follow(ARTICLE, words, now), now)).toBe(expected);
  });

  it('does not take a name in other words for it because of letters that are the same by chance', () => {
    const old =
      'In spring Mia Holt of Ekholm won the race. Correspondents contacted Holt about her designation for years.\n';
    const now =
      'In spring Mia Holt of Ekholm won the race. mutual challenges Holt and discuss areas of concern once more.\n';
    expect(follow(old, 'Holt', now, 1).anchor).toBe('orphan');
  });

  it('does not choose between words that were put in next to each other', () => {
    const now = ARTICLE.replace('of Northport,', 'of Northport and near Northport,');
    expect(follow(ARTICLE, 'Northport', now).anchor).toBe('orphan');
  });

  const STATION = 'The crew left for the station at noon, and Mara Quill stayed in Tarn with two boats.';
  const LISTED =
    'Orla Finch is named under E.O. 77 section 2 for her part.\nTam Reed is named under E.O. 77 section 2 as a director of the mill.\n';
  const repeated: readonly [name: string, words: string, nth: number, old: string, now: string, expected: string][] = [
    [
      'words with the same name were put in behind it',
      'Tarn',
      0,
      STATION,
      STATION.replace('Tarn', 'Tarn where once Tarn fishers sold'),
      'stayed in [Tarn] where once Tarn',
    ],
    [
      'a long piece was put in between the first word of a line and the rest',
      'Mara',
      0,
      'Mara stayed in Tarn with two boats.',
      'Mara of the northern harbour watch who was there that night stayed in Tarn with two boats.',
      '[Mara] of the',
    ],
    [
      'a line like its own was cut down to its beginning',
      'section',
      1,
      LISTED,
      LISTED.replace(' is named under E.O. 77 section 2 for her part.', ' is free.').replace('Tam Reed', 'Mr Reed'),
      'under E.O. 77 [section] 2 as',
    ],
    [
      'the other one in its line was deleted with the same words around it',
      'Tarn',
      0,
      'Boats from Tarn, Ekholm and Lund sailed as well. The mayor thanked Tarn, Ekholm and Lund once more.',
      'Boats from Tarn, Ekholm and Lund sailed as well. The mayor slept.',
      'from [Tarn], Ekholm and Lund sailed',
    ],
    [
      'it may be what was deleted as well as its neighbour',
      'Orla and',
      0,
      'The board praised the agency, and the Orla and Orla ferry sailed at noon with the crew.',
      'The board praised the agency, and the Orla ferry sailed at noon with the crew.',
      'orphan',
    ],
    [
      'nothing but its last letter was kept, in another word',
      'Russia',
      0,
      'The treaty did nothing at all to threaten Russia. It was signed in June by both sides of the council.',
      'Whose people in the end were seen in Ain Issa. It was signed in June by both sides of the council.',
      'orphan',
    ],
  ];
  it.each(repeated)('%s', (_, words, nth, old, now, expected) => {
    const found = follow(old, words, now, nth);
    const [span] = found.anchor === 'orphan' ? [] : found.spans;
    const marked = span
      ? `${now.slice(0, span.start)}[${now.slice(span.start, span.end)}]${now.slice(span.end)}`
      : 'orphan';
    expect(marked).toContain(expected);
  });

  it('finds in any two texts only what both have', () => {
    fc.assert(
      fc.property(textArbitrary, textArbitrary, (old, now) => {
        const { runs, moved } = textDifference(old, now);
        let from = 0;
        let to = 0;
        for (const { old: a, now: b, length } of runs) {
          expect(old.slice(a, a + length)).toBe(now.slice(b, b + length));
          expect(a >= from && b >= to).toBe(true);
          from = a + length;
          to = b + length;
        }
        for (const { old: a, now: b, length } of moved) {
          expect(old.slice(a, a + length)).toBe(now.slice(b, b + length));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('puts a mark on its own words, or says that it changed, with the same digits or not at all; the second time the same', () => {
    fc.assert(
      fc.property(textArbitrary, fc.infiniteStream(fc.nat()), (old, numbers) => {
        const next = (bound: number) => (numbers.next().value as number) % bound;
        const now = applyChanges(old, tidyChanges(changesArbitrary(old, next), old));
        const blocks = new TextBlocks(old);
        const spans = occurrences(old, '(?:Kabul|group|60|Taliban)');
        const selectors = spans.map((span) => describeSpans(blocks, [span]));
        for (const map of [null, new TextMap(old, now)]) {
          const found = resolveAll(selectors, new TextBlocks(now), { sameText: false, map });
          const places = new Set<string>();
          for (const [i, resolution] of found.entries()) {
            if (resolution.anchor === 'orphan') {
              expect(resolution.candidates.length).toBeLessThanOrEqual(3);
              continue;
            }
            const words = exactOf(now, resolution.spans);
            const exact = selectors[i]?.quote.exact as string;
            if (resolution.anchor === 'anchored') expect(words).toBe(exact);
            if (!map) expect(sameDigits(words, exact)).toBe(true);
            if (resolution.anchor === 'changed') continue;
            const key = `${resolution.spans[0]?.start} ${exact}`;
            expect(places.has(key)).toBe(false);
            places.add(key);
          }
          const again = resolveAll(selectors, new TextBlocks(now), { sameText: false, map });
          expect(again).toEqual(found);
        }
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});

describe('cost', () => {
  /** Lines without a common order, every third of which is edited. */
  function texts(lines: number) {
    const word = (n: number) => `w${((n * 2654435761) >>> 0) % 5000}`;
    const line = (n: number) => Array.from({ length: 12 }, (_, k) => word(n * 12 + k)).join(' ');
    const old = Array.from({ length: lines }, (_, n) => `${line(n)} Kabul ${line(n + 7919)}`);
    const now = old.map((words, n) =>
      n % 3 === 0 ? words.replace(' Kabul ', ` near Kabul${n % 2 ? ',' : ''} `) : words,
    );
    return { old: old.join('\n'), now: now.join('\n') };
  }

  function cost(lines: number, mapped: boolean): number {
    const { old, now } = texts(lines);
    const blocks = new TextBlocks(old);
    const selectors = occurrences(old, 'Kabul').map((span) => describeSpans(blocks, [span]));
    const started = performance.now();
    const map = mapped ? new TextMap(old, now) : null;
    resolveAll(selectors, new TextBlocks(now), { sameText: false, map });
    return performance.now() - started;
  }

  for (const mapped of [true, false]) {
    it(`grows about like the text and the number of marks (${mapped ? 'old text' : 'search'})`, () => {
      const rounds = [1, 2, 3].map(() => ({ half: cost(1500, mapped), whole: cost(3000, mapped) }));
      expect(Math.min(...rounds.map(({ half, whole }) => whole / half))).toBeLessThan(3.2);
    }, 60_000);
  }
});
