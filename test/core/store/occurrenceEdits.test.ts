import { describe, expect, it } from 'vitest';
import type { AnnotationStore } from '../../../src/core/store/annotationStore.ts';
import { reject } from '../../../src/core/store/edits/decide.ts';
import { annotateOccurrences, rejectOccurrences } from '../../../src/core/store/edits/occurrenceEdits.ts';
import { resizeRecord } from '../../../src/core/store/edits/resizeRecord.ts';
import { occurrencesOf } from '../../../src/core/text/occurrences.ts';
import { stepEdge } from '../../../src/core/text/wordSteps.ts';
import { countingIds, STAMP } from './editMakers.ts';
import { ARTICLE, extractSample, sampleStore } from './sampleArticle.ts';

function entityNamed(store: AnnotationStore, name: string): string {
  const found = [...store.annotations.entities.values()].find((entity) => entity.name === name);
  if (!found) throw new Error(`no entity ${name}`);
  return found.id;
}

const mentionsOf = (store: AnnotationStore, entity: string) =>
  [...store.annotations.mentions.values()].filter(
    (mention) => mention.entity === entity && mention.state !== 'rejected',
  );

describe('the same words everywhere', () => {
  it.each([
    ['art', 'art, party, art', 2],
    ['60', '60 of 160, 60,', 2],
    ['U.S.', 'the U.S. and U.S.A.', 1],
    ['C++', 'C++ and C+++', 2],
    ['é', 'é café é', 2],
    ['𝒳', '𝒳 a𝒳 𝒳', 2],
    [' ', 'a b', 0],
  ])('“%s” stands in “%s” %i times as a whole', (words, text, times) => {
    expect(occurrencesOf(text, words)).toHaveLength(times);
  });

  it('are all annotated where nothing is marked yet, in one step, and all rejected in one', () => {
    const store = sampleStore();
    const entity = entityNamed(store, 'Red Aid');
    const before = mentionsOf(store, entity).length;
    store.apply(annotateOccurrences(store, { entity, words: 'group' }, STAMP, countingIds()));
    expect(mentionsOf(store, entity)).toHaveLength(before + 2);
    store.apply(rejectOccurrences(store, { entity, words: 'group' }, STAMP));
    expect(mentionsOf(store, entity)).toHaveLength(before);
    store.undo();
    store.undo();
    expect(mentionsOf(store, entity)).toHaveLength(before);
  });

  it('are not marked twice, and not where a mention was rejected', () => {
    const store = sampleStore();
    const entity = entityNamed(store, 'Northport');
    const [first] = mentionsOf(store, entity);
    store.apply(reject(store, [{ kind: 'mentions', id: first?.id ?? '' }], STAMP));
    expect(annotateOccurrences(store, { entity, words: 'Northport' }, STAMP, countingIds()).changes).toEqual([]);
  });

  it.each(['mentions', 'entity'])('come back where all were rejected with their %s, in one step', (with_) => {
    const store = sampleStore();
    const entity = entityNamed(store, 'Northport');
    const input = { entity, words: 'Northport' };
    const edit =
      with_ === 'entity'
        ? reject(store, [{ kind: 'entities', id: entity }], STAMP)
        : rejectOccurrences(store, input, STAMP);
    store.apply(edit);
    store.reconcile(extractSample(ARTICLE), ARTICLE);
    const all = occurrencesOf(ARTICLE, 'Northport').length;
    store.apply(annotateOccurrences(store, input, STAMP, countingIds()));
    store.reconcile(extractSample(ARTICLE), ARTICLE);
    expect(mentionsOf(store, entity)).toHaveLength(all);
    expect(store.annotations.entities.get(entity)?.state).not.toBe('rejected');
    store.undo();
    expect(mentionsOf(store, entity)).toEqual([]);
  });

  it('stay rejected when the text is analyzed again', () => {
    const store = sampleStore();
    const entity = entityNamed(store, 'Northport');
    store.apply(rejectOccurrences(store, { entity, words: 'Northport' }, STAMP));
    store.reconcile(extractSample(ARTICLE), ARTICLE);
    expect(mentionsOf(store, entity)).toEqual([]);
  });
});

describe('a span that a person resizes', () => {
  it.each([
    ['end', 1, 'The Red Aid group'],
    ['end', -1, 'The Red'],
    ['start', 1, 'Red Aid'],
  ] as const)('moves its %s by %i word', (edge, step, words) => {
    const start = ARTICLE.indexOf('The Red Aid');
    const span = stepEdge(ARTICLE, { start, end: start + 'The Red Aid'.length }, edge, step);
    expect(span && ARTICLE.slice(span.start, span.end)).toBe(words);
  });

  it('never becomes empty, and stops at the ends of the text', () => {
    expect(stepEdge('one', { start: 0, end: 3 }, 'end', -1)).toBeNull();
    expect(stepEdge('one', { start: 0, end: 3 }, 'end', 1)).toBeNull();
    expect(stepEdge('one', { start: 0, end: 3 }, 'start', -1)).toBeNull();
  });

  it('keeps the new words over the next analysis, which does not suggest the old ones again', () => {
    const store = sampleStore();
    const [mention] = mentionsOf(store, entityNamed(store, 'Red Aid'));
    const old = mention?.place.spans[0];
    if (!mention || !old) throw new Error('no mention');
    const spans = [{ start: old.start, end: old.end + ' group'.length }];
    store.apply(resizeRecord(store, { kind: 'mentions', id: mention.id }, spans, STAMP));
    store.reconcile(extractSample(ARTICLE), ARTICLE);
    expect(mentionsOf(store, mention.entity).map(({ place }) => place.exact)).toEqual(['Red Aid group']);
    store.undo();
    expect(mentionsOf(store, mention.entity).map(({ place }) => place.exact)).toEqual(['Red Aid']);
  });
});
