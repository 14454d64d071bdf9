import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Comparison } from '../../../src/core/corpus/compare/compareArticles.ts';
import type { ComparedArticle } from '../../../src/core/corpus/compare/compared.ts';
import { RELATIONS } from '../../../src/core/corpus/compare/relation.ts';
import { passesComparison } from '../../../src/core/present/comparisonFilter.ts';
import { comparisonTable } from '../../../src/core/present/comparisonTable.ts';
import { questionGroups } from '../../../src/core/present/questionGroups.ts';
import { article, comparison, named, pair, saying } from './comparedArticles.ts';

const tableOf = (compared: Comparison, articles: readonly ComparedArticle[]) =>
  comparisonTable(
    compared,
    questionGroups(compared),
    articles.map(({ file }) => file),
  );
const words = (cells: readonly { readonly words: string }[]) => cells.map((cell) => cell.words);

describe('the table of a comparison', () => {
  test('has a cell for what each source says, with who says it, as of when, and of what', () => {
    const articles = [
      article('a', [saying('at least 60', { asOf: '2021-08-26', scope: ['part'] })]),
      article('b', [saying('77', { sources: [named('ISPI'), named('UNAMA')] })]),
      article('c', []),
    ];
    const [row] = tableOf(comparison(articles, [pair(0, 1, 'updated')], [[0, 1]]), articles);
    expect(row?.question).toBe('killed');
    expect(row?.relation).toBe('updated');
    expect(row?.cells.map(words)).toEqual([['at least 60'], ['77'], []]);
    expect(row?.cells[0]?.[0]).toMatchObject({ asOf: '2021-08-26', scope: ['a part'], relation: 'updated' });
    expect(row?.cells[1]?.[0]?.saidBy).toEqual(['ISPI', 'UNAMA']);
  });

  test('puts contradictions first, then what is less grave', () => {
    const order = ['same', 'compatible', 'different scope', 'updated', 'contradiction'] as const;
    const articles = ['a', 'b'].map((file) =>
      article(
        file,
        order.map((relation) => saying(file, { question: relation })),
      ),
    );
    const compared = comparison(
      articles,
      order.map((relation, at) => pair(at, at + order.length, relation)),
      order.map((_, at) => [at, at + order.length]),
    );
    expect(tableOf(compared, articles).map(({ relation }) => relation)).toEqual([...order].reverse());
  });

  test('shows what is of another scope beside its question, and does not count it', () => {
    const articles = [article('a', [saying('3,000'), saying('9')]), article('b', [saying('3,000')])];
    const [row] = tableOf(
      comparison(articles, [pair(0, 2, 'same'), pair(1, 2, 'different scope')], [[0, 2]]),
      articles,
    );
    expect(row?.cells[0]).toMatchObject([
      { words: '3,000', aside: false },
      { words: '9', aside: true },
    ]);
    expect(row).toMatchObject({ agree: 2, differ: 0, relation: 'different scope' });
  });

  test('has a row for two values of different scope that nothing else joins', () => {
    const articles = [article('a', [saying('peak')]), article('b', [saying('now')])];
    const rows = tableOf(comparison(articles, [pair(0, 1, 'different scope')], []), articles);
    expect(rows).toMatchObject([{ relation: 'different scope', agree: 0 }]);
  });

  test.each([
    ['two who count for themselves', [], { agree: 2, origins: 2, differ: 1 }],
    ['two with one origin', [[0, 1]], { agree: 2, origins: 1, differ: 1 }],
  ])('counts origins: %s', (_, origins, expected) => {
    const articles = ['a', 'b', 'c'].map((file, at) => article(file, [saying(at < 2 ? '11' : '40')]));
    const pairs = [pair(0, 1, 'same'), pair(1, 2, 'contradiction')];
    const [row] = tableOf(comparison(articles, pairs, [[0, 1, 2]], origins), articles);
    expect(row).toMatchObject(expected);
  });

  test('a source that says a thing twice is one source and one origin', () => {
    const articles = [article('a', [saying('77'), saying('at least 77')])];
    const [row] = tableOf(comparison(articles, [pair(0, 1, 'same')], [[0, 1]]), articles);
    expect(row).toMatchObject({ agree: 1, origins: 1, differ: 0 });
  });

  test('hostile text is on one line and bounded; every statement stands in one row at most', () => {
    const statement = fc.string({ maxLength: 400, unit: 'binary' }).map((text) => saying(`x\n\u202e${text}`));
    const articlesOf = fc.array(fc.array(statement, { maxLength: 5 }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(articlesOf, fc.infiniteStream(fc.nat()), (lists, numbers) => {
        const articles = lists.map((statements, at) => article(String(at), statements));
        const count = lists.flat().length;
        if (count < 2) return;
        const next = (below: number) => (numbers.next().value as number) % below;
        const pairs = Array.from({ length: 10 }, () => {
          const a = next(count - 1);
          return pair(a, a + 1 + next(count - 1 - a), RELATIONS[next(RELATIONS.length)] ?? 'same');
        });
        const rows = tableOf(comparison(articles, pairs, [[0, 1]]), articles);
        const cells = rows.flatMap((row) => row.cells.flat());
        expect(new Set(cells.map((cell) => cell.statement)).size).toBe(cells.length);
        for (const cell of cells) {
          expect(cell.words).not.toMatch(/[\n\u202e]/);
          expect(cell.words.length).toBeLessThanOrEqual(200);
        }
        for (const row of rows) {
          const sources = row.cells.filter((values) => values.some(({ aside }) => !aside)).length;
          expect(row.agree + row.differ).toBe(sources);
          expect(row.origins).toBeLessThanOrEqual(row.agree);
        }
      }),
    );
  });

  test('three hundred statements that all answer one question take no time to speak of', () => {
    const articles = Array.from({ length: 30 }, (_, file) =>
      article(
        String(file),
        Array.from({ length: 10 }, (_, at) => saying(`${file} ${at}`)),
      ),
    );
    const pairs = Array.from({ length: 300 }, (_, a) => a).flatMap((a) =>
      Array.from({ length: 299 - a }, (_, step) => pair(a, a + 1 + step, 'same')),
    );
    const all = Array.from({ length: 300 }, (_, at) => at);
    const [row] = tableOf(comparison(articles, pairs, [all]), articles);
    expect(row).toMatchObject({ agree: 30, origins: 30 });
    expect(row?.reasons.length).toBeLessThan(10);
  });
});

describe('the filter of the table', () => {
  const articles = [article('a', [saying('60')]), article('b', [saying('170', { sources: [named('The Ministry')] })])];
  const [row] = tableOf(comparison(articles, [pair(0, 1, 'updated')], [[0, 1]]), articles);
  test.each([
    [{}, true],
    [{ family: 'casualties' }, true],
    [{ family: 'money' }, false],
    [{ relation: 'updated' as const }, true],
    [{ relation: 'same' as const }, false],
    [{ words: 'KILLED 170' }, true],
    [{ words: 'ministry' }, true],
    [{ words: 'killed wounded' }, false],
  ])('%o', (filter, passes) => {
    if (!row) throw new Error('there is a row');
    expect(passesComparison(row, { family: null, relation: null, words: '', ...filter })).toBe(passes);
  });
});
