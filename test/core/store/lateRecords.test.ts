import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges, tidyChanges } from '../../../src/core/anchor/textChange.ts';
import { AnnotationStore } from '../../../src/core/store/annotationStore.ts';
import { accept } from '../../../src/core/store/edits/decide.ts';
import { changesArbitrary } from '../anchor/arbitraries.ts';
import { STAMP } from './editMakers.ts';
import { ARTICLE, extractSample } from './sampleArticle.ts';

/** Longer than what lies near one edit, so that edits are near and far. */
const LONG = Array.from({ length: 60 }, (_, i) => `Part ${i}. ${ARTICLE}`).join('\n');

function storeOf(text: string) {
  const store = new AnnotationStore({ text });
  store.reconcile(extractSample(text), text);
  return store;
}

describe('records while the text is edited', () => {
  it.each([
    ['a short text', ARTICLE, 60],
    ['a long text', LONG, 12],
  ])('are where they would be had they been looked at after every key (%s)', (_, text, numRuns) => {
    const samples = { plain: storeOf(text), asked: storeOf(text) };
    const start = structuredClone(samples.plain.annotations);
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), fc.integer({ min: 1, max: 10 }), (numbers, count) => {
        const next = (bound: number) => (numbers.next().value as number) % bound;
        const { plain, asked } = samples;
        for (const store of [plain, asked]) store.load(structuredClone(start), { text });
        for (let i = 0; i < count; i++) {
          const changes = changesArbitrary(plain.text, next);
          const edited = applyChanges(plain.text, tidyChanges(changes, plain.text));
          for (const store of [plain, asked]) store.textChanged(changes, edited);
          expect(asked.annotations.mentions.size).toBe(start.mentions.size);
        }
        expect(plain.annotations).toEqual(asked.annotations);
      }),
      { numRuns },
    );
  });

  it('refuse a decision that was made before they moved', () => {
    const store = storeOf(ARTICLE);
    const last = [...store.annotations.mentions.values()].at(-1);
    const edit = accept(store, [{ kind: 'mentions', id: last?.id ?? '' }], STAMP);
    store.textChanged([{ start: 0, end: 0, text: 'New. ' }], `New. ${ARTICLE}`);
    expect(() => store.apply(edit)).toThrow(RangeError);
  });
});
