import { describe, expect, it } from 'vitest';
import { searchEntries } from '../../../src/core/present/searchEntries.ts';
import { PRIVATE, privateIdOf } from '../../../src/core/store/privateNotes.ts';
import { ArticleBuilder } from './articleBuilder.ts';

const TEXT = 'Anna de Vries said the plan is bad. De Vries left.';

/** The words of the entries that somebody who types `words` finds. */
function found(article: ArticleBuilder, words: string): string[] {
  return searchEntries(article.records)
    .filter((entry) => [entry.words, entry.kind, entry.remarks].join('\n').includes(words))
    .map((entry) => entry.words);
}

describe('the search', () => {
  it('finds a claim by the address, the archived copy, the note and the cited words of its evidence', () => {
    const article = new ArticleBuilder(TEXT);
    const selector = {
      at: [{ block: '00000000', start: 0, end: 4 }],
      quote: { exact: 'four million spent', prefix: '', suffix: '' },
    };
    article.claim('the plan is bad', {
      evidence: [
        {
          kind: 'url',
          ref: 'https://news.example/plan',
          stance: 'for',
          archive: 'https://archive.example/1',
          note: 'table 3',
        },
        { kind: 'passage', ref: 'budget.txt', stance: 'against', selector },
      ],
    });
    for (const words of ['news.example', 'archive.example', 'table 3', 'budget.txt', 'four million'])
      expect(found(article, words), words).toEqual(['the plan is bad']);
  });

  it('finds a mention only where somebody wrote on it', () => {
    const article = new ArticleBuilder(TEXT);
    const anna = article.entity('Anna de Vries', 'person', { tags: ['council'] });
    article.mention(anna, 'Anna de Vries');
    article.mention(anna, 'De Vries', 0, { comments: [{ text: 'or her sister?', by: 'Ada' }] });
    expect(found(article, 'her sister')).toEqual(['De Vries']);
    expect(found(article, 'Mention')).toEqual(['De Vries']);
    expect(found(article, 'council')).toEqual(['Anna de Vries']);
  });

  it('finds a relation by what it says and by what somebody wrote on it', () => {
    const article = new ArticleBuilder(TEXT);
    const [subject, object] = [article.entity('Anna de Vries'), article.entity('the plan', 'work')];
    const relation = { state: 'suggested', origin: 'rule:relations', subject, object, claim: null } as const;
    const comments = [{ text: 'since when?' }];
    article.records.relations.set('r_1', { ...relation, id: 'r_1', predicate: 'founded' });
    article.records.relations.set('r_2', { ...relation, id: 'r_2', predicate: 'leader of', comments });
    expect(found(article, 'since when')).toEqual(['Anna de Vries leader of the plan']);
    expect(found(article, 'founded')).toEqual(['Anna de Vries founded the plan']);
  });

  it('finds private notes, those on a record by its words', () => {
    const article = new ArticleBuilder(TEXT);
    const id = article.claim('the plan is bad');
    article.note('call the mayor', { id: privateIdOf({ kind: 'claims', id }) });
    article.note('call the harbour', { id: `${PRIVATE}1` });
    expect(found(article, 'call the')).toEqual(['the plan is bad', 'call the harbour']);
    expect(found(article, 'Private note')).toEqual(['call the harbour']);
  });
});
