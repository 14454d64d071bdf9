import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describe as describeSpans, exactOf } from '../../../src/core/anchor/describe.ts';
import type { Resolution } from '../../../src/core/anchor/resolution.ts';
import { resolve, resolveAll } from '../../../src/core/anchor/resolve.ts';
import { TextBlocks } from '../../../src/core/anchor/textBlocks.ts';
import type { Span } from '../../../src/core/text/span.ts';
import { ARTICLE, occurrences } from '../store/sampleArticle.ts';
import { textArbitrary } from './arbitraries.ts';

const search = { sameText: false };

function selectorOf(text: string, words: string, nth = 0) {
  return describeSpans(new TextBlocks(text), [occurrences(text, words)[nth] as { start: number; end: number }]);
}

const anchored = (...spans: Span[]): Resolution => ({ anchor: 'anchored', spans });

function wordsAt(resolution: Resolution, text: string): string {
  return resolution.anchor === 'orphan' ? 'orphan' : exactOf(text, resolution.spans);
}

describe('describe', () => {
  it('keeps the block, the words and their context inside the block', () => {
    expect(selectorOf('one\nsaid Ada Lovelace today\ntwo', 'Ada Lovelace')).toEqual({
      at: [{ block: expect.stringMatching(/^[0-9a-f]{8}$/), start: 5, end: 17 }],
      quote: { exact: 'Ada Lovelace', prefix: 'said ', suffix: ' today' },
    });
  });

  it('never cuts the context inside a grapheme cluster', () => {
    const family = '👩‍👩‍👧';
    const text = `${family.repeat(8)} name ${family.repeat(8)}`;
    const { quote } = selectorOf(text, 'name');
    expect(quote.prefix).toBe(`${family.repeat(3)} `);
    expect(quote.suffix).toBe(` ${family.repeat(3)}`);
  });

  it('adds the neighbours only where a block stands more than once', () => {
    const { at } = selectorOf('a\nsame\n\nb\nsame\nc', 'same', 1);
    expect(at[0]).toMatchObject({ before: expect.any(String), after: expect.any(String) });
    expect(at[0]).not.toHaveProperty('nth');
  });
});

describe('resolve', () => {
  it('finds a paragraph that moved, without looking at anything else', () => {
    const lines = ARTICLE.split('\n');
    const moved = [...lines.slice(3), 'New line.', ...lines.slice(0, 3)].join('\n');
    const start = moved.indexOf('the mayor of Northport') + 13;
    const found = resolve(selectorOf(ARTICLE, 'Northport'), new TextBlocks(moved), search);
    expect(found).toEqual(anchored({ start, end: start + 9 }));
  });

  it('finds words by their context when the line changed', () => {
    const changed = ARTICLE.replace('on Monday that', 'yesterday that');
    const found = resolve(selectorOf(ARTICLE, 'Ada Lovelace'), new TextBlocks(changed), search);
    expect(found).toEqual(anchored({ start: changed.indexOf('Ada'), end: changed.indexOf('Ada') + 12 }));
  });

  const lost: readonly [name: string, words: string, change: (text: string) => string][] = [
    ['words that are gone', 'Ada Lovelace', (text) => text.replaceAll('Ada Lovelace', 'The mayor')],
    ['a number of which only digits remain', '60', (text) => text.replace('60', '160')],
    ['a number that went on', '60', (text) => text.replace('60', '60,000')],
    ['a short word without its context', 'The', () => 'Elsewhere, The End.'],
    ['a deleted mention with others left', 'Northport', (text) => text.replace('of Northport,', 'there,')],
  ];
  it.each(lost)('does not guess: %s', (_, words, change) => {
    expect(resolve(selectorOf(ARTICLE, words), new TextBlocks(change(ARTICLE)), search).anchor).toBe('orphan');
  });

  it('says that words at their place were edited', () => {
    const edited = ARTICLE.replace('Ada Lovelace', 'Ada Lovelase');
    const found = resolve(selectorOf(ARTICLE, 'Ada Lovelace'), new TextBlocks(edited), search);
    expect([found.anchor, wordsAt(found, edited)]).toEqual(['changed', 'Ada Lovelase']);
  });

  it('offers where lost words may be, the best place first, and no place of other words', () => {
    const lost = ARTICLE.replace(
      'Ada Lovelace, the mayor of Northport, said',
      'Yesterday a mayor called Ada Lovelace told',
    );
    const found = resolve(selectorOf(ARTICLE, 'Ada Lovelace'), new TextBlocks(lost), search);
    expect(found).toEqual({
      anchor: 'orphan',
      candidates: [{ start: lost.indexOf('Ada'), end: lost.indexOf('Ada') + 12 }],
    });
  });

  it('gives repeated words in an edited line back in their order, each once', () => {
    const old = 'The group met the group and the group again.';
    const now = `${old.slice(0, -1)}, it is said.`;
    const selectors = [0, 1, 2].map((n) => selectorOf(old, 'group', n));
    const found = resolveAll(selectors, new TextBlocks(now), search);
    expect(found).toEqual(occurrences(now, 'group').map((span) => anchored(span)));
  });

  it('never takes the twin of a repeated line for the line itself', () => {
    const old = 'Start.\nKabul is calm.\nMiddle.\nKabul is calm.\nEnd.';
    const selector = selectorOf(old, 'Kabul', 0);
    const now = old.replace('Kabul is calm.\n', '');
    expect(resolve(selector, new TextBlocks(now), search).anchor).toBe('orphan');
  });

  it('does not take a name in other words for it because the next sentence still stands', () => {
    const next = ' people. At the harbour the ships lay in rows.';
    const old = `They spoke of the missing and forgotten Northern${next}`;
    const now = `Trains left late again from Northern a${next.slice(' people'.length)}`;
    expect(resolve(selectorOf(old, 'Northern', 0), new TextBlocks(now), search).anchor).toBe('orphan');
  });

  it('does not give two selectors the same place by search', () => {
    const text = 'He said Kabul fell today.\nHe said Kabul fell today, too.';
    const selectors = [selectorOf(text, 'Kabul', 0), selectorOf(text, 'Kabul', 1)];
    const left = 'Now: He said Kabul fell today.';
    const found = resolveAll(selectors, new TextBlocks(left), search);
    expect(found.filter(({ anchor }) => anchor !== 'orphan').length).toBeLessThan(2);
  });

  it('finds everything again in the same text, repeated lines included', () => {
    fc.assert(
      fc.property(textArbitrary, fc.nat(), fc.nat(), (text, a, b) => {
        const start = a % text.length;
        const span = { start, end: start + 1 + (b % (text.length - start)) };
        if (exactOf(text, [span]).trim() === '' || /^\n|\n$/.test(exactOf(text, [span]))) return;
        const blocks = new TextBlocks(text);
        expect(resolve(describeSpans(blocks, [span]), blocks, { sameText: true })).toEqual(anchored(span));
      }),
      { numRuns: 500 },
    );
  });

  it('keeps the pieces of an interrupted quotation', () => {
    const spans = [
      { start: 2, end: 6 },
      { start: 10, end: 14 },
    ];
    const blocks = new TextBlocks('ab Kabul is the city\nof dreams');
    expect(resolve(describeSpans(blocks, spans), blocks, search)).toEqual(anchored(...spans));
  });
});
