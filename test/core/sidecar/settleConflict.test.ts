import { describe, expect, it } from 'vitest';
import { adoptRecord } from '../../../src/core/agreement/adoptRecord.ts';
import { alignIds } from '../../../src/core/agreement/alignIds.ts';
import { differences } from '../../../src/core/agreement/differences.ts';
import type { RecordRef } from '../../../src/core/model/records.ts';
import { conflictsOf, conflictWords } from '../../../src/core/present/conflicts.ts';
import { decodeSidecar } from '../../../src/core/sidecar/decodeSidecar.ts';
import { splitConflictMarkers } from '../../../src/core/sidecar/merge/conflictMarkers.ts';
import { mergeSidecars } from '../../../src/core/sidecar/merge/mergeSidecars.ts';
import { settleConflict } from '../../../src/core/sidecar/merge/settleConflict.ts';
import { settleSourceConflict } from '../../../src/core/sidecar/merge/settleSourceConflict.ts';
import { rawFile } from '../../../src/core/sidecar/rawFile.ts';
import { AnnotationStore } from '../../../src/core/store/annotationStore.ts';
import type { Edit } from '../../../src/core/store/edit.ts';
import { addClaim, setClaimSource, setVerdict } from '../../../src/core/store/edits/claimEdits.ts';
import { addEntity, setEntityType } from '../../../src/core/store/edits/entityEdits.ts';
import { addNote, setNote } from '../../../src/core/store/edits/noteEdits.ts';
import { removeAdded } from '../../../src/core/store/edits/removeAdded.ts';
import { countingIds } from '../store/editMakers.ts';
import { ARTICLE, extractSample, occurrences } from '../store/sampleArticle.ts';
import { historyIn, historyText } from './historyText.ts';

const ada = { by: 'Ada', on: '2026-01-02T00:00:00Z' };
const ben = { by: 'Ben', on: '2026-01-03T00:00:00Z' };
const cy = { by: 'Cy', on: '2026-01-04T00:00:00Z' };

function storeOf(prepare: (store: AnnotationStore) => Edit[] = () => []): AnnotationStore {
  const store = new AnnotationStore({ text: ARTICLE });
  store.reconcile(extractSample(ARTICLE), ARTICLE);
  for (const edit of prepare(store)) store.apply(edit);
  return store;
}
function copy(store: AnnotationStore): AnnotationStore {
  const twin = new AnnotationStore({ text: store.text });
  twin.load(store.annotations);
  return twin;
}
const raw = (store: AnnotationStore) => rawFile(store.annotations, store.blocks);
const entity = (store: AnnotationStore, name: string) =>
  [...store.annotations.entities.values()].find((one) => one.name === name)?.id ?? '';
const firstClaim = (store: AnnotationStore) => [...store.annotations.claims.keys()][0] ?? '';

/** The store with what two people made of it, joined. */
function joined(base: AnnotationStore, one: (s: AnnotationStore) => Edit, other: (s: AnnotationStore) => Edit) {
  const [ours, theirs] = [copy(base), copy(base)];
  ours.apply(one(ours));
  theirs.apply(other(theirs));
  const { file } = mergeSidecars(raw(base), raw(ours), raw(theirs));
  const store = new AnnotationStore({ text: base.text });
  store.load(decodeSidecar(file, store.blocks).dossier.annotations);
  const [shown] = conflictsOf(store);
  if (!shown?.record) throw new Error('the merge keeps no conflict');
  return { store, shown, ref: shown.record };
}

