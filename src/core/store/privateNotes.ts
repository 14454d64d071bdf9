import { type Annotations, type NoteRecord, RECORD_KINDS, type RecordRef } from '../model/records.ts';

/** Notes with such an id stay on this machine: in no sidecar, only in the storage of the extension. */
export const PRIVATE = 'private_';

const ON_RECORD = new RegExp(`^${PRIVATE}(${RECORD_KINDS.join('|')})_(.+)$`);

export const isPrivate = (id: string): boolean => id.startsWith(PRIVATE);

/** The id of the private note on a record. */
export const privateIdOf = ({ kind, id }: RecordRef): string => `${PRIVATE}${kind}_${id}`;

/** Whether a note stands on a passage or the article, and so by itself; else it is shown with its record. */
export const isFree = (id: string): boolean => !ON_RECORD.test(id);

/** The private notes on records, by kind and id of these. */
export function notesOnRecords({ notes }: Annotations): Map<string, string> {
  const found = [...notes.values()].map(({ id, text }) => ({ on: ON_RECORD.exec(id), text }));
  return new Map(found.flatMap(({ on, text }) => (on ? [[`${on[1]} ${on[2]}`, text]] : [])));
}

/** The annotations that may be shared: without private notes. */
export function withoutPrivateNotes(annotations: Annotations): Annotations {
  const shared = [...annotations.notes].filter(([id]) => !isPrivate(id));
  return shared.length === annotations.notes.size ? annotations : { ...annotations, notes: new Map(shared) };
}

/** What a sidecar holds is shared: a note in it with the id of a private one gets another id, and so stays in it. */
function asShared(annotations: Annotations): Annotations {
  if (![...annotations.notes.keys()].some(isPrivate)) return annotations;
  const renamed = [...annotations.notes.values()].map((note) =>
    isPrivate(note.id) ? { ...note, id: `n_${note.id}` } : note,
  );
  return { ...annotations, notes: new Map(renamed.map((note) => [note.id, note])) };
}

/** The annotations with the private ones of `notes`, which stand before others of the same ids. */
export function withPrivateNotes(annotations: Annotations, notes: ReadonlyMap<string, NoteRecord>): Annotations {
  const own = [...notes].filter(([id]) => isPrivate(id));
  return own.length === 0 ? annotations : { ...annotations, notes: new Map([...annotations.notes, ...own]) };
}

/** What a sidecar holds, beside the private ones of `notes`. */
export const besidePrivateNotes = (saved: Annotations, notes: ReadonlyMap<string, NoteRecord>): Annotations =>
  withPrivateNotes(asShared(saved), notes);
