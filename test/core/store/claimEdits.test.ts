import { describe, expect, it } from 'vitest';
import type { Attribution } from '../../../src/core/model/records.ts';
import { AnnotationStore } from '../../../src/core/store/annotationStore.ts';
import { setClaimSource } from '../../../src/core/store/edits/claimEdits.ts';
import { STAMP } from './editMakers.ts';
import { ARTICLE, extractSample } from './sampleArticle.ts';

const OWN: Attribution = { voice: 'outlet', source: null, sourceAt: [], cueAt: [], chain: [] };
const SPAN = { start: 4, end: 11 };

describe('who says a claim', () => {
  it.each<[before: string, attribution: Attribution]>([
    ['somebody unnamed', { ...OWN, voice: 'indirect' }],
    ['somebody whom only the text names', { ...OWN, voice: 'indirect', sourceAt: [SPAN], chain: ['critics'] }],
    ['an entity', { ...OWN, voice: 'direct', source: 'e_1', sourceAt: [SPAN], chain: ['e_1'] }],
  ])('becomes the article itself where it was %s', (_, attribution) => {
    const store = new AnnotationStore({ text: ARTICLE });
    store.reconcile(extractSample(ARTICLE), ARTICLE);
    const [before] = store.annotations.claims.values();
    if (!before) throw new Error('no claim');
    const { id } = before;
    store.apply({ label: 'as loaded', changes: [{ kind: 'claims', id, before, after: { ...before, attribution } }] });
    store.apply(setClaimSource(store, id, null, STAMP));
    expect(store.annotations.claims.get(id)).toMatchObject({ state: 'edited', attribution: OWN });
    expect(setClaimSource(store, id, null, STAMP).changes).toEqual([]);
  });
});
