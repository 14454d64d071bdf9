import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactOf } from '../../../src/core/anchor/describe.ts';
import { placeOf } from '../../../src/core/model/recordSpans.ts';
import { type EntityRecord, type MentionRecord, type Place, RECORD_KINDS } from '../../../src/core/model/records.ts';
import { readHistory } from '../../../src/core/sidecar/decodeHistory.ts';
import { decodeSidecar } from '../../../src/core/sidecar/decodeSidecar.ts';
import { EncodedRecords } from '../../../src/core/sidecar/encodedRecords.ts';
import { historyPieces } from '../../../src/core/sidecar/encodeHistory.ts';
import { serialiseSidecar } from '../../../src/core/sidecar/encodeSidecar.ts';
import { checkedFile } from '../../../src/core/sidecar/rawFile.ts';
import { AnnotationStore } from '../../../src/core/store/annotationStore.ts';
import type { Edit } from '../../../src/core/store/edit.ts';
import { accept } from '../../../src/core/store/edits/decide.ts';
import { renameEntity } from '../../../src/core/store/edits/entityEdits.ts';
import { addNote, setNote } from '../../../src/core/store/edits/noteEdits.ts';
import { emptyTable, recordsOf } from '../../../src/core/store/recordTable.ts';
import { countingIds, STAMP, someEdit } from '../store/editMakers.ts';
import { sampleStore } from '../store/sampleArticle.ts';
import { historyIn, historyText } from './historyText.ts';

const sidecarOf = ({ annotations, blocks }: AnnotationStore) => serialiseSidecar({ source: {}, annotations }, blocks);

/** The store as another window reads it from its sidecar, with what is kept of its history, where its text is `text` by now. */
function reopened(store: AnnotationStore, kept = historyText(store), text = store.text): AnnotationStore {
  const fresh = new AnnotationStore({ text });
  const old = { sha256: store.blocks.sha256, text: store.text };
  const { annotations } = decodeSidecar(checkedFile(sidecarOf(store)), fresh.blocks, { oldText: old.text }).dossier;
  fresh.load(annotations, { history: historyIn(kept, annotations, fresh.blocks, { old }) });
  return fresh;
}

/** Types text into the store as an editor would report it. */
function type(store: AnnotationStore, start: number, end: number, text: string) {
  store.textChanged([{ start, end, text }], store.text.slice(0, start) + text + store.text.slice(end));
}

/** What people decided, and whether every mark stands on its words. */
function decidedIn({ annotations, text }: AnnotationStore) {
  return RECORD_KINDS.flatMap((kind) =>
    [...recordsOf(annotations, kind).values()]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map((record) => {
        const { state, by, note, tags } = record;
        const place = placeOf(record);
        if (place?.anchor === 'anchored') expect(exactOf(text, place.spans)).toBe(place.exact);
        return { kind, state, by, note, tags, id: record.id };
      }),
  );
}

function namesAndNotes(store: AnnotationStore) {
  const [id = ''] = store.annotations.entities.keys();
  store.apply(renameEntity(store, id, 'One', STAMP));
  store.apply(renameEntity(store, id, 'Two', STAMP));
  store.apply(addNote(store, { text: 'a thought', spans: [{ start: 0, end: 5 }] }, STAMP, countingIds()));
  return id;
}

