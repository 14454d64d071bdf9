import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClaimRecord, MentionRecord } from '../../../src/core/model/records.ts';
import { type ArticleIndex, indexArticle } from '../../../src/core/present/articleIndex.ts';
import { followChange } from '../../../src/core/present/followChange.ts';
import type { AnnotationStore } from '../../../src/core/store/annotationStore.ts';
import { accept, reject } from '../../../src/core/store/edits/decide.ts';
import { renameEntity } from '../../../src/core/store/edits/entityEdits.ts';
import { countingIds, STAMP, someEdit } from '../store/editMakers.ts';
import { sampleStore } from '../store/sampleArticle.ts';

/** Follows every change of a store from now on. */
function followed(store: AnnotationStore): () => ArticleIndex {
  let index = indexArticle(store.annotations);
  store.onDidChange((event) => {
    index = followChange(index, event);
  });
  return () => index;
}

/** Lists by key; of those that start at one place the order says nothing. */
function lists(map: ReadonlyMap<string, readonly (MentionRecord | ClaimRecord)[]>) {
  const at = ({ place }: MentionRecord | ClaimRecord) => place.spans[0]?.start ?? Number.MAX_SAFE_INTEGER;
  return Object.fromEntries(
    [...map].map(([key, records]) => {
      const starts = records.map(at);
      expect(starts).toEqual([...starts].sort((a, b) => a - b));
      return [key, new Set(records)];
    }),
  );
}

function contentOf(index: ArticleIndex) {
  return {
    mentions: lists(index.mentions),
    rejectedMentions: lists(index.rejectedMentions),
    claimsBy: lists(index.claimsBy),
    claimsAbout: lists(index.claimsAbout),
    spans: new Set(index.spans.entries),
    starts: index.spans.entries.map(({ start }) => start),
    orphans: new Set(index.orphans),
  };
}

describe('the index of an article', () => {
  it('that followed any decisions, undone ones too, is the one made anew', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), fc.integer({ min: 1, max: 12 }), (numbers, count) => {
        const store = sampleStore();
        const index = followed(store);
        const next = (bound: number) => (numbers.next().value as number) % bound;
        const newId = countingIds();
        for (let i = 0; i < count; i++) {
          const turn = next(5);
          if (turn === 0) store.undo();
          else if (turn === 1) store.redo();
          else store.apply(someEdit(store, next, newId));
          expect(contentOf(index())).toEqual(contentOf(indexArticle(store.annotations)));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('keeps its shape while rows only change their state, and gets another when one comes, goes or is renamed', () => {
    const store = sampleStore();
    const index = followed(store);
    const { shape } = index();
    const [entity = ''] = store.annotations.entities.keys();
    const [claim = ''] = store.annotations.claims.keys();
    store.apply(accept(store, [{ kind: 'entities', id: entity }], STAMP));
    store.apply(accept(store, [{ kind: 'claims', id: claim }], STAMP));
    store.undo();
    expect(index().shape).toBe(shape);
    store.apply(reject(store, [{ kind: 'claims', id: claim }], STAMP));
    const without = index().shape;
    expect(without).not.toBe(shape);
    store.apply(renameEntity(store, entity, 'Another name', STAMP));
    expect(index().shape).not.toBe(without);
  });
});
