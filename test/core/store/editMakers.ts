import type { NewId } from '../../../src/core/model/ids.ts';
import type { AnnotationStore } from '../../../src/core/store/annotationStore.ts';
import type { Edit } from '../../../src/core/store/edit.ts';
import {
  addComment,
  addEvidence,
  removeComment,
  removeEvidence,
  setTags,
} from '../../../src/core/store/edits/caseEdits.ts';
import { addClaim, editClaim, setClaimSource, setVerdict } from '../../../src/core/store/edits/claimEdits.ts';
import { combineEdits } from '../../../src/core/store/edits/combineEdits.ts';
import { accept, reject } from '../../../src/core/store/edits/decide.ts';
import type { Stamp } from '../../../src/core/store/edits/editContext.ts';
import { addEntity, addMention, renameEntity, setEntityType } from '../../../src/core/store/edits/entityEdits.ts';
import { mergeEntities } from '../../../src/core/store/edits/mergeEntities.ts';
import { moveMentions } from '../../../src/core/store/edits/moveMentions.ts';
import { addNote, setNote } from '../../../src/core/store/edits/noteEdits.ts';
import { annotateOccurrences, rejectOccurrences } from '../../../src/core/store/edits/occurrenceEdits.ts';
import { removeAdded } from '../../../src/core/store/edits/removeAdded.ts';
import { resizeRecord } from '../../../src/core/store/edits/resizeRecord.ts';
import { splitMentions } from '../../../src/core/store/edits/splitMentions.ts';
import { takeBack } from '../../../src/core/store/edits/takeBack.ts';
import type { Span } from '../../../src/core/text/span.ts';

export const STAMP: Stamp = { by: 'ed', on: '2026-01-02T03:04:05Z' };

/** Ids that count; only for tests. */
export function countingIds(): NewId {
  let count = 0;
  return (prefix) => `${prefix}new${++count}`;
}

interface Scene {
  readonly store: AnnotationStore;
  readonly next: (bound: number) => number;
  readonly newId: NewId;
  readonly stamp: Stamp;
  /** Ids, and a place, chosen by `next`. */
  readonly entity: string;
  readonly other: string;
  readonly mention: string;
  readonly claim: string;
  readonly span: Span;
}

/** The next whole word, or the last one. */
function wordAt(text: string, from: number): string {
  const words = [...text.matchAll(/\p{L}+/gu)];
  return (words.find(({ index }) => index >= from) ?? words.at(-1))?.[0] ?? '';
}

const lastNote = ({ annotations }: AnnotationStore) => ({
  kind: 'notes' as const,
  id: [...annotations.notes.keys()].at(-1) ?? 'n_none',
});

/** All standing mentions of one entity by one name. */
function alike({ annotations: { mentions } }: AnnotationStore, mention: string): string[] {
  const first = mentions.get(mention);
  const found = [...mentions.values()].filter(
    ({ entity, place, state }) => entity === first?.entity && place.exact === first.place.exact && state !== 'rejected',
  );
  return found.map(({ id }) => id);
}