describe('a conflict that a merge kept', () => {
  const types = () => {
    const base = storeOf();
    const id = entity(base, 'Northport');
    return joined(
      base,
      (s) => setEntityType(s, id, 'group', ada),
      (s) => setEntityType(s, id, 'event', ben),
    );
  };

  it('is shown at the first words of its entity, with both sides and who wrote them', () => {
    const { store, shown } = types();
    expect(ARTICLE.slice(shown.span?.start, shown.span?.end)).toBe('Northport');
    expect(conflictWords(store.annotations, shown.conflict)).toBe(
      'type: group (Ada, 2026-01-02) or event (Ben, 2026-01-03)',
    );
  });

  it.each([
    ['ours', 'group'],
    ['theirs', 'event'],
    ['neither', 'event'],
  ] as const)('is settled by taking %s, in one step that can be undone', (take, type) => {
    const { store, ref } = types();
    const before = store.annotations.entities.get(ref.id);
    store.apply(settleConflict(store, { ref, at: 0, take }, cy));
    const after = store.annotations.entities.get(ref.id);
    expect(after).toMatchObject({ type, by: 'Cy' });
    expect(after).not.toHaveProperty('conflict');
    store.undo();
    expect(store.annotations.entities.get(ref.id)).toEqual(before);
  });

  it('finds the words of a side again', () => {
    const mark = (words: string, stamp: typeof ada) => (s: AnnotationStore) => {
      const edit = addClaim(s, occurrences(ARTICLE, words), {}, stamp, () => 'c_same');
      return edit;
    };
    const { store, ref } = joined(storeOf(), mark('Red Aid group reported', ada), mark('Northport needs food', ben));
    const at = store.annotations.claims.get(ref.id)?.conflict?.findIndex(({ field }) => field === 'at') ?? -1;
    store.apply(settleConflict(store, { ref, at, take: 'ours' }, cy));
    expect(store.annotations.claims.get(ref.id)?.place).toMatchObject({
      spans: occurrences(ARTICLE, 'Red Aid group reported'),
      anchor: 'anchored',
    });
  });

  it('about a source takes the source with its chain', () => {
    const base = storeOf();
    const id = firstClaim(base);
    const [one, other] = [entity(base, 'Red Aid'), entity(base, 'Northport')];
    const { store, ref } = joined(
      base,
      (s) => setClaimSource(s, id, one, ada),
      (s) => setClaimSource(s, id, other, ben),
    );
    store.apply(settleConflict(store, { ref, at: 0, take: 'ours' }, cy));
    expect(store.annotations.claims.get(id)?.attribution).toMatchObject({ source: one, chain: [one] });
  });

  it.each([
    ['theirs', false],
    ['ours', true],
    ['neither', true],
  ] as const)('about a deleted record ends with %s', (take, stays) => {
    const base = storeOf((s) => [addNote(s, { text: 'Ask.' }, cy, () => 'n_1')]);
    const ref: RecordRef = { kind: 'notes', id: 'n_1' };
    const { store } = joined(
      base,
      (s) => setNote(s, ref, 'Really.', ada),
      (s) => removeAdded(s, [ref], ben),
    );
    store.apply(settleConflict(store, { ref, at: 0, take }, cy));
    expect(store.annotations.notes.has('n_1')).toBe(stays);
    expect(conflictsOf(store)).toEqual([]);
  });

  it('says in words when the value of a side is not usable', () => {
    const { store, ref } = types();
    const record = store.annotations.entities.get(ref.id);
    const conflict = [{ field: 'mergedInto', ours: { value: 'e_nobody' }, theirs: { value: { a: 1 } } }];
    store.apply({
      label: '',
      changes: [{ kind: 'entities', id: ref.id, before: record, after: { ...record, conflict } }],
    } as never);
    expect(() => settleConflict(store, { ref, at: 0, take: 'ours' }, cy)).toThrow(/e_nobody.*no entity/);
    expect(() => settleConflict(store, { ref, at: 0, take: 'theirs' }, cy)).toThrow(/mergedInto/);
  });
});

