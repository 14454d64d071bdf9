import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { describe as describeSpans } from '../../../src/core/anchor/describe.ts';
import { TextBlocks } from '../../../src/core/anchor/textBlocks.ts';
import { decodeSidecar } from '../../../src/core/sidecar/decodeSidecar.ts';
import { serialiseSidecar } from '../../../src/core/sidecar/encodeSidecar.ts';
import { parseSidecar } from '../../../src/core/sidecar/parseSidecar.ts';
import { checkedFile } from '../../../src/core/sidecar/rawFile.ts';
import { sidecarJsonSchema } from '../../../src/core/sidecar/schema.ts';
import { AnnotationStore } from '../../../src/core/store/annotationStore.ts';
import { addComment, addEvidence, setTags } from '../../../src/core/store/edits/caseEdits.ts';
import { addClaim, setVerdict } from '../../../src/core/store/edits/claimEdits.ts';
import { accept, reject } from '../../../src/core/store/edits/decide.ts';
import { renameEntity } from '../../../src/core/store/edits/entityEdits.ts';
import { addNote } from '../../../src/core/store/edits/noteEdits.ts';
import { countingIds, STAMP } from '../store/editMakers.ts';
import { ARTICLE, extractSample, occurrences } from '../store/sampleArticle.ts';

const FOLDER = path.join(import.meta.dirname, '../../fixtures/sidecars');

/** Compares with a file; GOLDENS=write rewrites it. */
function expectGolden(name: string, actual: string) {
  const file = path.join(FOLDER, name);
  if (process.env.GOLDENS === 'write') fs.writeFileSync(file, actual);
  expect(actual).toBe(fs.readFileSync(file, 'utf8'));
}

function suggestions() {
  const store = new AnnotationStore({ text: ARTICLE });
  store.reconcile(extractSample(ARTICLE), ARTICLE);
  return store;
}

function saved(store: AnnotationStore) {
  const source = { path: 'flood.txt', language: 'en' };
  return serialiseSidecar({ source, extractor: '0.1.0', annotations: store.annotations }, store.blocks);
}

/** Accepts, rejects, renames, judges, adds and loses something. */
function decisions() {
  const store = suggestions();
  const newId = countingIds();
  const entity = (name: string) => [...store.annotations.entities.values()].find((e) => e.name === name)?.id ?? '';
  const [claim] = store.annotations.claims.keys();
  store.apply(accept(store, [{ kind: 'entities', id: entity('Ada Lovelace') }], STAMP));
  store.apply(reject(store, [{ kind: 'entities', id: entity('Red Aid') }], STAMP));
  store.apply(renameEntity(store, entity('Northport'), 'Northport (town)', STAMP));
  store.apply(setVerdict(store, claim ?? '', 'disputed', STAMP));
  store.apply(addClaim(store, occurrences(ARTICLE, 'Northport was flooded in 1997'), { topic: 'flood' }, STAMP, newId));
  store.apply(addNote(store, { text: 'Ask the mayor.' }, STAMP, newId));
  const gone = occurrences(store.text, 'Northport was flooded in 1997')[0] as { start: number; end: number };
  store.textChanged([{ ...gone, text: '' }], store.text.slice(0, gone.start) + store.text.slice(gone.end));
  const at = store.text.indexOf('60');
  store.textChanged([{ start: at, end: at + 2, text: '70' }], store.text.replace('60', '70'));
  return store;
}

/** Comments, evidence, types and verdicts of a codebook, and what a merge could not settle. */
function disputed() {
  const store = suggestions();
  const [ref] = [...store.annotations.entities.keys()].map((id) => ({ kind: 'entities', id }) as const);
  const [claim = ''] = store.annotations.claims.keys();
  const entity = ref && store.annotations.entities.get(ref.id);
  if (!ref || !entity) throw new Error('the sample has an entity');
  const evidence = {
    ...({ kind: 'passage', ref: '../other.txt', stance: 'against', note: 'Says 40.' } as const),
    selector: describeSpans(store.blocks, occurrences(ARTICLE, '12 trucks')),
  };
  const page = {
    kind: 'url',
    ref: 'https://example.org/a',
    stance: 'for',
    archive: 'https://archive.example/a',
  } as const;
  const conflict = [
    { field: 'type', ours: { value: 'person', by: 'ed' }, theirs: { value: 'own-type', ...STAMP } },
    { field: 'note', ours: {}, theirs: { value: 'Check the name.' } },
  ];
  store.apply(addComment(store, ref, 'Is this the mayor?', STAMP));
  store.apply(setTags(store, ref, ['mayor', 'flood'], STAMP));
  store.apply(addEvidence(store, claim, evidence, STAMP));
  store.apply(addEvidence(store, claim, { ...page, retrieved: '2026-01-02' }, STAMP));
  store.apply(setVerdict(store, claim, 'half-true', STAMP));
  const before = store.annotations.entities.get(ref.id) ?? null;
  const after = { ...entity, ...before, type: 'own-type', conflict };
  store.apply({ label: 'Merge', changes: [{ kind: 'entities', id: ref.id, before, after }] });
  return store;
}

const HEAD_CONFLICT = [{ field: 'source.title', ours: { value: 'Flood' }, theirs: { value: 'Calm after flood' } }];

describe('sidecar files', () => {
  const goldens = [
    ['suggestions.dossier.json', suggestions],
    ['decisions.dossier.json', decisions],
  ] as const;
  it.each(goldens)('%s', (name, make) => {
    expectGolden(name, saved(make()));
  });

  it('disputed.dossier.json, and a second save of it', () => {
    const store = disputed();
    const head = { source: { path: 'flood.txt', conflict: HEAD_CONFLICT }, extractor: '0.1.0' };
    const json = serialiseSidecar({ ...head, annotations: store.annotations }, store.blocks);
    expectGolden('disputed.dossier.json', json);
    const { dossier } = decodeSidecar(checkedFile(json), store.blocks);
    expect(dossier).toEqual({ ...head, annotations: store.annotations });
    expect(serialiseSidecar(dossier, store.blocks)).toBe(json);
  });

  it('decisions survive saving and loading, and the second save is the same', () => {
    const store = decisions();
    const text = saved(store);
    const parsed = parseSidecar(text);
    if (!parsed.ok) throw new Error(parsed.error.message);
    const { dossier, sameText } = decodeSidecar(parsed.value, new TextBlocks(store.text));
    expect(sameText).toBe(true);
    expect(serialiseSidecar(dossier, store.blocks)).toBe(text);
    const claim = dossier.annotations.claims.get('c_new1');
    expect(claim).toMatchObject({
      state: 'added',
      place: { anchor: 'orphan', exact: 'Northport was flooded in 1997' },
    });
    const changed = [...dossier.annotations.claims.values()].find(({ verdict }) => verdict === 'disputed');
    expect(changed).toMatchObject({ recheck: true, place: { anchor: 'changed' } });
  });

  it('an orphan heals when the article gets its words back', () => {
    const parsed = parseSidecar(saved(decisions()));
    if (!parsed.ok) throw new Error(parsed.error.message);
    const { dossier } = decodeSidecar(parsed.value, new TextBlocks(ARTICLE));
    for (const { place } of dossier.annotations.claims.values()) expect(place.anchor).toBe('anchored');
  });

  it('the JSON Schema in the repository is current', () => {
    const file = path.join(import.meta.dirname, '../../../schemas/dossier-1.schema.json');
    expect(fs.readFileSync(file, 'utf8')).toBe(sidecarJsonSchema());
  });
});
