import { describe, expect, it } from 'vitest';
import { AnnotationStore } from '../../../src/core/store/annotationStore.ts';
import { addNote, setNote } from '../../../src/core/store/edits/noteEdits.ts';
import { removeAdded } from '../../../src/core/store/edits/removeAdded.ts';
import { countingIds, STAMP } from './editMakers.ts';
import { ARTICLE } from './sampleArticle.ts';

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
