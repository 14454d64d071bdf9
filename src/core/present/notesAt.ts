import type { Annotations, NoteRecord } from '../model/records.ts';
import { isPrivate } from '../store/privateNotes.ts';
import { short } from './short.ts';

const MOST_NOTES = 3;

/** The free notes on the passage at an offset. */
export function notesAt({ notes }: Annotations, offset: number): NoteRecord[] {
  return [...notes.values()].filter(
    ({ state, place }) =>
      state !== 'rejected' && place?.spans.some(({ start, end }) => start <= offset && offset <= end),
  );
}

/** What a hover shows of {@link notesAt}: at most three, none of them long. */
export function noteWordsAt(annotations: Annotations, offset: number): string[] {
  return notesAt(annotations, offset)
    .slice(0, MOST_NOTES)
    .map(({ id, text, by }) => {
      const who = [isPrivate(id) && 'private', by].filter(Boolean).join(', ');
      return short(who ? `${text} (${who})` : text);
    });
}
