import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isHeld } from '../../../src/core/model/isHeld.ts';
import { type AnyRecord, RECORD_KINDS } from '../../../src/core/model/records.ts';
import { decodeSidecar } from '../../../src/core/sidecar/decodeSidecar.ts';
import { mergeSidecars } from '../../../src/core/sidecar/merge/mergeSidecars.ts';
import { rawFile } from '../../../src/core/sidecar/rawFile.ts';
import { AnnotationStore } from '../../../src/core/store/annotationStore.ts';
import { accept, reject } from '../../../src/core/store/edits/decide.ts';
import { addEntity, addMention, renameEntity } from '../../../src/core/store/edits/entityEdits.ts';
import { entityIdsOf } from '../../../src/core/store/entityRefs.ts';
import { mergeTarget } from '../../../src/core/store/mergeTarget.ts';
import { emptyTable, recordsOf } from '../../../src/core/store/recordTable.ts';
import { countingIds, someEdit } from '../store/editMakers.ts';
import { ARTICLE, extractSample, occurrences } from '../store/sampleArticle.ts';
import { historyIn, historyText } from './historyText.ts';

const ada = { by: 'Ada', on: '2026-01-02T00:00:00Z' };
const ben = { by: 'Ben', on: '2026-01-03T00:00:00Z' };

const raw = ({ annotations, blocks }: AnnotationStore) => rawFile(annotations, blocks);
function loaded(file: ReturnType<typeof raw>): AnnotationStore {
  const store = new AnnotationStore({ text: ARTICLE });
  store.load(decodeSidecar(file, store.blocks).dossier.annotations);
  return store;
}
function sample(): AnnotationStore {
  const store = new AnnotationStore({ text: ARTICLE });
  store.reconcile(extractSample(ARTICLE), ARTICLE);
  return store;
}
/** The store takes up what it and another made of `base`, joined. */
function join(store: AnnotationStore, base: AnnotationStore, other: AnnotationStore): void {
  const { file } = mergeSidecars(raw(base), raw(store), raw(other));
  const { annotations } = decodeSidecar(file, store.blocks).dossier;
  store.load(annotations, { origin: 'disk', history: store.history() });
}
/** The same where it is another window that takes up the joined work and what was kept of the history. */
function joinClosed(store: AnnotationStore, base: AnnotationStore, other: AnnotationStore): void {
  const kept = historyText(store, 'before');
  const { file } = mergeSidecars(raw(base), raw(store), raw(other));
  const { annotations } = decodeSidecar(file, store.blocks).dossier;
  store.load(emptyTable());
  store.load(annotations, { history: historyIn(kept, annotations, store.blocks, { sidecar: 'after' }) });
}
const WAYS = [
  { when: 'while the article was open', join },
  { when: 'while the article was closed', join: joinClosed },
];
const all = ({ annotations }: Pick<AnnotationStore, 'annotations'>) =>
  new Map<string, AnyRecord>(
    RECORD_KINDS.flatMap((kind) =>
      [...recordsOf(annotations, kind)].map(([id, one]) => [`${kind} ${id}`, one] as const),
    ),
  );
const entity = (store: AnnotationStore, wanted: string) =>
  [...store.annotations.entities.values()].find(({ name }) => name === wanted)?.id ?? '';

/** Decisions that refer to entities which are not there. */
function dangling({ annotations }: AnnotationStore): string[] {
  return RECORD_KINDS.flatMap((kind) =>
    [...recordsOf(annotations, kind).values()].flatMap((record) =>
      isHeld(record)
        ? entityIdsOf(kind, record).filter((id) => id.startsWith('e_') && !annotations.entities.has(id))
        : [],
    ),
  );
}

