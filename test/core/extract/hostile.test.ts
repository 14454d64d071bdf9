import { describe, expect, it } from 'vitest';
import { createExtractor } from '../../../src/core/extract/pipeline.ts';
import type { Span } from '../../../src/core/text/span.ts';
import { readModels } from '../../../src/node/readModels.ts';

const models = readModels('src/core/lexicon/models');
const { extract } = createExtractor({ models });

const SENTENCE = 'The mayor, Ira Lund, said on Monday that at least 30 people were hurt in Oslo. ';
const SIZE = 40_000;
const fill = (piece: string) => piece.repeat(Math.ceil(SIZE / piece.length));

const KINDS: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['one line end', '\n'],
  ['one letter', 'Q'],
  ['half a surrogate pair', '\ud83d'],
  ['a line without spaces', fill('q')],
  ['a line of mixed signs without spaces', fill('QxÉ-7_“z”')],
  ['one endless paragraph', fill(SENTENCE)],
  ['capitalised words without end', fill('Bbb Ddd ')],
  ['names joined by "and"', fill('Ira and Nils and ')],
  ['empty lines', fill('\n')],
  ['spaces', `Begin${fill(' ')}end.`],
  ['straight marks', fill('"')],
  ['opening marks', fill('“')],
  ['closing marks', fill('”')],
  ['one-letter quotations', fill('"q" ')],
  ['quotation marks in the wrong order', fill('“q ”r ‘s ’t «u »v ')],
  ['brackets', fill('(') + fill(')')],
  ['zero-width characters', `Q${fill('\u200b\u2060\ufeff')}R`],
  ['direction overrides', `${fill('\u202b\u2067')}q`],
  ['combining marks', `q${fill('\u0301')}`],
  ['NUL bytes', `Ira\0 Lund said "30\0 hurt". ${fill('\0')}`],
  ['lone surrogates', `Ira ${fill('\ud800')} said`],
  ['emoji', fill('😀 ')],
  ['initials', fill('Q. ')],
  ['initials without spaces', fill('Q.')],
  ['digits with separators', `${fill('7,')}\n${fill('7.')}\n${fill('7-')}\n${fill('7 000 ')}`],
  ['money without a number', `${fill('$')}\n${fill('US$ ')}\n${fill('billion ')}`],
  ['words of dates', `${fill('Friday, ')}\n${fill('August ')}\n${fill('7/')}\n${fill('of the ')}`],
  ['cue verbs', `${fill('claimed ')}\n${fill('she said he said, ')}\n${fill('"q," added ')}`],
  ['"according to" without end', fill('according to ')],
  ['particles of names', `${fill("O'")}\n${fill('Al-')}\n${fill('von der ')}`],
  ['sentence ends', `${fill('.')}\n${fill('...')}\n${fill('?!')}\n${fill('etc. ')}`],
  ['commas', `${fill(',')}\n${fill('q, ')}`],
  ['bait for addresses', `${fill('http://')}\n${fill('q@')}\n${fill('www.')}`],
  ['words of furniture', `${fill('Read more: ')}\n${fill('(AFP) ')}`],
  ['tags never closed', `${fill('<')}\n${fill('<b ')}\n${fill('&#')}`],
  ['one person again and again', fill('Ira Lund said that Lund met Mrs. Lund. ')],
  ['keys of Object.prototype', fill('Mr. Constructor met __proto__ and ToString. constructor said "prototype". ')],
];

describe('hostile inputs', () => {
  it.each(KINDS)('%s: no error, true offsets', (_, text) => {
    const { zones, mentions, figures, times, quotations, claims } = extract({ text });
    const all: Span[] = [...zones, ...mentions, ...figures, ...times, ...quotations, ...claims];
    for (const { start, end } of all) expect(start >= 0 && start < end && end <= text.length).toBe(true);
  });

  it.each(['', '\n', 'q'.repeat(SIZE), fill('“'), fill('\0'), fill('7,')])('says why a text yields little', (text) => {
    const { claims, notices } = extract({ text });
    expect(claims).toEqual([]);
    expect(notices).not.toEqual([]);
  });

  it('takes a list of cue verbs for no report', () => {
    expect(extract({ text: fill('claimed ') }).quotations).toEqual([]);
  });

  it.each(['said ', 'Said said said. ', 'Read more: '])(
    'finds no claims in words repeated without end: %s',
    (piece) => {
      expect(extract({ text: `A headline about nothing at all\n\n${fill(piece)}` }).claims.length).toBeLessThan(50);
    },
  );
});
