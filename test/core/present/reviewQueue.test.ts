import { describe, expect, it } from 'vitest';
import { nextItem, reviewQueue } from '../../../src/core/present/reviewQueue.ts';
import { ArticleBuilder } from './articleBuilder.ts';

const TEXT = 'Ada Lovelace spoke in Northport. Lovelace said the bridge is safe. Northport has 12 trucks.';

function article() {
  const built = new ArticleBuilder(TEXT);
  const ada = built.entity('Ada Lovelace');
  const port = built.entity('Northport', 'location', { state: 'accepted' });
  built.mention(ada, 'Ada Lovelace');
  built.mention(ada, 'Lovelace', 1);
  built.mention(port, 'Northport', 0, { state: 'accepted' });
  built.mention(port, 'Northport', 1);
  built.claim('the bridge is safe');
  built.claim('Northport has 12 trucks', { state: 'accepted', verdict: 'supported', recheck: true });
  return built;
}

const words = (built: ArticleBuilder) =>
  reviewQueue(built.index()).map(({ record, start, end }) => `${record.kind}: ${TEXT.slice(start, end)}`);

describe('what awaits review', () => {
  it('is each open entity once, open mentions of decided ones, open claims and what has to be looked at again', () => {
    expect(words(article())).toEqual([
      'entities: Ada Lovelace',
      'claims: the bridge is safe',
      'claims: Northport has 12 trucks',
      'mentions: Northport',
    ]);
  });

  it('is nothing when all is decided', () => {
    const built = new ArticleBuilder(TEXT);
    built.mention(built.entity('Northport', 'location', { state: 'accepted' }), 'Northport', 0, { state: 'accepted' });
    expect(words(built)).toEqual([]);
  });

  it('goes on from the present item, around the end, and back', () => {
    const queue = reviewQueue(article().index());
    const [first, second, , last] = queue;
    if (!first || !second || !last) throw new Error('the queue is too short');
    expect(nextItem(queue, first, true)).toBe(second);
    expect(nextItem(queue, last, true)).toBe(first);
    expect(nextItem(queue, first, false)).toBe(last);
  });

  it('goes on behind an item that was just decided', () => {
    const queue = reviewQueue(article().index());
    const [first, second, ...rest] = queue;
    if (!first || !second) throw new Error('the queue is too short');
    expect(nextItem([first, ...rest], second, true)).toBe(rest[0]);
    expect(nextItem([first, ...rest], second, false)).toBe(first);
    expect(nextItem([], second, true)).toBeNull();
  });
});
