import type { NewId } from '../../../src/core/model/ids.ts';
import type { AnnotationStore } from '../../../src/core/store/annotationStore.ts';
import type { Edit } from '../../../src/core/store/edit.ts';
import { addComment, addEvidence, removeEvidence, setTags } from '../../../src/core/store/edits/caseEdits.ts';
import { addClaim, editClaim, setClaimSource, setVerdict } from '../../../src/core/store/edits/claimEdits.ts';
import { accept, reject } from '../../../src/core/store/edits/decide.ts';
import type { Stamp } from '../../../src/core/store/edits/editContext.ts';
import { addEntity, addMention, renameEntity, setEntityType } from '../../../src/core/store/edits/entityEdits.ts';
import { mergeEntities } from '../../../src/core/store/edits/mergeEntities.ts';
import { addNote, setNote } from '../../../src/core/store/edits/noteEdits.ts';
import { annotateOccurrences, rejectOccurrences } from '../../../src/core/store/edits/occurrenceEdits.ts';
import { removeAdded } from '../../../src/core/store/edits/removeAdded.ts';
import { resizeRecord } from '../../../src/core/store/edits/resizeRecord.ts';
import { splitMentions } from '../../../src/core/store/edits/splitMentions.ts';

export const STAMP: Stamp = { by: 'ed', on: '2026-01-02T03:04:05Z' };

/** Ids that count; only for tests. */
export function countingIds(): NewId {
  let count = 0;
  return (prefix) => `${prefix}new${++count}`;
}

/** Some edit on the present state, chosen by `next`. */
export function someEdit(
  store: AnnotationStore,
  next: (bound: number) => number,
  newId: NewId,
  stamp: Stamp = STAMP,
): Edit {
  const { annotations, text } = store;
  const pick = (ids: Iterable<string>) => {
    const all = [...ids];
    return all[next(Math.max(1, all.length))] ?? 'e_none';
  };
  const entity = pick(annotations.entities.keys());
  const mention = pick(annotations.mentions.keys());
  const claim = pick(annotations.claims.keys());
  const start = next(Math.max(1, text.length - 4));
  const span = { start, end: Math.min(text.length, start + 4) };
  const makers: (() => Edit)[] = [
    () => accept(store, [{ kind: 'entities', id: entity }], stamp),
    () => accept(store, [{ kind: 'claims', id: claim }], stamp),
    () => reject(store, [{ kind: 'mentions', id: mention }], stamp),
    () => reject(store, [{ kind: 'entities', id: entity }], stamp),
    () => setEntityType(store, entity, 'group', stamp),
    () => renameEntity(store, entity, `Name ${next(9)}`, stamp),
    () => mergeEntities(store, [pick(annotations.entities.keys())], entity, stamp),
    () => splitMentions(store, { mentions: [mention] }, stamp, newId),
    () => addEntity(store, { places: [[span]], type: 'event', name: 'Event' }, stamp, newId),
    () => addMention(store, { place: [span], entity }, stamp, newId),
    () => addClaim(store, [span], { topic: 'topic' }, stamp, newId),
    () => editClaim(store, claim, { text: `text ${next(9)}`, kind: 'opinion' }, stamp),
    () => setClaimSource(store, claim, next(2) ? entity : null, stamp),
    () => setVerdict(store, claim, next(2) ? 'refuted' : null, stamp),
    () => setNote(store, { kind: 'entities', id: entity }, `note ${next(5)}`, stamp),
    () => addNote(store, { text: 'a thought', spans: [span] }, stamp, newId),
    () => removeAdded(store, [{ kind: 'entities', id: entity }], stamp),
    () => annotateOccurrences(store, { entity, words: text.slice(span.start, span.end) }, stamp, newId),
    () => rejectOccurrences(store, { entity, words: annotations.mentions.get(mention)?.place.exact ?? '' }, stamp),
    () => resizeRecord(store, { kind: 'mentions', id: mention }, [span], stamp),
    () => addEvidence(store, claim, { kind: 'url', ref: `https://${next(9)}.example`, stance: 'for' }, stamp),
    () => removeEvidence(store, claim, 0, stamp),
    () => addComment(store, { kind: 'claims', id: claim }, `comment ${next(5)}`, stamp),
    () => setTags(store, { kind: 'entities', id: entity }, [`tag ${next(3)}`], stamp),
  ];
  return (makers[next(makers.length)] as () => Edit)();
}
