import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readablePart } from '../../../src/core/extract/language/readable.ts';
import { createExtractor } from '../../../src/core/extract/pipeline.ts';
import { readModels } from '../../../src/node/readModels.ts';
import { longArticle } from '../../bench/longArticle.ts';

const root = new URL('../../../', import.meta.url);
const models = readModels('src/core/lexicon/models');
const seeds = fs.readdirSync(new URL('seeds', root)).filter((file) => file.endsWith('.txt'));
const articles = seeds.map((file) => fs.readFileSync(new URL(`seeds/${file}`, root), 'utf8'));

const SIZE = 150_000;
const fill = (piece: string, size = SIZE) => piece.repeat(Math.ceil(size / piece.length));
const many = (count: number, piece: (i: number) => string, glue = '\n') =>
  Array.from({ length: count }, (_, i) => piece(i)).join(glue);
/** Letters for a number. */
const spell = (i: number) => i.toString(26).replace(/\d/g, (digit) => 'ghjklmnpqr'[Number(digit)] as string);
const random = (seed: number) => () => {
  seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
  return seed >>> 16;
};
const bytes = () => {
  const next = random(7);
  return new TextDecoder().decode(Uint8Array.from({ length: SIZE }, () => next() & 255));
};

const UNSPACED = 'Thousands of characters without a space between them were not read.';
const REPEATED = 'The same few words come again thousands of times; only the first were read.';
const BINARY = 'The text does not look like prose: it holds control characters.';

const UNREADABLE: readonly (readonly [string, string, string])[] = [
  ['a line without spaces', fill('QxÉ-7_“z”'), UNSPACED],
  ['brackets in brackets', fill('{"q":['), UNSPACED],
  ['invisible signs', `Q${fill('\u200b\u2060\ufeff\u00ad')}R`, UNSPACED],
  ['initials without spaces', fill('Q.'), UNSPACED],
  ['capitalised words without end', fill('Bbb Ddd Fff '), REPEATED],
  ['names joined by "and"', fill('Ira and Nils and '), REPEATED],
  ['one person again and again', fill('Ira Lund said that Lund met Mrs. Lund. '), REPEATED],
  [
    'one sentence again and again',
    fill('The mayor, Ira Lund, said that at least 30 people were hurt in Oslo. '),
    REPEATED,
  ],
  ['cue verbs', `${fill('claimed ')}\n${fill('"q," added ')}`, REPEATED],
  ['initials', fill('Q. '), REPEATED],
  ['digits with spaces', fill('7 000 '), REPEATED],
  ['words of furniture', `${fill('Read more: ')}\n${fill('(AFP) ')}`, REPEATED],
  ['random bytes', bytes(), BINARY],
  ['NUL bytes', `Ira Lund said "30 hurt". ${fill('\0')}`, BINARY],
];

const LONG: readonly (readonly [string, string])[] = [
  ['thousands of different names', many(6000, (i) => `Name${spell(i)} Surname${i}`, ' met ')],
  ['short lines', many(5000, (i) => `Line ${i}: ${i % 97} people in Town${i % 100}.`)],
  ['different tolls', many(3000, (i) => `At least ${i} people were killed in the Oslo attack.`)],
  [
    'sources of one surname',
    many(4000, (i) => `${spell(i)}. Lund said that ${spell(i)} fell.`.replace(/^./, (c) => c.toUpperCase())),
  ],
  [
    'bodies with the same initials',
    many(4000, (i) => `The Ba${spell(i)} Committee met the Ba${spell(i)} Council (BC).`),
  ],
];

const ORDINARY: readonly (readonly [string, string])[] = [
  ['news', longArticle(articles, 300_000)],
  ['a list of places', many(12_000, (i) => `${spell(i * 37)}stad: ${i % 40} people`)],
  ['a table of figures', many(4000, (i) => `Town ${spell(i)}\t${i % 13}\t${(i * 7) % 90}\t${i % 100} %`)],
  [
    'a poem with a refrain',
    many(40, (i) => `The ${spell(i)} goes down to the sea,\nand the wind, and the wind, and the wind.\n`),
  ],
  ['a language without spaces', fill('政府は木曜日に新しい計画を発表し、市民の安全を守ると述べた。', 20_000)],
  ['a short note', 'Call Ira.'],
  ['a long address', `See https://example.org/${fill('a-b/', 1500)} for more.`],
];

function run(text: string) {
  const { extract } = createExtractor({ models });
  const started = process.cpuUsage();
  const extraction = extract({ text });
  const { user, system } = process.cpuUsage(started);
  return { extraction, milliseconds: (user + system) / 1000 }; // not by the clock: others may be at work too
}

describe('what is worth reading', () => {
  it.each(UNREADABLE)('leaves out %s, and says so', (_, text, notice) => {
    const { mentions, quotations, claims, figures, times, notices } = run(text).extraction;
    expect(notices).toContain(notice);
    for (const found of [mentions, quotations, claims, figures, times]) expect(found.length).toBeLessThan(300);
  });

  it.each(ORDINARY)('reads all of %s', (_, text) => {
    expect(readablePart(text)).toEqual({ text, notices: [] });
  });

  it('keeps every offset, and what stands beside the unreadable', () => {
    const text = `Ira Lund met Nils Berg.\n${fill('x')}\nIra Lund spoke.`;
    const readable = readablePart(text);
    expect(readable.text).toHaveLength(text.length);
    const { mentions } = run(text).extraction;
    expect(mentions.map(({ start, end }) => text.slice(start, end))).toEqual(['Ira Lund', 'Nils Berg', 'Ira Lund']);
  });

  it('reads the beginning of what is far too long', () => {
    const { text, notices } = readablePart(longArticle(articles, 6_100_000));
    expect(text).toHaveLength(6_000_000);
    expect(notices).toEqual(['The text is very long; only its first six million characters were read.']);
  });
});

describe('time', () => {
  it('a character of hostile text takes no more than three of ordinary text', { timeout: 120_000 }, () => {
    const ordinary = longArticle(articles, SIZE);
    run(ordinary); // warms the compiler
    const best = (text: string) => Math.min(run(text).milliseconds, run(text).milliseconds);
    const each = best(ordinary) / ordinary.length;
    const slow = [...UNREADABLE, ...LONG].flatMap(([kind, text]) => {
      const factor = (best(text) - 100) / (each * text.length);
      return factor > 3 ? [`${kind}: ${factor.toFixed(1)}`] : [];
    });
    expect(slow).toEqual([]);
  });
});
