import type { Annotations } from '../model/records.ts';
import { isPrivate } from '../store/privateNotes.ts';
import { short } from './short.ts';

const MOST_NOTES = 3;

/** The free notes on the passage at an offset, for a hover: at most three, none of them long. */
export function notesAt({ notes }: Annotations, offset: number): string[] {
  const here = [...notes.values()].filter(
    ({ state, place }) =>
      state !== 'rejected' && place?.spans.some(({ start, end }) => start <= offset && offset <= end),
  );
  return here.slice(0, MOST_NOTES).map(({ id, text, by }) => {
    const who = [isPrivate(id) && 'private', by].filter(Boolean).join(', ');
    return short(who ? `${text} (${who})` : text);
  });
}
