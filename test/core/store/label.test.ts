import { describe, expect, it } from 'vitest';
import { AnnotationStore } from '../../../src/core/store/annotationStore.ts';
import { accept } from '../../../src/core/store/edits/decide.ts';
import { countWords } from '../../../src/core/store/edits/label.ts';
import { STAMP } from './editMakers.ts';
import { ARTICLE, extractSample } from './sampleArticle.ts';

describe('the count of a decision', () => {
  it('is of what changes, by kind: an entity counts the mentions that come along', () => {
    const store = new AnnotationStore({ text: ARTICLE });
    store.reconcile(extractSample(ARTICLE), ARTICLE);
    const { entities, mentions } = store.annotations;
    const entity = [...entities.keys()].find(
      (id) => [...mentions.values()].filter((mention) => mention.entity === id).length > 1,
    );
    const ref = { kind: 'entities' as const, id: entity ?? '' };
    const count = [...mentions.values()].filter((mention) => mention.entity === entity).length;
    expect(countWords(accept(store, [ref], STAMP).changes)).toBe(`1 entity, ${count} mentions`);
    store.apply(accept(store, [ref], STAMP));
    expect(countWords(accept(store, [ref], STAMP).changes)).toBe('');
  });
});
