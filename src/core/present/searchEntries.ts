import type { Annotations, AnyRecord, RecordRef } from '../model/records.ts';
import { isFree, isPrivate, notesOnRecords } from '../store/privateNotes.ts';
import { remarksOf } from './remarks.ts';
import { relationWords, STATE_WORDS, typeWords } from './words.ts';

/** One annotation as a search shows it. */
export interface SearchEntry {
  readonly record: RecordRef;
  /** What it is called or says. */
  readonly words: string;
  /** What it is, and how it stands. */
  readonly kind: string;
  /** What people wrote on it, and its other names. */
  readonly remarks: string;
}

/**
 * Entities, claims, quotations, relations and notes of one article with all that people wrote on them, and the mentions
 * that people wrote on; merged entities are left out.
 */
export function searchEntries(annotations: Annotations): SearchEntry[] {
  const privateNotes = notesOnRecords(annotations);
  const entry = (
    kind: RecordRef['kind'],
    record: AnyRecord,
    words: string,
    what: string,
    more: readonly string[] = [],
  ) => ({
    record: { kind, id: record.id },
    words: words.replace(/\s+/g, ' '),
    kind: `${what}, ${STATE_WORDS[record.state]}`,
    remarks: [...more, ...remarksOf(record, privateNotes, kind)].join(' · ').replace(/\s+/g, ' '),
  });
  const { entities, mentions, claims, quotations, relations, notes } = annotations;
  return [
    ...[...entities.values()]
      .filter(({ mergedInto }) => !mergedInto)
      .map((entity) =>
        entry(
          'entities',
          entity,
          entity.name,
          typeWords(entity.type).one,
          entity.aliases.map(({ name }) => name),
        ),
      ),
    ...[...mentions.values()]
      .filter((mention) => remarksOf(mention, privateNotes, 'mentions').length > 0)
      .map((mention) => entry('mentions', mention, mention.place.exact, 'Mention')),
    ...[...claims.values()].map((claim) =>
      entry(
        'claims',
        claim,
        claim.text,
        claim.verdict ? `Claim, ${claim.verdict}` : 'Claim',
        claim.topic ? [claim.topic] : [],
      ),
    ),
    ...[...quotations.values()].map((quotation) => entry('quotations', quotation, quotation.place.exact, 'Quotation')),
    ...[...relations.values()].map((relation) =>
      entry('relations', relation, relationWords(annotations, relation), 'Relation'),
    ),
    ...[...notes.values()]
      .filter(({ id }) => isFree(id))
      .map((note) => entry('notes', note, note.text, isPrivate(note.id) ? 'Private note' : 'Note')),
  ];
}
