import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../../src/core/model/records.ts';
import { AnnotationStore } from '../../../src/core/store/annotationStore.ts';
import { setCard } from '../../../src/core/store/edits/cardEdits.ts';
import {
  addComment,
  addEvidence,
  removeComment,
  removeEvidence,
  setTags,
} from '../../../src/core/store/edits/caseEdits.ts';
import { STAMP } from './editMakers.ts';
import { ARTICLE, extractSample } from './sampleArticle.ts';

function sampleStore() {
  const store = new AnnotationStore({ text: ARTICLE });
  store.reconcile(extractSample(ARTICLE), ARTICLE);
  const [id = ''] = store.annotations.claims.keys();
  return { store, id, claim: () => store.annotations.claims.get(id) };
}

const PAGE: Evidence = { kind: 'url', ref: 'https://example.org/a', stance: 'for', retrieved: '2026-01-02' };
const REPORT: Evidence = { kind: 'file', ref: 'report.pdf', stance: 'against', note: 'page 4' };

describe('the case of a claim', () => {
  it('collects evidence, which accepts the claim, and gives it up piece by piece', () => {
    const { store, id, claim } = sampleStore();
    store.apply(addEvidence(store, id, PAGE, STAMP));
    store.apply(addEvidence(store, id, REPORT, STAMP));
    expect(claim()).toMatchObject({ evidence: [PAGE, REPORT], state: 'accepted', by: STAMP.by });
    store.apply(removeEvidence(store, id, 0, STAMP));
    expect(claim()?.evidence).toEqual([REPORT]);
    store.apply(removeEvidence(store, id, 0, STAMP));
    expect(claim()).not.toHaveProperty('evidence');
    expect(removeEvidence(store, id, 0, STAMP).changes).toEqual([]);
    for (let i = 0; i < 4; i++) store.undo();
    expect(claim()).toMatchObject({ state: 'suggested' });
  });

  it('calls files by their new names, also in what undo and redo bring back', () => {
    const { store, id, claim } = sampleStore();
    const rename = (ref: string) => ref.replace(/^report/, 'papers/report');
    store.apply(setCard(store.source, { translationOf: 'report.txt', original: 'page.html' }, 'Link'));
    store.apply(addEvidence(store, id, PAGE, STAMP));
    store.apply(addEvidence(store, id, REPORT, STAMP));
    store.apply(removeEvidence(store, id, 1, STAMP));
    store.undo();
    const events: string[] = [];
    store.onDidChange(({ origin }) => events.push(origin));
    store.renameFiles(rename);
    const moved = { ...REPORT, ref: 'papers/report.pdf' };
    expect([claim()?.evidence, store.source.translationOf]).toEqual([[PAGE, moved], 'papers/report.txt']);
    expect([store.undoLabel?.slice(0, 12), events]).toEqual(['Add evidence', ['user']]);
    store.redo();
    expect(claim()?.evidence).toEqual([PAGE]);
    store.undo();
    expect(claim()?.evidence).toEqual([PAGE, moved]);
    for (let i = 0; i < 3; i++) store.undo();
    expect([claim()?.evidence, store.source.translationOf]).toEqual([undefined, undefined]);
    for (let i = 0; i < 3; i++) store.redo();
    expect([claim()?.evidence, store.source.translationOf]).toEqual([[PAGE, moved], 'papers/report.txt']);
    events.length = 0;
    store.renameFiles(rename);
    expect(events).toEqual([]);
  });

  it('keeps what another tool wrote into a piece of evidence with that piece', () => {
    const { store, id, claim } = sampleStore();
    const extra = { below: new Map([['evidence', { below: new Map([['1', { own: { rating: 5 } }]]) }]]) };
    const before = claim();
    if (!before) throw new Error('no claim');
    store.apply({
      label: 'as loaded',
      changes: [
        { kind: 'claims', id, before, after: { ...before, state: 'accepted', evidence: [PAGE, REPORT], extra } },
      ],
    });
    store.apply(removeEvidence(store, id, 0, STAMP));
    expect(claim()?.extra?.below?.get('evidence')?.below?.get('0')).toEqual({ own: { rating: 5 } });
  });

  it('holds comments on a suggestion without deciding on it, also over the next analysis of another text', () => {
    const { store, id, claim } = sampleStore();
    store.apply(addComment(store, { kind: 'claims', id }, ' Who counted? ', STAMP));
    expect(claim()).toMatchObject({ state: 'suggested', comments: [{ text: 'Who counted?', ...STAMP }] });
    expect(claim()).not.toHaveProperty('by');
    store.reconcile({ ...extractSample(ARTICLE), claims: [] }, ARTICLE);
    expect(claim()?.comments).toHaveLength(1);
    store.apply(removeComment(store, { kind: 'claims', id }, 0));
    store.reconcile({ ...extractSample(ARTICLE), claims: [] }, ARTICLE);
    expect(claim()).toBeUndefined();
    expect(addComment(store, { kind: 'claims', id }, '  ', STAMP).changes).toEqual([]);
  });

  it('has tags, each once', () => {
    const { store, id, claim } = sampleStore();
    store.apply(setTags(store, { kind: 'claims', id }, ['casualties', ' urgent ', 'urgent', ''], STAMP));
    expect(claim()).toMatchObject({ tags: ['casualties', 'urgent'], state: 'accepted' });
    expect(setTags(store, { kind: 'claims', id }, ['casualties', 'urgent'], STAMP).changes).toEqual([]);
    store.apply(setTags(store, { kind: 'claims', id }, [], STAMP));
    expect(claim()).not.toHaveProperty('tags');
  });
});
