import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AnnotationStore } from '../../../src/core/store/annotationStore.ts';
import type { Edit } from '../../../src/core/store/edit.ts';
import { mergeTarget } from '../../../src/core/store/mergeTarget.ts';
import { emptyTable } from '../../../src/core/store/recordTable.ts';
import { ACTS, countingIds, editBy, STAMP } from './editMakers.ts';
import { ARTICLE, extractSample } from './sampleArticle.ts';

const NAMING = [
  'accept an entity',
  'reject a mention',
  'reject an entity',
  'reject all occurrences',
  'change a type',
  'rename',
  'merge',
  'split',
  'split a name',
  'move mentions',
  'move a name',
] as const;
const PARAGRAPH = 'Ada Lovelace and Lovelace met Red Aid in Northport.\n';
const WORDS = ['Ada Lovelace', 'Lovelace', 'Red Aid', 'Northport'];

describe('decisions on names', () => {
  it('are contradicted by no analysis, of the same text or of one with a new paragraph', () => {
    const lines = ARTICLE.split('\n').length;
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...NAMING), { maxLength: 8 }),
        fc.infiniteStream(fc.nat()),
        fc.option(fc.nat({ max: lines - 1 })),
        (acts, numbers, line) => {
          const store = new AnnotationStore({ text: ARTICLE });
          store.reconcile(extractSample(ARTICLE), ARTICLE);
          const next = (bound: number) => (numbers.next().value as number) % bound;
          const newId = countingIds();
          for (const act of acts) {
            const edit = editBy(ACTS[act] as (typeof ACTS)[string], { store, next, newId, stamp: STAMP });
            const moves = act.startsWith('move ');
            if (!revives(edit) && isSeen(store, edit) && !(moves && leavesDecided(store, edit))) store.apply(edit);
          }
          const before = standing(store);
          expect(standing(reopened(store))).toEqual(before);
          const decided = decisions(store);
          const at = line === null ? 0 : ARTICLE.split('\n').slice(0, line).join('\n').length + (line > 0 ? 1 : 0);
          if (line !== null) {
            const text = ARTICLE.slice(0, at) + PARAGRAPH + ARTICLE.slice(at);
            store.textChanged([{ start: at, end: at, text: PARAGRAPH }], text);
          }
          store.reconcile(extractSample(store.text), store.text);
          expect(decisions(store)).toEqual(decided);
          const { entities, mentions } = store.annotations;
          const rejected = [...mentions.values()].flatMap(({ state, place }) => (state === 'rejected' ? [place] : []));
          for (const { place, entity, state } of mentions.values()) {
            if (state !== 'suggested') continue;
            expect(rejected.map(({ spans }) => spans)).not.toContainEqual(place.spans);
            expect(entities.get(entity)?.mergedInto).toBeUndefined();
            expect(entities.get(entity)?.state).not.toBe('rejected');
          }
          const after = standing(store);
          for (const words of WORDS) {
            const [whose, ...others] = before.get(words) ?? [];
            // where some were rejected, the next may be of whoever had them
            if (rejected.some(({ exact }) => exact === words)) continue;
            if (whose !== undefined && others.length === 0)
              expect([words, ...(after.get(words) ?? [])]).toEqual([words, whose]);
            for (const one of after.get(words) ?? []) if (others.length > 0) expect(before.get(words)).toContain(one);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

/** Whoever brings a rejected entity back says anew what it is. */
const revives = ({ changes }: Edit) =>
  changes.some(
    ({ before, after }) => before?.id.startsWith('e_') && before.state === 'rejected' && after?.state !== 'rejected',
  );

/** Whether all entities that an edit is about are in the views: those without mentions are not, but for what was added. */
const isSeen = ({ annotations: { entities, mentions } }: AnnotationStore, { changes }: Edit) =>
  changes.every(({ kind, id, after }) => {
    const entity = entities.get(kind === 'mentions' ? (after?.entity ?? '') : id);
    if (!entity || entity.state === 'added' || (kind !== 'mentions' && kind !== 'entities')) return true;
    return [...mentions.values()].some((one) => one.entity === entity.id && one.state !== 'rejected');
  });

/** Whether mentions leave an entity that people decided on, which keeps its names: the next may be its again. */
const leavesDecided = ({ annotations: { entities } }: AnnotationStore, { changes }: Edit) =>
  changes.some(
    ({ kind, before, after }) =>
      kind === 'mentions' &&
      before?.entity !== after?.entity &&
      entities.get(before?.entity ?? '')?.state !== 'suggested',
  );

/** The article as the next window finds it where the file keeps decisions alone. */
function reopened({ annotations, text }: AnnotationStore): AnnotationStore {
  const store = new AnnotationStore({ text });
  const mentions = [...annotations.mentions].filter(([, { state }]) => state !== 'suggested');
  store.load({ ...emptyTable(), entities: annotations.entities, mentions: new Map(mentions) });
  store.reconcile(extractSample(text), text);
  return store;
}

/** The entities that have standing mentions by each name. */
function standing({ annotations: { entities, mentions } }: AnnotationStore) {
  const whose = new Map<string, Set<string>>();
  for (const { place, entity, state } of mentions.values()) {
    if (state === 'rejected') continue;
    const names = whose.get(place.exact) ?? new Set();
    whose.set(place.exact, names.add(mergeTarget(entities, entity)));
  }
  return whose;
}

/** What people decided, without the places, which move. */
function decisions({ annotations: { entities, mentions } }: AnnotationStore) {
  const held = [...mentions.values()].filter(({ state }) => state !== 'suggested');
  return [
    [...entities.values()].filter(({ state }) => state !== 'suggested'),
    held.map(({ id, entity, state, place }) => ({ id, entity, state, words: place.exact })),
  ];
}
