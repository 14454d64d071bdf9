import { describe, expect, it } from 'vitest';
import { CorpusIndex } from '../../../src/core/corpus/corpusIndex.ts';
import type { Digest } from '../../../src/core/corpus/digest.ts';
import { digestArticle } from '../../../src/core/corpus/digestArticle.ts';
import { digestText } from '../../../src/core/corpus/digestText.ts';
import { createExtractor } from '../../../src/core/extract/pipeline.ts';
import { readModels } from '../../../src/node/readModels.ts';

const extractor = createExtractor({ models: readModels('src/core/lexicon/models') });

/** An index of articles by address. */
function indexOf(digests: Readonly<Record<string, Digest>>): CorpusIndex {
  const index = new CorpusIndex();
  for (const [uri, digest] of Object.entries(digests)) {
    const request = { text: uri, sidecar: null, known: [] };
    index.put({ uri, stamp: '1' }, index.reuse({ uri, stamp: '1' }, request) ?? '', digestText(digest));
  }
  return index;
}

const article = (day: string, metres: number, rest = '') =>
  digestArticle(
    {
      text: `The Norrbeck breakwater\n\n${day}\n\nThe Norrbeck breakwater is ${metres} metres long, the Vasterholm Harbour Board said.${rest}\n`,
      sidecar: null,
      known: [],
    },
    extractor,
  );
const elsewhere = (n: number): Digest => ({
  ...{ language: 'en', decided: 0, claims: 0, statements: [] },
  published: { value: '2021-05-04', basis: 'given' },
  entities: [
    { id: 'e_1', type: 'location', name: 'Europe', at: [0, 6] },
    { id: `e_${n}`, type: 'person', name: `Person ${n}`, at: [9, 6] },
  ],
});

describe('an article beside others', () => {
  const digests = Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`file:other${n}.txt`, elsewhere(n)]));
  const index = indexOf({
    'file:a.txt': article('3 May 2021', 820),
    'file:b.txt': article('4 May 2021', 950),
    ...digests,
  });

  it('finds what is said of the same event among hundreds, and how the two stand to each other', () => {
    const across = index.across('file:a.txt', '')?.across;
    expect(across?.articles.map(({ uri }) => uri)).toEqual(['file:a.txt', 'file:b.txt']);
    const told = across?.pairs.map(({ a, b, relation }) => {
      const words = [a, b].map((at) => across.statements[at]?.words);
      return [relation, ...words];
    });
    expect(told).toContainEqual(['contradiction', '820 metres', '950 metres']);
  });

  const contradictionsOf = (uri: string, others: Readonly<Record<string, Digest>>): string[] => {
    const across = indexOf({ ...others, ...digests }).across(uri, '')?.across;
    const of = across?.pairs.filter(({ relation }) => relation === 'contradiction') ?? [];
    return of.map(({ a, b }) => [a, b].map((at) => across?.statements[at]?.words).join(' / '));
  };

  it('is not contradicted by what another article says of another time', () => {
    const first = article('3 May 2021', 820);
    expect(contradictionsOf('file:a.txt', { 'file:a.txt': first, 'file:b.txt': article('4 May 2021', 950) })).toEqual([
      '820 metres / 950 metres',
    ]);
    expect(contradictionsOf('file:a.txt', { 'file:a.txt': first, 'file:b.txt': article('4 May 2023', 950) })).toEqual(
      [],
    );
  });

  it('is contradicted at any time on when something began', () => {
    const founded = (day: string, year: number) =>
      article(day, 820, ` The Vasterholm Harbour Board was founded in ${year}.`);
    expect(
      contradictionsOf('file:a.txt', {
        'file:a.txt': founded('3 May 2021', 1931),
        'file:b.txt': founded('4 May 2023', 1937),
      }),
    ).toEqual(['1931 / 1937']);
  });

  it('is not contradicted by an article that shares only names that many have', () => {
    const common: Digest['entities'][number] = { id: 'e_c', type: 'location', name: 'Norrbeck', at: [0, 8] };
    const many = Object.fromEntries(
      Object.entries(digests)
        .slice(0, 11)
        .map(([uri, digest]) => [uri, { ...digest, entities: [common, ...digest.entities] }]),
    );
    const text = (day: string, body: string) =>
      digestArticle({ text: `Norrbeck\n\n${day}\n\n${body}\n`, sidecar: null, known: [] }, extractor);
    const index = indexOf({
      'file:a.txt': text('3 May 2021', 'The breakwater in Norrbeck is 820 metres long. It cost 73 million euros.'),
      'file:b.txt': text('4 May 2021', 'The breakwater in Norrbeck is 950 metres long. It cost 73 million euros.'),
      ...digests,
      ...many,
    });
    const pairs = index.across('file:a.txt', '')?.across?.pairs ?? [];
    expect(pairs.map(({ relation }) => relation)).toEqual(['same']);
  });

  it('is not compared again while nothing beside it changed', () => {
    const { key = '' } = index.across('file:a.txt', '') ?? {};
    expect(index.across('file:a.txt', key)).toEqual({ key, across: null });
    index.put({ uri: 'file:other1.txt', stamp: '2' }, '0'.repeat(32), digestText(elsewhere(9)));
    expect(index.across('file:a.txt', key)?.across).toBeNull();
    index.put({ uri: 'file:b.txt', stamp: '2' }, '1'.repeat(32), digestText(article('5 May 2021', 820)));
    expect(index.across('file:a.txt', key)?.across).not.toBeNull();
    expect(index.across('file:nowhere.txt', '')).toBeNull();
  });

  it('counts a copy of the article as another source', () => {
    const twice = indexOf({ 'file:a.txt': article('3 May 2021', 820) });
    twice.reuse({ uri: 'file:copy.txt', stamp: '1' }, { text: 'file:a.txt', sidecar: null, known: [] });
    expect(twice.across('file:a.txt', '')?.across?.articles).toHaveLength(2);
  });

  it('says what all articles tell of one entity', () => {
    const about = index.about('Vasterholm Harbour Board');
    expect(about.pairs.length).toBeGreaterThan(0);
    expect(index.about('Nobody Known').articles).toEqual([]);
  });
});
