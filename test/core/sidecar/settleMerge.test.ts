import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RECORD_KINDS, type RecordRef } from '../../../src/core/model/records.ts';
import { decodeSidecar } from '../../../src/core/sidecar/decodeSidecar.ts';
import { mergeSidecars } from '../../../src/core/sidecar/merge/mergeSidecars.ts';
import { settleConflict } from '../../../src/core/sidecar/merge/settleConflict.ts';
import { rawFile } from '../../../src/core/sidecar/rawFile.ts';
import { AnnotationStore } from '../../../src/core/store/annotationStore.ts';
import { ChangeList } from '../../../src/core/store/edits/editContext.ts';
import { mergeEntities } from '../../../src/core/store/edits/mergeEntities.ts';
import { entityIdsOf } from '../../../src/core/store/entityRefs.ts';
import { mergeTarget } from '../../../src/core/store/mergeTarget.ts';
import { recordsOf } from '../../../src/core/store/recordTable.ts';
import { countingIds, STAMP, someEdit } from '../store/editMakers.ts';
import { ARTICLE, extractSample } from '../store/sampleArticle.ts';

const ada = { by: 'Ada', on: '2026-01-02T00:00:00Z' };
const ben = { by: 'Ben', on: '2026-01-03T00:00:00Z' };
const cy = { by: 'Cy', on: '2026-01-04T00:00:00Z' };

function loaded(from: Pick<AnnotationStore, 'annotations'>): AnnotationStore {
  const store = new AnnotationStore({ text: ARTICLE });
  store.load(from.annotations);
  return store;
}
const raw = ({ annotations, blocks }: AnnotationStore) => rawFile(annotations, blocks);

/** Says that two entities are not the same. */
function keepApart(store: AnnotationStore, id: string, other: string): void {
  const list = new ChangeList(store, ben);
  const entity = store.annotations.entities.get(id);
  if (entity) list.set('entities', { ...entity, state: 'edited', notSameAs: [...(entity.notSameAs ?? []), other] });
  store.apply({ label: 'Not the same', changes: list.changes });
}

/** Which entities each record refers to, merged ones as what they became, but for what entities say of one another. */
function references({ annotations }: AnnotationStore) {
  return RECORD_KINDS.filter((kind) => kind !== 'entities').flatMap((kind) =>
    [...recordsOf(annotations, kind)]
      .map(([id, record]) => [id, entityIdsOf(kind, record).map((one) => mergeTarget(annotations.entities, one))])
      .sort(),
  );
}
const names = ({ annotations }: AnnotationStore, id: string) =>
  annotations.entities
    .get(id)
    ?.aliases.map(({ name }) => name)
    .sort();

/** Some work, after which Ada merges one entity into another and Ben says that they are not the same; both joined. */
function disputed(numbers: readonly number[]) {
  const base = new AnnotationStore({ text: ARTICLE });
  base.reconcile(extractSample(ARTICLE), ARTICLE);
  let at = 0;
  const next = (bound: number) => (numbers[at++ % numbers.length] ?? 0) % bound;
  const newId = countingIds();
  for (let acts = next(12); acts > 0; acts--) base.apply(someEdit(base, next, newId, STAMP));
  const free = [...base.annotations.entities.values()].filter(({ mergedInto }) => !mergedInto);
  const [gone, target] = [free[next(free.length)]?.id ?? '', free[next(free.length)]?.id ?? ''];
  const [ours, theirs] = [loaded(base), loaded(base)];
  ours.apply(mergeEntities(ours, [gone], target, ada));
  keepApart(theirs, target, gone);
  const { file } = mergeSidecars(raw(base), raw(ours), raw(theirs));
  const store = loaded(decodeSidecar(file, base.blocks).dossier);
  const conflicts = store.annotations.entities.get(gone)?.conflict ?? [];
  const number = conflicts.findIndex(({ field }) => field === 'mergedInto');
  const ref: RecordRef = { kind: 'entities', id: gone };
  return gone === target || number < 0 ? null : { ours, theirs, store, ref, at: number, gone, target };
}

