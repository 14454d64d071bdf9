import { describe, expect, it } from 'vitest';
import { TextBlocks } from '../../../src/core/anchor/textBlocks.ts';
import { placeOf } from '../../../src/core/model/recordSpans.ts';
import type { RecordRef } from '../../../src/core/model/records.ts';
import { decodeSidecar } from '../../../src/core/sidecar/decodeSidecar.ts';
import { serialiseSidecar } from '../../../src/core/sidecar/encodeSidecar.ts';
import { parseSidecar } from '../../../src/core/sidecar/parseSidecar.ts';
import { AnnotationStore } from '../../../src/core/store/annotationStore.ts';
import { setVerdict } from '../../../src/core/store/edits/claimEdits.ts';
import { accept } from '../../../src/core/store/edits/decide.ts';
import { recordOf } from '../../../src/core/store/edits/editContext.ts';
import { attach, keepLost } from '../../../src/core/store/edits/placeEdits.ts';
import { lostPlaces } from '../../../src/core/store/lostPlaces.ts';
import { STAMP } from './editMakers.ts';
import { ARTICLE, extractSample } from './sampleArticle.ts';

/** A store with an accepted mention of Red Aid and a refuted claim about it. */
function decided() {
  const store = new AnnotationStore({ text: ARTICLE });
  store.reconcile(extractSample(ARTICLE), ARTICLE);
  const id = (kind: 'mentions' | 'claims', words: string) => {
    const found = [...store.annotations[kind].values()].find(({ place }) => place.exact.includes(words));
    if (!found) throw new Error(`no ${kind} with ${words}`);
    return { kind, id: found.id };
  };
  const mention = id('mentions', 'Red Aid');
  const claim = id('claims', 'Red Aid');
  store.apply(accept(store, [mention], STAMP));
  store.apply(setVerdict(store, claim.id, 'refuted', STAMP));
  return { store, mention, claim };
}

function edit(store: AnnotationStore, text: string): void {
  store.textChanged([{ start: 0, end: store.text.length, text }], text);
  store.reconcile(extractSample(text), text);
}

const placeIn = (store: AnnotationStore, ref: RecordRef) => {
  const record = recordOf(store, ref);
  return record && placeOf(record);
};

const LOST = ARTICLE.replace('The Red Aid group reported that', 'A group said');

describe('annotations that lost their words', () => {
  it('are put where a person says, and one undo takes it back', () => {
    const { store, mention } = decided();
    edit(store, LOST);
    expect(placeIn(store, mention)?.anchor).toBe('orphan');
    const start = LOST.indexOf('A group');
    store.apply(attach(store, mention, [{ start, end: start + 7 }], STAMP));
    expect(placeIn(store, mention)).toMatchObject({ anchor: 'anchored', exact: 'A group' });
    expect(recordOf(store, mention)?.state).toBe('edited');
    store.undo();
    expect(placeIn(store, mention)?.anchor).toBe('orphan');
  });

  it('are put on words in pieces, and stand there after saving', () => {
    const { store, mention } = decided();
    edit(store, LOST);
    const pieces = ['A group', 'food'].map((words) => {
      const start = LOST.indexOf(words);
      return { start, end: start + words.length };
    });
    store.apply(attach(store, mention, pieces, STAMP));
    expect(placeIn(store, mention)).toMatchObject({ anchor: 'anchored', spans: pieces, exact: 'A group … food' });
    const parsed = parseSidecar(serialiseSidecar({ source: {}, annotations: store.annotations }, store.blocks));
    if (!parsed.ok) throw new Error(parsed.error.message);
    const { annotations } = decodeSidecar(parsed.value, store.blocks).dossier;
    expect(annotations.mentions.get(mention.id)?.place.spans).toEqual(pieces);
  });

  it('have candidates, none of which is where another mark stands', () => {
    const { store, mention } = decided();
    const text = LOST.replace('food. The', 'food, Red Aid. The');
    store.textChanged([{ start: 0, end: ARTICLE.length, text }], text);
    const start = text.indexOf('Red Aid');
    expect(lostPlaces(store.annotations, [mention], store.blocks).get(mention)).toEqual([{ start, end: start + 7 }]);
  });

  it('are kept without a place when a person says so, until their very words are back', () => {
    const { store, mention } = decided();
    edit(store, LOST);
    store.apply(keepLost(store, [mention], STAMP));
    expect(placeIn(store, mention)).toMatchObject({ anchor: 'orphan', kept: true });
    const saved = serialiseSidecar({ source: {}, annotations: store.annotations }, store.blocks);
    const parsed = parseSidecar(saved);
    if (!parsed.ok) throw new Error(parsed.error.message);
    const { annotations } = decodeSidecar(parsed.value, store.blocks).dossier;
    expect(annotations.mentions.get(mention.id)?.place).toEqual(placeIn(store, mention));
    const back = decodeSidecar(parsed.value, new TextBlocks(ARTICLE)).dossier;
    expect(back.annotations.mentions.get(mention.id)?.place).toMatchObject({ anchor: 'anchored', exact: 'Red Aid' });
    edit(store, ARTICLE);
    expect(placeIn(store, mention)).toEqual(expect.objectContaining({ anchor: 'anchored', exact: 'Red Aid' }));
    expect(placeIn(store, mention)).not.toHaveProperty('kept');
  });
});

describe('a judged claim whose words changed', () => {
  it('asks to be checked again until a person accepts it as it now stands', () => {
    const { store, claim } = decided();
    edit(store, ARTICLE.replace('reported that Northport', 'reported that the town'));
    expect(store.annotations.claims.get(claim.id)).toMatchObject({ recheck: true, place: { anchor: 'changed' } });
    store.apply(accept(store, [{ kind: 'claims', id: claim.id }], STAMP));
    const accepted = store.annotations.claims.get(claim.id);
    expect(accepted).toMatchObject({ verdict: 'refuted', place: { anchor: 'anchored' } });
    expect(accepted).not.toHaveProperty('recheck');
  });
});

describe('a sidecar for another text', () => {
  const saved = () => {
    const { store, mention, claim } = decided();
    const parsed = parseSidecar(serialiseSidecar({ source: {}, annotations: store.annotations }, store.blocks));
    if (!parsed.ok) throw new Error(parsed.error.message);
    return { file: parsed.value, mention, claim };
  };

  it('follows its words with the old text at hand, and asks to check a verdict on changed words again', () => {
    const { file, mention, claim } = saved();
    const now = ARTICLE.replace('The Red Aid group reported that Northport', 'A Red Aid group reported that the town');
    const blocks = new TextBlocks(now);
    const { mentions, claims } = decodeSidecar(file, blocks, { oldText: ARTICLE }).dossier.annotations;
    expect(mentions.get(mention.id)?.place).toMatchObject({ anchor: 'anchored', exact: 'Red Aid' });
    expect(claims.get(claim.id)).toMatchObject({ verdict: 'refuted', recheck: true, place: { anchor: 'changed' } });
  });
});
