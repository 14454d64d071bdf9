import type { NewId } from '../../model/ids.ts';
import type { AnyRecord, RecordRef } from '../../model/records.ts';
import type { Span } from '../../text/span.ts';
import type { ArticleState } from '../articleState.ts';
import type { Edit } from '../edit.ts';
import { PRIVATE, privateIdOf } from '../privateNotes.ts';
import { ChangeList, editedState, recordOf, type Stamp, touchedState } from './editContext.ts';
import { newPlace } from './entityEdits.ts';
import { labelFor, shorten } from './label.ts';

/** Writes a note on any record, which is thereby accepted, or anew where it is a free note; an empty note is taken away. */
export function setNote(state: ArticleState, ref: RecordRef, note: string, stamp: Stamp): Edit {
  const list = new ChangeList(state, stamp);
  const record = recordOf(state, ref);
  const words = note.trim();
  const free = ref.kind === 'notes' ? state.annotations.notes.get(ref.id) : undefined;
  if (free && words === '') list.delete('notes', free.id);
  else if (free && free.text !== words) list.set('notes', { ...free, text: words, state: editedState(free.state) });
  else if (!free && record && (record.note ?? '') !== words) {
    const { note: _, ...rest } = record;
    const noted = { ...rest, ...(words ? { note: words } : {}), state: touchedState(record.state) };
    list.set(ref.kind, noted as AnyRecord as never);
  }
  return { label: labelFor(words ? 'Write note on' : 'Remove note from', state, [ref]), changes: list.changes };
}

/**
 * Writes a note on a record that stays on this machine; the record, which might go with the next analysis, is thereby
 * accepted. An empty note is taken away.
 */
export function setPrivateNote(state: ArticleState, ref: RecordRef, note: string, stamp: Stamp): Edit {
  const list = new ChangeList(state, stamp);
  const record = recordOf(state, ref);
  const id = privateIdOf(ref);
  const text = note.trim();
  if (text === '') list.delete('notes', id);
  else if (record && state.annotations.notes.get(id)?.text !== text) {
    list.set('notes', { id, state: 'added', origin: 'person', place: null, text });
    if (record.state === 'suggested') list.set(ref.kind, { ...record, state: 'accepted' } as AnyRecord as never);
  }
  return {
    label: labelFor(text ? 'Write private note on' : 'Remove private note from', state, [ref]),
    changes: list.changes,
  };
}

/**
 * A free note on the article, or on a passage of it. An empty text makes an empty edit.
 * @param input `secret`: it is kept on this machine only.
 */
export function addNote(
  state: ArticleState,
  input: { readonly text: string; readonly spans?: readonly Span[]; readonly secret?: boolean },
  stamp: Stamp,
  newId: NewId,
): Edit {
  const list = new ChangeList(state, stamp);
  const text = input.text.trim();
  const place = input.spans?.length ? newPlace(state, input.spans) : null;
  const id = newId(input.secret ? PRIVATE : 'n_');
  if (text) list.set('notes', { id, state: 'added', origin: 'person', place, text });
  return { label: `Add note "${shorten(text)}"`, changes: list.changes };
}
