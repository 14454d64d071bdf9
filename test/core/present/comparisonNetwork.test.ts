import { describe, expect, test } from 'vitest';
import type { ComparedArticle } from '../../../src/core/corpus/compare/compared.ts';
import { comparisonNetwork } from '../../../src/core/present/comparisonNetwork.ts';
import { article, comparison, named, saying } from './comparedArticles.ts';

const networkOf = (articles: readonly ComparedArticle[]) =>
  comparisonNetwork(
    comparison(articles, [], []),
    articles.map(({ file }) => file),
    articles.map(({ file }) => ({ title: file, publisher: file.toUpperCase(), published: null })),
  );

describe('the network of a comparison', () => {
  test('leads from the outlet over who it quotes to the origin', () => {
    const { nodes, edges } = networkOf([article('post', [saying('77', { sources: [named('ISPI'), named('UNAMA')] })])]);
    const name = (id: string) => nodes.find((node) => node.id === id)?.name;
    expect(edges.map(({ kind, from, to }) => [name(from), kind, name(to)])).toEqual([
      ['POST', 'quotes', 'ISPI'],
      ['ISPI', 'quotes', 'UNAMA'],
    ]);
  });

  test('one name is one node over all sources, quoted or spoken of', () => {
    const { nodes, edges } = networkOf([
      article('a', [saying('1', { sources: [named('The Ministry')] })]),
      article('b', [saying('2', { entities: [0] })], { entities: ['Ministry'] }),
    ]);
    expect(nodes.filter(({ kind }) => kind !== 'source')).toMatchObject([{ kind: 'speaker', weight: 2 }]);
    expect(edges.map(({ kind, weight }) => [kind, weight])).toEqual([
      ['quotes', 1],
      ['names', 1],
    ]);
  });

  test('nobody quotes himself, and a name of nothing is no node', () => {
    const { nodes, edges } = networkOf([
      article('a', [saying('1', { sources: [named('Ada'), named('the Ada'), named(' ')] })]),
    ]);
    expect(nodes).toHaveLength(2);
    expect(edges).toHaveLength(1);
  });

  test('of very many the strongest are kept, with all sources, and the number of the others is told', () => {
    const statements = Array.from({ length: 300 }, (_, at) =>
      saying(String(at), { sources: [named(at % 3 === 0 ? 'Often Quoted' : `Speaker ${at}`)], entities: [at] }),
    );
    const entities = statements.map((_, at) => `Entity ${at}\u202e\n`);
    const network = networkOf([article('a', statements, { entities }), article('b', [saying('1')])]);
    expect(network.nodes.length).toBeLessThanOrEqual(60);
    expect(network.edges.length).toBeLessThanOrEqual(100);
    expect(network.nodes.filter(({ kind }) => kind === 'source')).toHaveLength(2);
    expect(network.edges[0]).toMatchObject({ kind: 'quotes', weight: 100 });
    expect(network.edges[0]?.statements.length).toBeLessThan(20);
    expect(network.edges.filter(({ kind }) => kind === 'quotes').length + network.leftOut.quotes).toBe(201);
    expect(network.edges.filter(({ kind }) => kind === 'names').length + network.leftOut.names).toBe(300);
    const ids = new Set(network.nodes.map(({ id }) => id));
    for (const { from, to } of network.edges) expect(ids.has(from) && ids.has(to)).toBe(true);
    for (const { name } of network.nodes) expect(name).not.toMatch(/[\n\u202e]/);
  });
});