describe('a merge of entities that somebody else contradicts', () => {
  const forAll = (holds: (one: NonNullable<ReturnType<typeof disputed>>) => void) => {
    let tried = 0;
    const property = fc.property(fc.array(fc.nat(1000), { minLength: 5, maxLength: 60 }), (numbers) => {
      const one = disputed(numbers);
      if (!one) return;
      tried++;
      holds(one);
    });
    // the example: one was merged before into the one that is merged now
    fc.assert(property, { numRuns: 100, examples: [[[90, 6, 38, 0, 23, 0, 0, 0, 0]]] });
    expect(tried).toBeGreaterThan(20);
  };

  it('is undone with all that moved by it, names too, when the other side is taken', () => {
    forAll(({ store, theirs, ref, at, gone, target }) => {
      const before = references(store);
      store.apply(settleConflict(store, { ref, at, take: 'theirs' }, cy));
      expect(store.annotations.entities.get(gone)).not.toHaveProperty('mergedInto');
      expect(references(store)).toEqual(references(theirs));
      expect(names(store, target)).toEqual(names(theirs, target));
      store.undo();
      expect(references(store)).toEqual(before);
    });
  });

  it('is done with all that belongs to it when its side is taken later', () => {
    forAll(({ store, ours, ref, at, gone, target }) => {
      const again = store.annotations.entities.get(gone)?.conflict;
      store.apply(settleConflict(store, { ref, at, take: 'theirs' }, cy));
      const list = new ChangeList(store, cy);
      list.set('entities', { ...(list.get('entities', gone) as never as object), conflict: again } as never);
      store.apply({ label: 'Ask again', changes: list.changes });
      store.apply(settleConflict(store, { ref, at, take: 'ours' }, cy));
      expect(store.annotations.entities.get(gone)).toMatchObject({ mergedInto: target });
      expect(references(store)).toEqual(references(ours));
      expect(names(store, target)).toEqual(names(ours, target));
    });
  });

  it('leaves where it is what a person moved on since', () => {
    forAll(({ store, ref, at, gone, target }) => {
      const mention = [...store.annotations.mentions.values()].find(({ entity }) => entity === target);
      const other = [...store.annotations.entities.keys()].find((id) => id !== gone && id !== target);
      if (!mention || !other) return;
      const list = new ChangeList(store, cy);
      list.set('mentions', { ...mention, entity: other });
      store.apply({ label: 'Move', changes: list.changes });
      store.apply(settleConflict(store, { ref, at, take: 'theirs' }, cy));
      expect(store.annotations.mentions.get(mention.id)?.entity).toBe(other);
    });
  });

  it.each([
    { claims: { c_1: { entities: 'e_x' } } },
    { mentions: { m_1: { entity: ['e_x'], id: 'm_2', 'attribution.source': 'e_x' } } },
    { entities: { e_x: { aliases: 'Red Aid' } } },
  ])('takes nothing from a sidecar that tells nonsense of what moved: %j', (moved) => {
    const store = new AnnotationStore({ text: ARTICLE });
    store.reconcile(extractSample(ARTICLE), ARTICLE);
    const [gone = '', target = ''] = store.annotations.entities.keys();
    store.apply(mergeEntities(store, [gone], target, ada));
    const real = Object.entries(moved).map(([kind, fields]) => {
      const [id = ''] = recordsOf(store.annotations, kind as RecordRef['kind']).keys();
      return [kind, fields && { [id]: Object.values(fields)[0] }];
    });
    const before = references(store);
    const conflict = [{ field: 'mergedInto', ours: { value: target }, theirs: {}, moved: Object.fromEntries(real) }];
    const list = new ChangeList(store, cy);
    list.set('entities', { ...(list.get('entities', gone) as never as object), conflict } as never);
    store.apply({ label: '', changes: list.changes });
    store.apply(settleConflict(store, { ref: { kind: 'entities', id: gone }, at: 0, take: 'theirs' }, cy));
    expect(references(store)).toEqual(before);
  });
});
