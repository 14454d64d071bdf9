import { describe, expect, it } from 'vitest';
import { TextBlocks } from '../../../src/core/anchor/textBlocks.ts';
import { digestArticle } from '../../../src/core/corpus/digestArticle.ts';
import { digestText, readDigest } from '../../../src/core/corpus/digestText.ts';
import { knownIn } from '../../../src/core/corpus/knownIn.ts';
import { segmentArticle } from '../../../src/core/extract/segment/segmentArticle.ts';
import { serialiseSidecar } from '../../../src/core/sidecar/encodeSidecar.ts';
import { AnnotationStore } from '../../../src/core/store/annotationStore.ts';
import type { Edit } from '../../../src/core/store/edit.ts';
import { accept, reject } from '../../../src/core/store/edits/decide.ts';
import { renameEntity } from '../../../src/core/store/edits/entityEdits.ts';
import { mergeEntities } from '../../../src/core/store/edits/mergeEntities.ts';
import { emptyTable } from '../../../src/core/store/recordTable.ts';
import { STAMP } from '../store/editMakers.ts';
import { ARTICLE, extractSample } from '../store/sampleArticle.ts';

const reader = {
  read: ({ text }: { readonly text: string }) => ({
    extraction: extractSample(text),
    sentences: segmentArticle(text).sentences,
  }),
};
const digestOf = (sidecar: string | null, text = ARTICLE) => digestArticle({ text, sidecar, known: [] }, reader);
const names = (sidecar: string | null) => digestOf(sidecar).entities.map(({ name }) => name);

/** The sidecar of the sample article after a decision. */
function decided(decide: (store: AnnotationStore, id: (name: string) => string) => Edit, source = {}): string {
  const store = new AnnotationStore({ text: ARTICLE });
  store.reconcile(extractSample(ARTICLE), ARTICLE);
  const id = (name: string) => [...store.annotations.entities.values()].find((one) => one.name === name)?.id ?? '';
  store.apply(decide(store, id));
  return serialiseSidecar({ source, annotations: store.annotations }, new TextBlocks(ARTICLE));
}

describe('the digest of an article', () => {
  it('lists who it is about, the first full mention first', () => {
    const digest = digestOf(null);
    expect(digest.entities.map(({ name }) => name)).toEqual(['Ada Lovelace', 'Northport', 'Red Aid']);
    for (const { name, at } of digest.entities) {
      expect(ARTICLE.slice(at[0] as number, (at[0] as number) + (at[1] as number))).toBe(name);
    }
    expect(digest.decided).toBe(0);
    expect(digest.entities.every(({ state }) => state === undefined)).toBe(true);
  });

  it('has nothing of what a person rejected', () => {
    expect(names(decided((store, id) => reject(store, [{ kind: 'entities', id: id('Red Aid') }], STAMP)))).toEqual([
      'Ada Lovelace',
      'Northport',
    ]);
  });

  it('has the name that a person gave, and says that it was decided', () => {
    const digest = digestOf(decided((store, id) => renameEntity(store, id('Red Aid'), 'Aid of Red', STAMP)));
    const entity = digest.entities.find(({ name }) => name === 'Aid of Red');
    expect(entity).toMatchObject({ state: 'edited', aliases: ['Red Aid'] });
    expect(digest.decided).toBeGreaterThan(0);
  });

  it('has those that a person made one as one, with the mentions of both', () => {
    const before = digestOf(null).entities;
    const merged = digestOf(decided((store, id) => mergeEntities(store, [id('Red Aid')], id('Northport'), STAMP)));
    const count = (name: string, list = merged.entities) => (list.find((one) => one.name === name)?.at.length ?? 0) / 2;
    expect(merged.entities.map(({ name }) => name)).toEqual(['Ada Lovelace', 'Northport']);
    expect(count('Northport')).toBe(count('Northport', before) + count('Red Aid', before));
  });

  it('has the title, the publisher and the day that a person gave', () => {
    const source = { title: 'The flood', publisher: 'Northport News', published: '1997-05-03' };
    const sidecar = decided((store, id) => accept(store, [{ kind: 'entities', id: id('Northport') }], STAMP), source);
    expect(digestOf(sidecar)).toMatchObject({
      title: 'The flood',
      publisher: 'Northport News',
      published: { value: '1997-05-03', basis: 'given' },
    });
  });

  it('is that of the text alone where the sidecar cannot be read or decides nothing', () => {
    const nothing = serialiseSidecar({ source: {}, annotations: emptyTable() }, new TextBlocks(ARTICLE));
    expect(digestOf('<<<<<<< ours')).toEqual(digestOf(null));
    expect(digestOf(nothing)).toEqual(digestOf(null));
  });

  it('is kept in signs of one byte, and reads back as it was', () => {
    const digest = digestOf(null, `${ARTICLE}\n“Über 我 😀”, Ada Lovelace said.`);
    const made = digestText(digest);
    expect(readDigest(made)).toEqual(digest);
    expect(`${made.summary}${made.digest}`).not.toMatch(/[\u0100-\uffff]/);
  });
});

describe('what is known elsewhere', () => {
  const entity = (name: string, ...aliases: string[]) => ({
    id: `e_${name}`,
    type: 'person',
    name,
    aliases: aliases.map((alias) => ({ name: alias, kind: 'name' as const })),
    also: [],
  });
  it('matters only where its words stand', () => {
    const known = [entity('Ada Lovelace'), entity('Charles Babbage'), entity('Countess', 'ADA LOVELACE'), entity('RA')];
    expect(knownIn(ARTICLE, known).map(({ name }) => name)).toEqual(['Ada Lovelace', 'Countess']);
  });
});