/** What people can do, each on records chosen by chance. */
export const ACTS: Readonly<Record<string, (scene: Scene) => Edit>> = {
  'accept an entity': ({ store, stamp, entity }) => accept(store, [{ kind: 'entities', id: entity }], stamp),
  'accept a claim': ({ store, stamp, claim }) => accept(store, [{ kind: 'claims', id: claim }], stamp),
  'accept everything': ({ store, stamp }) => {
    const { entities, mentions, claims } = store.annotations;
    const refs = (['entities', 'mentions', 'claims'] as const).flatMap((kind) =>
      [...{ entities, mentions, claims }[kind].keys()].map((id) => ({ kind, id })),
    );
    return accept(store, refs, stamp);
  },
  'reject a mention': ({ store, stamp, mention }) => reject(store, [{ kind: 'mentions', id: mention }], stamp),
  'reject an entity': ({ store, stamp, entity }) => reject(store, [{ kind: 'entities', id: entity }], stamp),
  'change a type': ({ store, stamp, entity }) => setEntityType(store, entity, 'group', stamp),
  rename: ({ store, next, stamp, entity }) => renameEntity(store, entity, `Name ${next(9)}`, stamp),
  merge: ({ store, stamp, entity, other }) => mergeEntities(store, [other], entity, stamp),
  split: ({ store, newId, stamp, mention }) => splitMentions(store, { mentions: [mention] }, stamp, newId),
  'split a name': ({ store, newId, stamp, mention }) =>
    splitMentions(store, { mentions: alike(store, mention), name: 'Other' }, stamp, newId),
  'add an entity': ({ store, newId, stamp, span }) =>
    addEntity(store, { places: [[span]], type: 'event', name: 'Event' }, stamp, newId),
  'add a mention': ({ store, newId, stamp, entity, span }) =>
    addMention(store, { place: [span], entity }, stamp, newId),
  'add a claim': ({ store, newId, stamp, span }) => addClaim(store, [span], { topic: 'topic' }, stamp, newId),
  'edit a claim': ({ store, next, stamp, claim }) =>
    editClaim(store, claim, { text: `text ${next(9)}`, kind: 'opinion' }, stamp),
  'set a source': ({ store, next, stamp, entity, claim }) =>
    setClaimSource(store, claim, next(2) ? entity : null, stamp),
  'set a verdict': ({ store, next, stamp, claim }) => setVerdict(store, claim, next(2) ? 'refuted' : null, stamp),
  'write a note on a record': ({ store, next, stamp, entity }) =>
    setNote(store, { kind: 'entities', id: entity }, `note ${next(5)}`, stamp),
  'add a note': ({ store, newId, stamp, span }) => addNote(store, { text: 'a thought', spans: [span] }, stamp, newId),
  'change a free note': ({ store, next, stamp }) =>
    setNote(store, lastNote(store), next(3) ? `a thought ${next(5)}` : '', stamp),
  'remove what was added': ({ store, stamp, entity }) => removeAdded(store, [{ kind: 'entities', id: entity }], stamp),
  'annotate all occurrences': ({ store, newId, stamp, entity, span }) =>
    annotateOccurrences(store, { entity, words: wordAt(store.text, span.start) }, stamp, newId),
  'reject all occurrences': ({ store, stamp, entity, mention }) =>
    rejectOccurrences(store, { entity, words: store.annotations.mentions.get(mention)?.place.exact ?? '' }, stamp),
  resize: ({ store, stamp, mention, span }) => resizeRecord(store, { kind: 'mentions', id: mention }, [span], stamp),
  'add evidence': ({ store, next, stamp, claim }) =>
    addEvidence(store, claim, { kind: 'url', ref: `https://${next(9)}.example`, stance: 'for' }, stamp),
  'remove evidence': ({ store, stamp, claim }) => removeEvidence(store, claim, 0, stamp),
  comment: ({ store, next, stamp, claim }) =>
    addComment(store, { kind: 'claims', id: claim }, `comment ${next(5)}`, stamp),
  'comment on a mention': ({ store, next, stamp, mention }) =>
    addComment(store, { kind: 'mentions', id: mention }, `comment ${next(5)}`, stamp),
  'take a comment from a mention': ({ store, mention }) => {
    const noted = [...store.annotations.mentions.values()].find(({ comments }) => comments);
    return removeComment(store, { kind: 'mentions', id: noted?.id ?? mention }, 0);
  },
  'comment on a free note': ({ store, next, stamp }) => addComment(store, lastNote(store), `comment ${next(5)}`, stamp),
  tag: ({ store, next, stamp, entity }) => setTags(store, { kind: 'entities', id: entity }, [`tag ${next(3)}`], stamp),
  'take back': ({ store, entity }) => takeBack(store, [{ kind: 'entities', id: entity }]),
  'move mentions': ({ store, stamp, entity, mention }) => moveMentions(store, [mention], entity, stamp),
  'move a name': ({ store, stamp, entity, mention }) => moveMentions(store, alike(store, mention), entity, stamp),
  'drop an entity and a mention on another': ({ store, stamp, entity, other, mention }) =>
    combineEdits(store, 'Merge 2 records', [
      (state) => mergeEntities(state, [other], entity, stamp),
      (state) => moveMentions(state, [mention], entity, stamp),
    ]),
};

/** Some edit on the present state, chosen by `next`. */
export function someEdit(
  store: AnnotationStore,
  next: (bound: number) => number,
  newId: NewId,
  stamp: Stamp = STAMP,
): Edit {
  const acts = Object.values(ACTS);
  return editBy(acts[next(acts.length)] as (typeof acts)[number], { store, next, newId, stamp });
}

/** The edit that one of {@link ACTS} makes on records chosen by `next`. */
export function editBy(act: (scene: Scene) => Edit, given: Pick<Scene, 'store' | 'next' | 'newId' | 'stamp'>): Edit {
  const { store, next } = given;
  const { annotations, text } = store;
  const pick = (ids: Iterable<string>) => {
    const all = [...ids];
    return all[next(Math.max(1, all.length))] ?? 'e_none';
  };
  const start = next(Math.max(1, text.length - 4));
  // What a person selects has no space at its ends.
  const [words] = /\S(?:.*\S)?/s.exec(text.slice(start, start + 4)) ?? [' '];
  const from = text.indexOf(words, start);
  return act({
    ...given,
    entity: pick(annotations.entities.keys()),
    other: pick(annotations.entities.keys()),
    mention: pick(annotations.mentions.keys()),
    claim: pick(annotations.claims.keys()),
    span: { start: from, end: from + words.length },
  });
}
