import { describe, expect, it } from 'vitest';
import { AnnotationStore } from '../../../src/core/store/annotationStore.ts';
import { addNote, setNote, setPrivateNote } from '../../../src/core/store/edits/noteEdits.ts';
import { removeAdded } from '../../../src/core/store/edits/removeAdded.ts';
import { notesOnRecords, withoutPrivateNotes, withPrivateNotes } from '../../../src/core/store/privateNotes.ts';
import { countingIds, STAMP } from './editMakers.ts';
import { ARTICLE, extractSample } from './sampleArticle.ts';

describe('a free note', () => {
  function noted(spans = [{ start: 4, end: 11 }]) {
    const store = new AnnotationStore({ text: ARTICLE });
    store.apply(addNote(store, { text: ' Who says so? ', spans }, STAMP, countingIds()));
    const note = () => [...store.annotations.notes.values()][0];
    return { store, note, ref: { kind: 'notes' as const, id: note()?.id ?? '' } };
  }

  it('stands on its passage, is signed, and follows its words', () => {
    const { store, note } = noted();
    expect(note()).toMatchObject({ text: 'Who says so?', state: 'added', ...STAMP });
    const exact = note()?.place?.exact;
    store.textChanged([{ start: 0, end: 0, text: 'New: ' }], `New: ${ARTICLE}`);
    expect(note()?.place).toMatchObject({ exact, anchor: 'anchored', spans: [{ start: 9, end: 16 }] });
  });

  it('stands on the article where no passage is given', () => {
    expect(noted([]).note()?.place).toBeNull();
  });

  it('is written anew, and taken away when it is emptied or removed; undo brings it back', () => {
    const { store, note, ref } = noted();
    store.apply(setNote(store, ref, ' The council. ', STAMP));
    expect(note()).toMatchObject({ text: 'The council.', state: 'added' });
    expect(note()).not.toHaveProperty('note');
    expect(setNote(store, ref, 'The council.', STAMP).changes).toEqual([]);
    for (const edit of [setNote(store, ref, ' ', STAMP), removeAdded(store, [ref], STAMP)]) {
      store.apply(edit);
      expect(note()).toBeUndefined();
      store.undo();
      expect(note()?.text).toBe('The council.');
    }
  });
});

describe('a private note', () => {
  function privatelyNoted() {
    const store = new AnnotationStore({ text: ARTICLE });
    store.reconcile(extractSample(ARTICLE), ARTICLE);
    const [id = ''] = store.annotations.entities.keys();
    const ref = { kind: 'entities', id } as const;
    return { store, ref, before: store.annotations.entities.get(id) };
  }

  it('on a record is written anew and taken away, each in one step; a suggestion is thereby accepted', () => {
    const { store, ref, before } = privatelyNoted();
    const notes = () => [...notesOnRecords(store.annotations).entries()];
    store.apply(setPrivateNote(store, ref, ' ask her ', STAMP));
    expect(notes()).toEqual([[`entities ${ref.id}`, 'ask her']]);
    expect(store.annotations.entities.get(ref.id)?.state).toBe('accepted');
    expect(setPrivateNote(store, ref, 'ask her', STAMP).changes).toEqual([]);
    store.apply(setPrivateNote(store, ref, '', STAMP));
    expect(notes()).toEqual([]);
    store.undo();
    expect(notes()).toEqual([[`entities ${ref.id}`, 'ask her']]);
    store.undo();
    expect([notes(), store.annotations.entities.get(ref.id)]).toEqual([[], before]);
  });

  it('is not among what is shared, on a record or free; others are', () => {
    const { store, ref } = privatelyNoted();
    store.apply(setPrivateNote(store, ref, 'ask her', STAMP));
    const ids = countingIds();
    for (const secret of [true, false]) {
      store.apply(addNote(store, { text: 'Who says so?', spans: [{ start: 4, end: 11 }], secret }, STAMP, ids));
    }
    expect(store.annotations.notes.size).toBe(3);
    expect([...withoutPrivateNotes(store.annotations).notes.values()]).toMatchObject([{ text: 'Who says so?' }]);
    const again = withPrivateNotes(withoutPrivateNotes(store.annotations), store.annotations.notes);
    expect(again.notes.size).toBe(3);
  });
});
