import { describe, expect, it } from 'vitest';
import type { NoteRecord } from '../../../src/core/model/records.ts';
import { besidePrivateNotes, withoutPrivateNotes } from '../../../src/core/store/privateNotes.ts';
import { emptyTable } from '../../../src/core/store/recordTable.ts';

const note = (id: string, text: string): [string, NoteRecord] => [id, { id, text } as NoteRecord];

describe('private notes and a sidecar', () => {
  it("keeps in the sidecar what a colleague's note says there, whatever its id", () => {
    const theirs = { ...emptyTable(), notes: new Map([note('private_x', 'Call the mill.'), note('n_1', 'Paid?')]) };
    const mine = new Map([note('private_x', 'My source is her aunt.')]);
    const store = besidePrivateNotes(theirs, mine);
    const shared = [...withoutPrivateNotes(store).notes.values()].map(({ text }) => text);
    expect(shared.sort()).toEqual(['Call the mill.', 'Paid?']);
    expect(store.notes.get('private_x')?.text).toBe('My source is her aunt.');
  });
});
