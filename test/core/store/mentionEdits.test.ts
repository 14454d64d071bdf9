import { expect, it } from 'vitest';
import { AnnotationStore } from '../../../src/core/store/annotationStore.ts';
import { addMention } from '../../../src/core/store/edits/entityEdits.ts';
import { mergeEntities } from '../../../src/core/store/edits/mergeEntities.ts';
import { countingIds, STAMP } from './editMakers.ts';
import { ARTICLE, extractSample } from './sampleArticle.ts';

it('adds a mention of an entity that was merged meanwhile to the one it was merged into', () => {
  const store = new AnnotationStore({ text: ARTICLE });
  store.reconcile(extractSample(ARTICLE), ARTICLE);
  const [one, two] = [...store.annotations.entities.keys()] as [string, string];
  store.apply(mergeEntities(store, [two], one, STAMP));
  store.apply(addMention(store, { place: [{ start: 0, end: 3 }], entity: two }, STAMP, countingIds()));
  expect([...store.annotations.mentions.values()].at(-1)?.entity).toBe(one);
});