describe.each(WAYS)('undo after two people’s work was joined $when', ({ join }) => {
  it('takes back the own acts alone, as far as nobody else changed the same records, and redo does them again', () => {
    let undone = 0;
    const choices = fc.array(fc.nat(1000), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(choices, choices, (one, two) => {
        const base = sample();
        const [ours, theirs] = [loaded(raw(base)), loaded(raw(base))];
        const work = (store: AnnotationStore, numbers: readonly number[], stamp: typeof ada) => {
          let at = 0;
          const next = (bound: number) => (numbers[at++ % numbers.length] ?? 0) % bound;
          const ids = countingIds();
          const newId: typeof ids = (prefix) => `${ids(prefix)}${stamp.by}`;
          for (let acts = 1 + next(4); acts > 0; acts--) store.apply(someEdit(store, next, newId, stamp));
        };
        work(ours, one, ada);
        work(theirs, two, ben);
        const before = all(base);
        const touched = new Set(
          ours.history().done.flatMap(({ changes }) => changes.map(({ kind, id }) => `${kind} ${id}`)),
        );
        join(ours, base, theirs);
        const joined = all(ours);
        const lost = dangling(ours);
        while (ours.undo()) undone++;
        const now = all(ours);
        for (const [key, record] of joined) if (!touched.has(key)) expect(now.get(key), key).toEqual(record);
        for (const [id, { entity }] of theirs.annotations.mentions) {
          if (before.has(`mentions ${id}`)) continue;
          expect(ours.annotations.mentions.get(id)?.entity, id).toBe(mergeTarget(ours.annotations.entities, entity));
        }
        expect(dangling(ours).filter((id) => !lost.includes(id))).toEqual([]);
        while (ours.redo());
        expect(all(ours)).toEqual(joined);
      }),
      { numRuns: 100 },
    );
    expect(undone).toBeGreaterThan(20);
  });

  it('takes back a decision on one record while a decision of somebody else on another stays', () => {
    const base = sample();
    const [ours, theirs] = [loaded(raw(base)), loaded(raw(base))];
    const [aid, port] = [entity(base, 'Red Aid'), entity(base, 'Northport')];
    ours.apply(accept(ours, [{ kind: 'entities', id: aid }], ada));
    theirs.apply(renameEntity(theirs, port, 'Port of the North', ben));
    join(ours, base, theirs);
    expect(ours.undo()).toBe(true);
    expect(ours.annotations.entities.get(aid)).toEqual(loaded(raw(base)).annotations.entities.get(aid));
    expect(ours.annotations.entities.get(port)).toMatchObject({ name: 'Port of the North', by: 'Ben' });
  });

  it('says which act it cannot take back, because somebody else changed the same record', () => {
    const base = sample();
    const [ours, theirs] = [loaded(raw(base)), loaded(raw(base))];
    const port = entity(base, 'Northport');
    ours.apply(renameEntity(ours, port, 'Harbour', ada));
    theirs.apply(reject(theirs, [{ kind: 'entities', id: port }], ben));
    join(ours, base, theirs);
    const joined = all(ours);
    expect([ours.undo(), ours.lostUndo?.label]).toEqual([false, 'Rename "Northport" to "Harbour"']);
    expect(all(ours)).toEqual(joined);
    ours.apply(accept(ours, [{ kind: 'entities', id: entity(ours, 'Red Aid') }], ada));
    expect(ours.lostUndo).toBeNull();
    expect([ours.undo(), ours.lostUndo?.label]).toEqual([true, 'Rename "Northport" to "Harbour"']);
  });

  it('does not remove an entity that somebody else uses since', () => {
    const base = sample();
    const ours = loaded(raw(base));
    const [first, second] = occurrences(ARTICLE, 'flood').concat(occurrences(ARTICLE, 'house'));
    if (!first || !second) throw new Error('the words are in the article');
    ours.apply(addEntity(ours, { places: [[first]], type: 'event', name: 'Flood' }, ada, countingIds()));
    const [saved, theirs] = [loaded(raw(ours)), loaded(raw(ours))];
    theirs.apply(addMention(theirs, { place: [second], entity: entity(theirs, 'Flood') }, ben, () => 'm_ben'));
    join(ours, saved, theirs);
    expect([ours.undo(), ours.lostUndo?.label]).toEqual([false, 'Add entity "Flood"']);
    expect(ours.annotations.mentions.get('m_ben')?.entity).toBe(entity(ours, 'Flood'));
  });
});