describe('what can be undone, after the window was opened again', () => {
  it('leads back to the start and forth to the end, wherever the window was closed', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), fc.integer({ min: 1, max: 12 }), (numbers, count) => {
        const next = (bound: number) => (numbers.next().value as number) % bound;
        const newId = countingIds();
        let store = sampleStore();
        const states = [sidecarOf(store)];
        const closedAfter = next(count);
        for (let i = 0; i < count; i++) {
          const edit = someEdit(store, next, newId);
          store.apply(edit);
          if (edit.changes.length > 0) states.push(sidecarOf(store));
          if (i === closedAfter) store = reopened(store);
        }
        const closedBefore = next(states.length);
        for (let i = states.length - 1; i > 0; i--) {
          if (i === closedBefore) store = reopened(store);
          expect(store.undo()).toBe(true);
          expect(sidecarOf(store)).toBe(states[i - 1]);
        }
        expect(store.canUndo).toBe(false);
        store = reopened(store);
        for (const state of states.slice(1)) {
          store.redo();
          if (next(4) === 0) store = reopened(store);
          expect(sidecarOf(store)).toBe(state);
        }
        expect(store.canRedo).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it('takes back the same decisions as in the window that stayed open, also when the text is edited before and after', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (numbers) => {
        const next = (bound: number) => (numbers.next().value as number) % bound;
        const newId = countingIds();
        const store = sampleStore();
        const edits: [number, number, string][] = [];
        const typeSomething = () => {
          const start = next(store.text.length);
          const end = Math.min(store.text.length, start + next(6));
          edits.push([start, end, ['', 'x', ' new words '][next(3)] as string]);
          type(store, ...(edits.at(-1) as [number, number, string]));
        };
        for (let i = 0; i < 6; i++) {
          store.apply(someEdit(store, next, newId));
          if (next(2)) typeSomething();
        }
        const other = reopened(store);
        edits.length = 0;
        if (next(2)) typeSomething();
        for (const edit of edits) type(other, ...edit);
        expect(decidedIn(other)).toEqual(decidedIn(store));
        while (store.undo()) {
          expect(other.undo()).toBe(true);
          expect(decidedIn(other)).toEqual(decidedIn(store));
        }
        expect(other.canUndo).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  it('takes back the same decisions also where the text was edited meanwhile', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (numbers) => {
        const next = (bound: number) => (numbers.next().value as number) % bound;
        const newId = countingIds();
        const store = sampleStore();
        for (let i = 0; i < 6; i++) store.apply(someEdit(store, next, newId));
        for (let back = next(4); back > 0; back--) store.undo();
        const start = next(store.text.length);
        const end = Math.min(store.text.length, start + next(40));
        const words = ['', 'x', ' new words '][next(3)] as string;
        const other = reopened(store, historyText(store), store.text.slice(0, start) + words + store.text.slice(end));
        type(store, start, end, words);
        expect(decidedIn(other)).toEqual(decidedIn(store));
        while (store.undo()) {
          expect(other.undo()).toBe(true);
          expect(decidedIn(other)).toEqual(decidedIn(store));
        }
        expect(other.canUndo).toBe(false);
        while (store.redo()) expect(other.redo()).toBe(true);
        expect([decidedIn(other), other.canRedo]).toEqual([decidedIn(store), false]);
      }),
      { numRuns: 150 },
    );
  });

  it('puts marks where they are put by a window that keeps nothing', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (numbers) => {
        const next = (bound: number) => (numbers.next().value as number) % bound;
        const newId = countingIds();
        const [often, never] = [sampleStore(), sampleStore()];
        for (let i = 0; i < 12; i++) {
          const edit = someEdit(often, next, newId);
          if (next(3) === 0) {
            often.apply(edit);
            const changes = edit.changes.map((change) => ({
              ...change,
              before: recordsOf(never.annotations, change.kind).get(change.id) ?? null,
            })) as Edit['changes'];
            never.apply({ ...edit, changes });
          }
          const start = next(often.text.length);
          const typed: [number, number, string] = [
            start,
            Math.min(often.text.length, start + next(4)),
            ' x'.repeat(next(3)),
          ];
          for (const store of [often, never]) type(store, ...typed);
          often.history();
        }
        const places = ({ annotations }: AnnotationStore) =>
          RECORD_KINDS.flatMap((kind) =>
            [...recordsOf(annotations, kind).values()].map((record) => [record.id, placeOf(record)?.spans]),
          );
        while (never.undo()) {
          expect(often.undo()).toBe(true);
          expect(places(often)).toEqual(places(never));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('says the same in the menus', () => {
    const store = sampleStore();
    namesAndNotes(store);
    store.undo();
    const other = reopened(store);
    expect([other.undoLabel, other.redoLabel]).toEqual([store.undoLabel, store.redoLabel]);
  });

  it('finds its words again when the undo of the text brings them back', () => {
    const store = sampleStore();
    const mention = [...store.annotations.mentions.values()].find(({ place }) => place.exact === 'Red Aid');
    const ref = { kind: 'mentions', id: mention?.id ?? '' } as const;
    const start = mention?.place.spans[0]?.start ?? 0;
    store.apply(accept(store, [ref], STAMP));
    const end = start + 'Red Aid'.length;
    type(store, start, end, '');
    const other = reopened(store);
    type(other, start, start, 'Red Aid');
    other.undo();
    expect(other.annotations.mentions.get(ref.id)).toEqual(mention);
  });

  it.each<[string, (kept: string) => string]>([
    ['another text', (kept) => kept.replace(/"text":"./, '"text":"-')],
    ['half a file', (kept) => kept.slice(0, kept.length / 2)],
    ['without its last line', (kept) => kept.replace(/\n.*\n$/, '\n')],
    ['more than its end', (kept) => `${kept}{}\n`],
    ['nothing', () => ''],
    ['a list', () => '[]'],
    ['another format', (kept) => kept.replace('"format":2', '"format":3')],
    ['lists that are none', (kept) => kept.replace('"list":"done"', '"list":"constructor"')],
    ['edits that are none', (kept) => kept.replace('\n', '\nnull\n')],
    ['more changes than there are', (kept) => kept.replace('"changes":1', '"changes":2')],
    ['changes that are none', (kept) => kept.replace(/\n\{"kind".*/, '\n7')],
    ['a kind that is none', (kept) => kept.replace('"kind":"notes"', '"kind":"constructor"')],
    ['an id that is none', (kept) => kept.replace(/"id":"[^"]*"/, '"id":"__proto__"')],
    ['a record that is none', (kept) => kept.replace('"state":"added"', '"state":"perhaps"')],
    ['a field that is none', (kept) => kept.replace('"set":{', '"set":{"constructor":"x",')],
    ['a field with a value that is none', (kept) => kept.replace('"set":{"name":"', '"set":{"name":["')],
    ['a field that stands in the text', (kept) => kept.replace('"set":{', '"set":{"place":{},')],
    ['an entity without a name', (kept) => kept.replace('"drop":[', '"drop":["name",')],
    ['fields of a record that is not there', (kept) => kept.replace(/"from":"[^"]*"(?=,"plain")/, '"from":null')],
    ['a hundred thousand wrong changes', (kept) => kept.replace(/\n.*$/s, `\n${'1\n'.repeat(1e5)}`)],
  ])('is dropped where it is for, or is, %s', (_, spoil) => {
    const store = sampleStore();
    namesAndNotes(store);
    store.undo();
    const kept = historyText(store);
    expect(spoil(kept)).not.toBe(kept);
    const other = reopened(store, spoil(kept));
    expect([other.canUndo, other.canRedo]).toEqual([false, false]);
    expect(sidecarOf(other)).toBe(sidecarOf(store));
  });

  it('is dropped from the edit on that did not leave a record as it is found', () => {
    const store = sampleStore();
    const id = namesAndNotes(store);
    const kept = historyText(store).replaceAll(/"from":"[^"]*"/g, (hash, at, all: string) =>
      all.lastIndexOf('"from"') === at ? '"from":"other"' : hash,
    );
    const other = reopened(store, kept);
    const undone: (string | null)[] = [];
    for (let label = other.undoLabel; other.undo(); label = other.undoLabel) undone.push(label);
    expect(undone).toHaveLength(2);
    expect(other.annotations.entities.get(id)?.name).toBe('One');
    const lost = { label: expect.stringContaining('to "One"'), because: 'changed' };
    expect([other.lostUndo, reopened(other).lostUndo]).toEqual([lost, lost]);
  });

  it('of the version before is named, and can no longer be undone', () => {
    const store = sampleStore();
    const { sha256 } = store.blocks;
    const edit = (label: string) => ({ label, changes: [{ kind: 'notes', id: 'n_1', before: null, after: {} }] });
    const before = { sidecar: 'S', text: sha256, done: [edit('Late'), edit('Early')], undone: [], tooLarge: {} };
    const other = reopened(store, `${JSON.stringify(before)}\n`);
    expect([other.canUndo, other.lostUndo, other.lostRedo]).toEqual([false, { label: 'Late', because: 'older' }, null]);
  });

  /** A free note of about `length` characters, and edits after each of which it is another one. */
  function longNotes(store: AnnotationStore, length: number, edits: number) {
    store.apply(addNote(store, { text: `0 ${'x'.repeat(length)}` }, STAMP, () => 'n_long'));
    for (let i = 1; i <= edits; i++) {
      store.apply(setNote(store, { kind: 'notes', id: 'n_long' }, `${i} ${'x'.repeat(length)}`, STAMP));
    }
  }

  it('is the latest that fits four million characters', () => {
    const store = sampleStore();
    longNotes(store, 100_000, 60);
    const kept = historyText(store);
    expect(kept.length).toBeLessThan(4_110_000);
    const other = reopened(store, kept);
    let steps = 0;
    while (other.undo()) steps++;
    expect(steps).toBe(40);
    expect(other.annotations.notes.get('n_long')?.text).toMatch(/^20 /);
  });

  it('has the next edit to undo and the next to redo, however large they are', () => {
    const store = sampleStore();
    longNotes(store, 5_000_000, 3);
    const before = sidecarOf(store);
    store.undo();
    const other = reopened(store);
    expect([other.redo(), sidecarOf(other) === before, other.redo()]).toEqual([true, true, false]);
    expect([other.undo(), other.undo(), other.annotations.notes.get('n_long')?.text.slice(0, 2)]).toEqual([
      ...[true, true],
      '1 ',
    ]);
  });

  it('says what was too large to be kept, also once more and after what was kept of it is undone', () => {
    const store = sampleStore();
    longNotes(store, 5_000_000, 1);
    const large = store.undoLabel;
    store.apply(addNote(store, { text: 'a thought' }, STAMP, countingIds()));
    const again = reopened(reopened(store));
    expect([again.undo(), again.undo(), again.lostUndo]).toEqual([true, false, { label: large, because: 'tooLarge' }]);
    again.redo();
    const later = reopened(again);
    expect([later.undo(), later.undo(), later.lostUndo?.label]).toEqual([true, false, large]);
  });

  it('in the window that stays open leads as far back as before when the sidecar is read again, however large it is', () => {
    const store = sampleStore();
    longNotes(store, 5_000_000, 1);
    const before = sidecarOf(store);
    const [id = ''] = store.annotations.entities.keys();
    const entity = store.annotations.entities.get(id);
    if (!entity) throw new Error('no entity');
    const after = { ...entity, score: 0.912_345_678, note: '' };
    store.apply({ label: 'as another tool leaves it', changes: [{ kind: 'entities', id, before: entity, after }] });
    const { annotations } = decodeSidecar(checkedFile(sidecarOf(store)), store.blocks).dossier;
    store.load(annotations, { origin: 'disk', history: store.history() });
    expect([store.undo(), sidecarOf(store)]).toEqual([true, before]);
    expect([store.undo(), store.undo(), store.canUndo, store.lostUndo]).toEqual([true, true, false, null]);
  });

  describe('of one decision on everything', () => {
    /** An article with so many mentions of one entity, all of which were accepted at once. */
    function acceptedAll(count: number): AnnotationStore {
      const line = `${'Ann '.repeat(20).trimEnd()}\n`;
      const text = Array.from({ length: count / 20 }, (_, i) => `${i} ${line}`).join('');
      const store = new AnnotationStore({ text });
      const mentions = [...text.matchAll(/Ann/g)].map(({ index }, i): MentionRecord => {
        const spans = [{ start: index, end: index + 3 }];
        const place: Place = { spans, exact: 'Ann', anchor: 'anchored' };
        return { id: `m_${i}`, place, entity: 'e_ann', form: 'name', state: 'suggested', origin: 'model:names' };
      });
      const machine = { state: 'suggested', origin: 'model:names' } as const;
      const ann: EntityRecord = { id: 'e_ann', type: 'person', name: 'Ann', aliases: [], ...machine };
      store.load({
        ...emptyTable(),
        entities: new Map([[ann.id, ann]]),
        mentions: new Map(mentions.map((mention) => [mention.id, mention])),
      });
      const all = mentions.map(({ id }) => ({ kind: 'mentions', id }) as const);
      store.apply(accept(store, all, STAMP));
      return store;
    }

    it('leads back from twenty thousand records and forth again, also after a further decision', () => {
      const store = acceptedAll(20_000);
      expect(store.history().done[0]?.changes).toHaveLength(20_000);
      const accepted = sidecarOf(store);
      store.apply(addNote(store, { text: 'a thought' }, STAMP, countingIds()));
      let other = reopened(store);
      other.undo();
      other.undo();
      expect(other.canUndo).toBe(false);
      const states = new Set([...other.annotations.mentions.values()].map(({ state, by }) => `${state} ${by}`));
      expect([...states]).toEqual(['suggested undefined']);
      other = reopened(other);
      other.redo();
      expect(sidecarOf(other)).toBe(accepted);
    }, 60_000);

    it('is written short and once, and read in small steps, in time linear in it', () => {
      const timeOf = (count: number) => {
        const store = acceptedAll(count);
        const { blocks, annotations } = store;
        const encoded = new EncodedRecords((text) => text);
        const kept = [...historyPieces(store.history(), 'S', encoded)].join('');
        expect(kept.length).toBeLessThan(200 * count);
        expect([...historyPieces(store.history(), 'S', encoded)]).toHaveLength(3);
        const times = [1, 2, 3].map(() => {
          const started = performance.now();
          const steps = [...readHistory(kept, { blocks, sidecar: 'S', annotations })];
          expect(steps.length).toBeGreaterThanOrEqual(count);
          return performance.now() - started;
        });
        return Math.min(...times);
      };
      timeOf(2_000);
      expect(timeOf(20_000) / timeOf(2_000)).toBeLessThan(30);
    }, 60_000);
  });
});