describe('a conflict on what is said of the article', () => {
  /** What two people said of the article, joined, in a store. */
  function disputed(ours: object, theirs: object) {
    const head = raw(storeOf());
    const said = (source: object) => ({ ...head, source: { ...head.source, ...source } });
    const { file } = mergeSidecars(head, said(ours), said(theirs));
    const store = new AnnotationStore({ text: ARTICLE });
    const { annotations, source } = decodeSidecar(file, store.blocks).dossier;
    store.load(annotations, { source });
    return store;
  }

  it('is shown on the first line, before the conflicts of the records there', () => {
    const [shown] = conflictsOf(disputed({ title: 'One' }, { title: 'Two' }));
    expect(shown).toMatchObject({ record: null, span: { start: 0, end: ARTICLE.indexOf('\n') } });
  });

  it.each([
    ['ours', { title: 'One' }, { title: 'Two' }, 'One'],
    ['theirs', { title: 'One' }, { title: 'Two' }, 'Two'],
    ['neither', { title: 'One' }, { title: 'Two' }, 'Two'],
    ['ours', { title: 'One', url: 'https://a.example/' }, { title: 'Two', url: 'https://b.example/' }, 'One'],
  ] as const)('is settled by taking %s of %j and %j, in one step that can be undone', (take, ours, theirs, title) => {
    const store = disputed(ours, theirs);
    const before = store.source;
    const at = before.conflict?.findIndex(({ field }) => field === 'source.title') ?? -1;
    store.apply(settleSourceConflict(before, { at, take }));
    expect(store.source.title).toBe(title);
    expect(store.source.conflict?.map(({ field }) => field)).toEqual('url' in ours ? ['source.url'] : undefined);
    store.undo();
    expect(store.source).toEqual(before);
  });

  it('can be undone after a reload of the window', () => {
    const store = disputed({ title: 'One' }, { title: 'Two' });
    const before = store.source;
    store.apply(settleSourceConflict(before, { at: 0, take: 'ours' }));
    const kept = historyText(store);
    const later = new AnnotationStore({ text: ARTICLE });
    later.load(store.annotations, { source: store.source, history: historyIn(kept, store.annotations, later.blocks) });
    later.undo();
    expect(later.source).toEqual(before);
  });

  it('is nobody’s question where only programs wrote the field', () => {
    const [one, two] = ['1', '2'].map((digit) => ({ firstSha256: digit.repeat(64) }));
    expect(disputed(one as object, two as object).source.conflict).toBeUndefined();
  });

  it.each([
    ['source.title', { nothing: 'a title' }, /cannot be the title/],
    ['x-lab.a', 1, /does not know "x-lab\.a"/],
  ])('on %s says in words when the side %j is not usable', (field, value, words) => {
    const conflict = [{ field, ours: { value }, theirs: {} }];
    expect(() => settleSourceConflict({ conflict }, { at: 0, take: 'ours' })).toThrow(words);
    expect(settleSourceConflict({ conflict }, { at: 0, take: 'neither' }).card).toHaveLength(1);
  });
});

describe('another annotator’s version', () => {
  it('is adopted record by record, with the entities that it needs, until nothing differs', () => {
    const mine = storeOf();
    const claim = firstClaim(mine);
    const other = copy(mine);
    const newId = countingIds();
    const span = occurrences(ARTICLE, 'food')[0] as { start: number; end: number };
    other.apply(addEntity(other, { places: [[span]], type: 'product', name: 'food' }, ben, newId));
    other.apply(setVerdict(other, claim, 'refuted', ben));
    const theirs = raw(other);
    for (let rounds = 0; rounds < 9; rounds++) {
      const aligned = alignIds(raw(mine), theirs);
      const open = differences(raw(mine), aligned).flatMap(({ record }) => record ?? []);
      const next = open.at(-1);
      if (!next) break;
      mine.apply(adoptRecord(mine, next, aligned));
    }
    expect(raw(mine)).toEqual(theirs);
    while (mine.undo());
    expect(raw(mine)).toEqual(raw(storeOf()));
  });

  it('without a record rejects a suggestion and removes what was made by hand', () => {
    const mine = storeOf((s) => [addNote(s, { text: 'Mine.' }, ada, () => 'n_1')]);
    const [mention = ''] = mine.annotations.mentions.keys();
    const empty = { ...raw(mine), notes: {}, mentions: {} };
    mine.apply(adoptRecord(mine, { kind: 'notes', id: 'n_1' }, empty));
    mine.apply(adoptRecord(mine, { kind: 'mentions', id: mention }, empty));
    expect(mine.annotations.notes.size).toBe(0);
    expect(mine.annotations.mentions.get(mention)?.state).toBe('rejected');
  });
});

describe('conflict markers', () => {
  const lines = (...all: string[]) => all.join('\n');
  it.each([
    [
      'of the usual style',
      lines('{', '<<<<<<< HEAD', 'a', '=======', 'b', '>>>>>>> x', '}'),
      { base: null, ours: '{\na\n}', theirs: '{\nb\n}' },
    ],
    [
      'with the base',
      lines('<<<<<<< HEAD', 'a', '||||||| 123', 'o', '=======', 'b', '>>>>>>> x'),
      { base: 'o', ours: 'a', theirs: 'b' },
    ],
    [
      'twice',
      lines('<<<<<<<', 'a', '=======', '>>>>>>>', '=', '<<<<<<<', '=======', 'b', '>>>>>>>'),
      { base: null, ours: 'a\n=', theirs: '=\nb' },
    ],
    ['that end too early', lines('<<<<<<< HEAD', 'a', '=======', 'b'), null],
    ['in the wrong order', lines('=======', 'a', '<<<<<<<'), null],
    ['that are not there', '{}', null],
  ])('%s', (_, text, expected) => {
    expect(splitConflictMarkers(text)).toEqual(expected);
  });
});
