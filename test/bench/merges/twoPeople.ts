import type { Extraction } from '../../../src/core/extract/extraction.ts';
import { RECORD_KINDS, type RecordRef } from '../../../src/core/model/records.ts';
import { serialiseSidecar } from '../../../src/core/sidecar/encodeSidecar.ts';
import { AnnotationStore } from '../../../src/core/store/annotationStore.ts';
import type { Stamp } from '../../../src/core/store/edits/editContext.ts';
import { setNote } from '../../../src/core/store/edits/noteEdits.ts';
import { removeAdded } from '../../../src/core/store/edits/removeAdded.ts';
import { recordsOf } from '../../../src/core/store/recordTable.ts';
import { someEdit } from '../../core/store/editMakers.ts';
import type { Random } from '../random.ts';

/** An article with what the extractor finds in it. */
export interface Source {
  readonly path: string;
  readonly text: string;
  readonly extraction: Extraction;
}

/** Three versions of one sidecar, as texts, and the text of the article on our side. */
export interface Versions {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
  readonly text: string;
}

/** What two people make of a sidecar that a third one has begun, each with up to twelve decisions. */
export function twoPeople({ path, text, extraction }: Source, next: Random): Versions {
  const store = new AnnotationStore({ text });
  store.reconcile(extraction, text);
  let minute = 0;
  // Everybody begins at the top of long lists: that is where two people meet. The list of acts is shorter.
  const atTheTop: Random = (bound) => next(bound > 40 ? Math.ceil(bound / 8) : bound);
  const work = (by: string, from: AnnotationStore, count: number): string => {
    let made = 0;
    const newId = (prefix: string) => `${prefix}${by}${next(1_000_000_000)}x${++made}`;
    for (let i = 0; i < count; i++) {
      const on = new Date(Date.UTC(2026, 0, 1, 0, minute++)).toISOString().replace('.000Z', 'Z');
      from.apply(next(4) === 0 ? onAdded(from, next, { by, on }) : someEdit(from, atTheTop, newId, { by, on }));
    }
    if (next(3) === 0) insertParagraph(from, next, by);
    return serialiseSidecar({ source: { path }, extractor: '0.1.0', annotations: from.annotations }, from.blocks);
  };
  const base = work('cy', store, 12);
  const [one, other] = [copy(store), copy(store)];
  return {
    base,
    ours: work('ada', one, 1 + next(12)),
    theirs: work('ben', other, 1 + next(12)),
    text: one.text,
  };
}

/** Removes what somebody made by hand, or writes a note on it: where an edit meets a deletion. */
function onAdded(store: AnnotationStore, next: Random, stamp: Stamp) {
  const added = RECORD_KINDS.flatMap((kind) =>
    [...recordsOf(store.annotations, kind).values()].flatMap(({ id, state }): RecordRef[] =>
      state === 'added' ? [{ kind, id }] : [],
    ),
  );
  const ref = added[next(Math.max(1, added.length))];
  if (!ref) return { label: 'Nothing', changes: [] };
  return next(2) ? removeAdded(store, [ref], stamp) : setNote(store, ref, `seen by ${stamp.by}, ${stamp.on}`, stamp);
}

function insertParagraph(store: AnnotationStore, next: Random, by: string): void {
  const lines = [...store.text.matchAll(/\n\n/g)];
  const at = lines[next(Math.max(1, lines.length))]?.index ?? 0;
  const text = `\n\nA line that ${by} added.`;
  store.textChanged([{ start: at, end: at, text }], store.text.slice(0, at) + text + store.text.slice(at));
}

function copy(store: AnnotationStore): AnnotationStore {
  const twin = new AnnotationStore({ text: store.text });
  twin.load(store.annotations);
  return twin;
}
