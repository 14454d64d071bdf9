import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Annotations } from '../../../src/core/model/records.ts';
import { AnnotationStore } from '../../../src/core/store/annotationStore.ts';
import { setVerdict } from '../../../src/core/store/edits/claimEdits.ts';
import { accept, reject } from '../../../src/core/store/edits/decide.ts';
import { renameEntity } from '../../../src/core/store/edits/entityEdits.ts';
import type { StoreEvent } from '../../../src/core/store/storeEvent.ts';
import { ACTS, countingIds, editBy, STAMP, someEdit } from './editMakers.ts';
import { ARTICLE, extractSample } from './sampleArticle.ts';

function sampleStore(text = ARTICLE) {
  const store = new AnnotationStore({ text });
  store.reconcile(extractSample(text), text);
  const events: StoreEvent[] = [];
  store.onDidChange((event) => events.push(event));
  return { store, events };
}

function entityNamed(store: AnnotationStore, name: string) {
  const entity = [...store.annotations.entities.values()].find((record) => record.name === name);
  if (!entity) throw new Error(`no entity ${name}`);
  return entity;
}

function copyOf(annotations: Annotations) {
  return structuredClone(annotations);
}

/** Types text into the store as an editor would report it. */
function type(store: AnnotationStore, from: string, to: string) {
  const start = store.text.indexOf(from);
  const change = { start, end: start + from.length, text: to };
  store.textChanged([change], store.text.slice(0, start) + to + store.text.slice(change.end));
}

describe('AnnotationStore', () => {
  it('fires one event a change, after the change', () => {
    const { store, events } = sampleStore();
    const { id } = entityNamed(store, 'Red Aid');
    store.apply(reject(store, [{ kind: 'entities', id }], STAMP));
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ origin: 'user', added: [], removed: [] });
    expect(events[0]?.updated.map((ref) => ref.kind).sort()).toEqual(['entities', 'mentions']);
    expect(store.annotations.entities.get(id)).toMatchObject({ state: 'rejected', by: 'ed' });
  });

  it('refuses an edit made for an older state and changes nothing', () => {
    const { store } = sampleStore();
    const { id } = entityNamed(store, 'Northport');
    const stale = renameEntity(store, id, 'North Port', STAMP);
    store.apply(accept(store, [{ kind: 'entities', id }], STAMP));
    const before = copyOf(store.annotations);
    expect(() => store.apply(stale)).toThrow(RangeError);
    expect(store.annotations).toEqual(before);
  });

  it('undoes any edits exactly, and redoes them', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), fc.integer({ min: 1, max: 12 }), (numbers, count) => {
        const { store } = sampleStore();
        const next = (bound: number) => (numbers.next().value as number) % bound;
        const newId = countingIds();
        const states = [copyOf(store.annotations)];
        for (let i = 0; i < count; i++) {
          const edit = someEdit(store, next, newId);
          if (edit.changes.length === 0) continue;
          store.apply(edit);
          expect(store.undoLabel).toBe(edit.label);
          states.push(copyOf(store.annotations));
        }
        for (let i = states.length - 2; i >= 0; i--) {
          expect(store.undo()).toBe(true);
          expect(store.annotations).toEqual(states[i]);
        }
        expect(store.canUndo).toBe(false);
        for (const state of states.slice(1)) {
          store.redo();
          expect(store.annotations).toEqual(state);
        }
        expect(store.canRedo).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  it.each(Object.entries(ACTS))('takes back in one step: %s', (_, act) => {
    let tried = 0;
    const by = (numbers: Iterator<number>) => (bound: number) => (numbers.next().value as number) % bound;
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (numbers) => {
        const { store, events } = sampleStore();
        const given = { store, next: by(numbers), newId: countingIds(), stamp: STAMP };
        // Something to remove or to take back.
        for (const name of [
          'add an entity',
          'add evidence',
          'add a note',
          'comment on a mention',
          'accept an entity',
        ]) {
          store.apply(editBy(ACTS[name] as typeof act, given));
        }
        const [before, label, fired] = [copyOf(store.annotations), store.undoLabel, events.length];
        const edit = editBy(act, given);
        store.apply(edit);
        if (edit.changes.length === 0) return;
        tried++;
        expect([store.undoLabel, events.length]).toEqual([edit.label, fired + 1]);
        store.undo();
        expect(store.annotations).toEqual(before);
        expect([store.undoLabel, store.redoLabel]).toEqual([label, edit.label]);
      }),
      { numRuns: 30 },
    );
    expect(tried).toBeGreaterThan(0);
  });

  it('undoes at the places where the words stand after typing', () => {
    const { store } = sampleStore();
    const { id } = entityNamed(store, 'Red Aid');
    const mention = [...store.annotations.mentions.values()].find((record) => record.entity === id);
    store.apply(reject(store, [{ kind: 'entities', id }], STAMP));
    type(store, 'Mayor calls', 'The mayor calls');
    store.undo();
    const place = store.annotations.mentions.get(mention?.id ?? '')?.place;
    expect(store.text.slice(place?.spans[0]?.start, place?.spans[0]?.end)).toBe('Red Aid');
  });

  it('marks a broken claim changed, asks for its verdict again, and heals when the words come back', () => {
    const { store, events } = sampleStore();
    const claim = [...store.annotations.claims.values()].find((record) => record.figures.length > 0);
    if (!claim) throw new Error('no claim');
    store.apply(setVerdict(store, claim.id, 'supported', STAMP));
    const judged = structuredClone(store.annotations.claims.get(claim.id));
    type(store, '60', '600');
    expect(store.annotations.claims.get(claim.id)).toMatchObject({ recheck: true, place: { anchor: 'changed' } });
    expect(events.at(-1)).toMatchObject({ origin: 'textEdit' });
    type(store, '600', '60');
    expect(store.annotations.claims.get(claim.id)).toEqual(judged);
    type(store, store.text.slice(claim.place.spans[0]?.start, claim.place.spans[0]?.end), '');
    expect(store.annotations.claims.get(claim.id)?.place.anchor).toBe('orphan');
    type(store, '\n\n\n', `\n\n${claim.place.exact}\n`);
    expect(store.annotations.claims.get(claim.id)).toEqual(judged);
  });

  it('decides in well under 10 ms among 20,000 records', () => {
    const line = 'Ada Lovelace met Red Aid in Northport with friends.\n';
    const text = Array.from({ length: 7000 }, (_, i) => `${i} ${line}`).join('');
    const { store } = sampleStore(text);
    expect(store.annotations.mentions.size).toBeGreaterThan(20_000);
    const ids = [...store.annotations.mentions.keys()].slice(0, 50);
    const start = performance.now();
    for (const id of ids) store.apply(accept(store, [{ kind: 'mentions', id }], STAMP));
    expect((performance.now() - start) / ids.length).toBeLessThan(10);
  });
});
