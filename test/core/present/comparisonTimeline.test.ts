import { describe, expect, test } from 'vitest';
import type { Comparison } from '../../../src/core/corpus/compare/compareArticles.ts';
import type { ComparedArticle } from '../../../src/core/corpus/compare/compared.ts';
import { comparisonTable } from '../../../src/core/present/comparisonTable.ts';
import { comparisonTimeline } from '../../../src/core/present/comparisonTimeline.ts';
import { questionGroups } from '../../../src/core/present/questionGroups.ts';
import { article, comparison, pair, saying } from './comparedArticles.ts';

const dated = (edtf: string, question = 'founded') => saying(edtf, { kind: 'date', edtf, question, entities: [0] });
const day = (value: string) => Date.parse(`${value}T00:00:00Z`) / 86_400_000;

function timelineOf(compared: Comparison, articles: readonly ComparedArticle[]) {
  const files = articles.map(({ file }) => file);
  return comparisonTimeline(compared, comparisonTable(compared, questionGroups(compared), files), files);
}

describe('what happened', () => {
  test('one event for all sources that date it alike, others beside it, by day', () => {
    const articles = [
      article('a', [dated('2015-01')], { entities: ['The Group'] }),
      article('b', [dated('2014'), dated('2015-01')], { entities: ['The Group'] }),
    ];
    const { happened } = timelineOf(comparison(articles, [], []), articles);
    expect(happened).toMatchObject([
      { label: 'The Group: founded', edtf: '2014', from: day('2014-01-01'), to: day('2014-12-31'), sources: [1] },
      { edtf: '2015-01', from: day('2015-01-01'), to: day('2015-01-31'), sources: [0, 1], statements: [0, 2] },
    ]);
  });

  test('an open interval is drawn at the end that is known, and what is no date not at all', () => {
    const articles = [article('a', [dated('2020-06/..'), dated('no date'), dated('0001/9999')], { entities: ['X'] })];
    const { happened } = timelineOf(comparison(articles, [], []), articles);
    expect(happened.find(({ edtf }) => edtf === '2020-06/..')).toMatchObject({
      from: day('2020-06-01'),
      to: day('2020-06-01'),
    });
    expect(happened.map(({ edtf }) => edtf)).not.toContain('no date');
    for (const { from, to } of happened) expect(Number.isFinite(from) && from <= to).toBe(true);
  });

  test('of very many the ones that most sources tell are kept, and the number of the others is told', () => {
    const many = Array.from({ length: 200 }, (_, at) => dated(String(1800 + at)));
    const articles = [article('a', many, { entities: ['X'] }), article('b', [dated('1999')], { entities: ['X'] })];
    const { happened, leftOut } = timelineOf(comparison(articles, [], []), articles);
    expect(happened.length + leftOut.events).toBe(200);
    expect(happened.length).toBeLessThanOrEqual(60);
    expect(happened.map(({ edtf }) => edtf)).toContain('1999');
  });
});

describe('what was said when', () => {
  test('stands on the days of the sources; what has no day comes last', () => {
    const articles = [
      article('a', [saying('60')], { published: '2021-08-26' }),
      article('b', [saying('170')], { published: '2021-08-28' }),
      article('c', [saying('about 100')]),
    ];
    const pairs = [pair(0, 1, 'updated'), pair(0, 2, 'compatible')];
    const { said } = timelineOf(comparison(articles, pairs, [[0, 1, 2]]), articles);
    expect(said).toMatchObject([
      {
        question: 'killed',
        points: [
          { words: '60', day: day('2021-08-26'), source: 0 },
          { words: '170', day: day('2021-08-28'), source: 1 },
          { words: 'about 100', day: null, source: 2 },
        ],
      },
    ]);
  });
});
