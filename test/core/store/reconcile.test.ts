import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges, tidyChanges } from '../../../src/core/anchor/textChange.ts';
import { AnnotationStore } from '../../../src/core/store/annotationStore.ts';
import { accept, reject } from '../../../src/core/store/edits/decide.ts';
import { addEntity, addMention, renameEntity, setEntityType } from '../../../src/core/store/edits/entityEdits.ts';
import { mergeEntities } from '../../../src/core/store/edits/mergeEntities.ts';
import { moveMentions } from '../../../src/core/store/edits/moveMentions.ts';
import { splitMentions } from '../../../src/core/store/edits/splitMentions.ts';
import { finish } from '../../../src/core/util/finish.ts';
import { changesArbitrary } from '../anchor/arbitraries.ts';
import { countingIds, STAMP, someEdit } from './editMakers.ts';
import { ARTICLE, extractSample, occurrences, sampleStore } from './sampleArticle.ts';

function idOf(store: AnnotationStore, name: string): string {
  for (const entity of store.annotations.entities.values()) if (entity.name === name) return entity.id;
  throw new Error(`no entity ${name}`);
}

function mentionsOf(store: AnnotationStore, entity: string) {
  return [...store.annotations.mentions.values()].filter((mention) => mention.entity === entity);
}

/** The article becomes `text` and is analysed again. */
function rewrite(store: AnnotationStore, text: string) {
  store.textChanged([{ start: 0, end: store.text.length, text }], text);
  store.reconcile(extractSample(text), text);
}

const LAST_FIRST = ARTICLE.trimEnd().split('\n').reverse().join('\n');

describe('reconcile', () => {
  it('changes nothing and fires nothing the second time, after any decisions and edits of the text', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), fc.integer({ min: 0, max: 10 }), (numbers, count) => {
        const store = sampleStore();
        const next = (bound: number) => (numbers.next().value as number) % bound;
        const newId = countingIds();
        for (let i = 0; i < count; i++) {
          if (next(3) > 0) store.apply(someEdit(store, next, newId));
          else {
            const changes = changesArbitrary(store.text, next);
            store.textChanged(changes, applyChanges(store.text, tidyChanges(changes, store.text)));
          }
        }
        const extraction = extractSample(store.text);
        const decisions = decided(store);
        store.reconcile(extraction, store.text);
        expect([...decided(store).keys()]).toEqual([...decisions.keys()]);
        let fired = 0;
        store.onDidChange(() => fired++);
        store.reconcile(extraction, store.text);
        expect(fired).toBe(0);
      }),
      { numRuns: 200 },
    );
  });

  it('ignores an answer for another text', () => {
    expect(sampleStore().reconcile(extractSample('other'), 'other')).toBe(false);
  });

  it('ends where it ends in one piece, whatever is decided between its steps', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat({ max: 60 }), fc.nat()), { maxLength: 6 }), (pauses) => {
        const store = sampleStore();
        const extraction = extractSample(ARTICLE);
        const steps = store.reconcileInSteps(extraction, ARTICLE);
        for (const [pause, which] of pauses) {
          for (let i = 0; i < pause; i++) steps.next();
          const open = [...store.annotations.mentions.values()].filter(({ state }) => state === 'suggested');
          const mention = open[which % open.length];
          if (mention) store.apply(reject(store, [{ kind: 'mentions', id: mention.id }], STAMP));
        }
        const decisions = decided(store);
        expect(finish(steps)).not.toBe(false);
        expect(decided(store)).toEqual(decisions);
        let fired = 0;
        store.onDidChange(() => fired++);
        store.reconcile(extraction, ARTICLE);
        expect(fired).toBe(0);
      }),
      { numRuns: 100 },
    );
  });

  it('leaves all as it is when the text is edited between its steps', () => {
    const store = new AnnotationStore({ text: ARTICLE });
    const steps = store.reconcileInSteps(extractSample(ARTICLE), ARTICLE);
    steps.next();
    store.textChanged([{ start: 0, end: 0, text: 'x' }], `x${ARTICLE}`);
    expect(finish(steps)).toBe(false);
    expect(store.annotations.mentions.size).toBe(0);
  });

  it('takes stale suggestions away', () => {
    const store = sampleStore();
    rewrite(store, 'Nothing here.');
    expect(store.annotations.entities.size + store.annotations.mentions.size + store.annotations.claims.size).toBe(0);
  });

  const rewrites: readonly [name: string, text: string][] = [
    ['again', ARTICLE],
    ['with its paragraphs moved', LAST_FIRST],
    ['with words added in the paragraph', ARTICLE.replace('said on Monday', 'said late on Monday')],
  ];
  describe.each(rewrites)('extracted %s', (_, text) => {
    it('keeps a rejection', () => {
      const store = sampleStore();
      const id = idOf(store, 'Northport');
      store.apply(reject(store, [{ kind: 'entities', id }], STAMP));
      rewrite(store, text);
      expect(store.annotations.entities.get(id)?.state).toBe('rejected');
      expect(mentionsOf(store, id).every((mention) => mention.state === 'rejected')).toBe(true);
      expect([...store.annotations.entities.values()].filter(({ name }) => name === 'Northport')).toHaveLength(1);
    });

    it('keeps a rejected claim', () => {
      const store = sampleStore();
      const [claim] = store.annotations.claims.values();
      store.apply(reject(store, [{ kind: 'claims', id: claim?.id ?? '' }], STAMP));
      const size = store.annotations.claims.size;
      rewrite(store, text);
      expect(store.annotations.claims.get(claim?.id ?? '')?.state).toBe('rejected');
      expect(store.annotations.claims.size).toBeLessThanOrEqual(size + 1);
    });

    it('keeps names, types and merges, and new mentions go to the target', () => {
      const store = sampleStore();
      const person = idOf(store, 'Ada Lovelace');
      const place = idOf(store, 'Northport');
      const group = idOf(store, 'Red Aid');
      store.apply(renameEntity(store, place, 'North Harbour', STAMP));
      store.apply(setEntityType(store, place, 'organization', STAMP));
      store.apply(mergeEntities(store, [group], person, STAMP));
      rewrite(store, `${text}\nRed Aid helps Northport.`);
      expect(mentionsOf(store, group)).toEqual([]);
      expect(mentionsOf(store, person).map((m) => m.place.exact)).toContain('Red Aid');
      expect(mentionsOf(store, person).filter((m) => m.place.exact === 'Red Aid')).toHaveLength(2);
      expect(store.annotations.entities.get(group)).toMatchObject({ mergedInto: person });
      expect(store.annotations.entities.get(place)).toMatchObject({ name: 'North Harbour', type: 'organization' });
      expect(mentionsOf(store, place)).toHaveLength(occurrences(store.text, 'Northport').length);
    });

    it('keeps what was split off', () => {
      const store = sampleStore();
      const place = idOf(store, 'Northport');
      const [first] = mentionsOf(store, place);
      store.apply(splitMentions(store, { mentions: [first?.id ?? ''] }, STAMP, countingIds()));
      rewrite(store, text);
      const split = store.annotations.mentions.get(first?.id ?? '');
      expect(split?.entity).toBe('e_new1');
      expect(split?.place.anchor).toBe('anchored');
      expect(mentionsOf(store, place)).toHaveLength(occurrences(ARTICLE, 'Northport').length - 1);
      expect(store.annotations.entities.get(place)?.notSameAs).toEqual(['e_new1']);
    });
  });

  const NEW = ' Then Lovelace met Ada Lovelace in Northport.';
  const splitAll = (store: AnnotationStore, words: string, name?: string) => {
    const mentions = [...store.annotations.mentions.values()].filter(({ place }) => place.exact === words);
    const input = { mentions: mentions.map(({ id }) => id), ...(name === undefined ? {} : { name }) };
    store.apply(splitMentions(store, input, STAMP, countingIds()));
  };
  const words = (store: AnnotationStore, entity: string) =>
    new Set(
      mentionsOf(store, entity)
        .filter(({ state }) => state !== 'rejected')
        .map(({ place }) => place.exact),
    );

  it.each([undefined, 'Anne Lovelace'])('gives new mentions of a name that was split off to %s', (name) => {
    const store = sampleStore();
    const person = idOf(store, 'Ada Lovelace');
    splitAll(store, 'Lovelace', name);
    rewrite(store, ARTICLE + NEW);
    expect(mentionsOf(store, 'e_new1')).toHaveLength(2);
    expect(words(store, person)).toEqual(new Set(['Ada Lovelace']));
    store.undo();
    rewrite(store, ARTICLE);
    expect(words(store, person)).toEqual(new Set(['Ada Lovelace', 'Lovelace']));
  });

  it.each([
    ['split off', (store: AnnotationStore) => splitAll(store, 'Lovelace'), 'e_new1'],
    [
      'moved',
      (store: AnnotationStore) => {
        const [second] = [...store.annotations.mentions.values()].filter(({ place }) => place.exact === 'Lovelace');
        store.apply(moveMentions(store, [second?.id ?? ''], idOf(store, 'Red Aid'), STAMP));
      },
      null,
    ],
  ] as const)(
    'lets the one to whom a mention was %s say what is said there, at once and when analyzed again',
    (_, act, to) => {
      const store = sampleStore();
      const whose = to ?? idOf(store, 'Red Aid');
      const sources = () =>
        [...store.annotations.claims.values()]
          .filter(({ place }) => place.exact.includes('rebuild') || place.exact.includes('60'))
          .map(({ attribution, entities }) => [attribution.source, attribution.chain, entities.includes(whose)]);
      act(store);
      const person = idOf(store, 'Ada Lovelace');
      expect(sources().map(([source]) => source)).toEqual([person, whose]);
      store.reconcile(extractSample(ARTICLE), ARTICLE);
      expect(sources()).toEqual([
        [person, [person], false],
        [whose, [whose], true],
      ]);
      const [claim] = store.annotations.claims.values();
      store.undo();
      expect(store.annotations.claims.get(claim?.id ?? '')?.attribution.source).toBe(person);
    },
  );

  it.each([undefined, 'A ship'])('gives new mentions to %s where all mentions of an entity were split off', (name) => {
    const store = sampleStore();
    const place = idOf(store, 'Northport');
    splitAll(store, 'Northport', name);
    expect(store.annotations.entities.get(place)?.state).toBe('rejected');
    rewrite(store, ARTICLE + NEW);
    expect(mentionsOf(store, 'e_new1')).toHaveLength(occurrences(ARTICLE + NEW, 'Northport').length);
    expect(mentionsOf(store, place)).toEqual([]);
  });

  it('calls an entity whose own name was split off by the name that it keeps', () => {
    const store = sampleStore();
    const person = idOf(store, 'Ada Lovelace');
    splitAll(store, 'Ada Lovelace');
    expect(store.annotations.entities.get(person)?.name).toBe('Lovelace');
    rewrite(store, ARTICLE + NEW);
    expect(words(store, 'e_new1')).toEqual(new Set(['Ada Lovelace']));
    expect(words(store, person)).toEqual(new Set(['Lovelace']));
  });

  it('leaves a name with the entity that keeps some mentions of it, rejected ones not counted', () => {
    const store = sampleStore();
    const place = idOf(store, 'Northport');
    const [first, second, ...more] = mentionsOf(store, place);
    if (!first || !second || more.length === 0) throw new Error('too few mentions');
    store.apply(splitMentions(store, { mentions: [first.id] }, STAMP, countingIds()));
    rewrite(store, ARTICLE + NEW);
    expect(mentionsOf(store, place)).toHaveLength(occurrences(ARTICLE + NEW, 'Northport').length - 1);
    expect(mentionsOf(store, 'e_new1')).toHaveLength(1);
    store.undo();
    rewrite(store, ARTICLE);
    const refs = more.map(({ id }) => ({ kind: 'mentions', id }) as const);
    store.apply(reject(store, refs, STAMP));
    store.apply(splitMentions(store, { mentions: [first.id, second.id] }, STAMP, countingIds()));
    rewrite(store, ARTICLE + NEW);
    expect(mentionsOf(store, 'e_new1')).toHaveLength(3);
    expect(words(store, place)).toEqual(new Set());
  });

  describe('where all mentions of a name were moved to another entity', () => {
    const moveAll = (store: AnnotationStore, name: string, to: string, leave = 0) => {
      const mentions = [...store.annotations.mentions.values()].filter(({ place }) => place.exact === name);
      const ids = mentions.slice(leave).map(({ id }) => id);
      store.apply(moveMentions(store, ids, to, STAMP));
    };

    it.each([
      ['Lovelace', 'Ada Lovelace'],
      ['Ada Lovelace', 'Lovelace'],
    ])('gives it new mentions by %s, and the first one those by %s alone', (name, other) => {
      const store = sampleStore();
      const [person, group] = [idOf(store, 'Ada Lovelace'), idOf(store, 'Red Aid')];
      moveAll(store, name, group);
      expect(store.annotations.entities.get(group)?.aliases.map((alias) => alias.name)).toEqual([name]);
      rewrite(store, ARTICLE + NEW);
      expect(words(store, group)).toEqual(new Set(['Red Aid', name]));
      expect(words(store, person)).toEqual(new Set([other]));
      expect(store.annotations.entities.get(person)).toMatchObject({ name: other, aliases: [] });
      store.undo();
      rewrite(store, ARTICLE);
      expect(words(store, person)).toEqual(new Set(['Ada Lovelace', 'Lovelace']));
    });

    it.each(['Northport', 'Red Aid'])('gives it new mentions where %s had no other name', (name) => {
      const store = sampleStore();
      const [person, old] = [idOf(store, 'Ada Lovelace'), idOf(store, name)];
      moveAll(store, name, person);
      rewrite(store, `${ARTICLE + NEW} Red Aid left.`);
      expect(words(store, person)).toEqual(new Set(['Ada Lovelace', 'Lovelace', name]));
      expect(mentionsOf(store, old)).toEqual([]);
    });

    it('leaves the name where some mentions stay, and with an entity that people said goes by it', () => {
      for (const decide of [
        (store: AnnotationStore) => moveAll(store, 'Northport', idOf(store, 'Red Aid'), 1),
        (store: AnnotationStore) => {
          store.apply(accept(store, [{ kind: 'entities', id: idOf(store, 'Northport') }], STAMP));
          moveAll(store, 'Northport', idOf(store, 'Red Aid'));
        },
        (store: AnnotationStore) => {
          store.apply(mergeEntities(store, [idOf(store, 'Northport')], idOf(store, 'Ada Lovelace'), STAMP));
          moveAll(store, 'Northport', idOf(store, 'Red Aid'));
        },
      ]) {
        const store = sampleStore();
        decide(store);
        expect(store.annotations.entities.get(idOf(store, 'Red Aid'))?.aliases).toEqual([]);
        const before = mentionsOf(store, idOf(store, 'Red Aid')).length;
        rewrite(store, ARTICLE + NEW);
        expect(mentionsOf(store, idOf(store, 'Red Aid'))).toHaveLength(before);
      }
    });
  });

  it('keeps apart what was told apart when the extraction joins it, also what was merged since', () => {
    const store = sampleStore();
    const [person, place, group] = ['Ada Lovelace', 'Northport', 'Red Aid'].map((name) => idOf(store, name));
    splitAll(store, 'Lovelace', 'Anne Lovelace');
    store.apply(mergeEntities(store, ['e_new1'], group ?? '', STAMP));
    rewrite(store, ARTICLE + NEW);
    expect(words(store, group ?? '')).toEqual(new Set(['Red Aid', 'Lovelace']));
    store.apply(mergeEntities(store, [group ?? ''], person ?? '', STAMP));
    rewrite(store, `${ARTICLE + NEW} Lovelace left.`);
    expect(words(store, person ?? '')).toEqual(new Set(['Ada Lovelace', 'Lovelace', 'Red Aid']));
    expect(words(store, place ?? '')).toEqual(new Set(['Northport']));
  });

  it('does not suggest what a person marked already', () => {
    const store = new AnnotationStore({ text: ARTICLE });
    const [span] = occurrences(ARTICLE, 'Northport') as [{ start: number; end: number }];
    store.apply(addEntity(store, { places: [[span]], type: 'location', name: 'Northport' }, STAMP, countingIds()));
    store.reconcile(extractSample(ARTICLE), ARTICLE);
    const there = [...store.annotations.mentions.values()].filter(({ place }) => place.spans[0]?.start === span.start);
    expect(there.map(({ state }) => state)).toEqual(['added']);
    expect([...store.annotations.entities.values()].filter(({ name }) => name === 'Northport')).toHaveLength(1);
    expect(mentionsOf(store, 'e_new1')).toHaveLength(occurrences(ARTICLE, 'Northport').length);
  });

  it('moves a mention to the entity that a person gives it', () => {
    const store = sampleStore();
    const [span] = occurrences(ARTICLE, 'Lovelace').slice(1) as [{ start: number; end: number }];
    const group = idOf(store, 'Red Aid');
    store.apply(addMention(store, { place: [span], entity: group }, STAMP, countingIds()));
    expect(mentionsOf(store, group).map(({ state }) => state)).toContain('edited');
  });

  it('accepts and lifts a rejection with the mentions', () => {
    const store = sampleStore();
    const ref = { kind: 'entities', id: idOf(store, 'Northport') } as const;
    store.apply(reject(store, [ref], STAMP));
    store.apply(accept(store, [ref], STAMP));
    expect(mentionsOf(store, ref.id).every(({ state }) => state === 'accepted')).toBe(true);
  });
});

function decided(store: AnnotationStore) {
  const records = new Map<string, unknown>();
  for (const [kind, table] of Object.entries(store.annotations)) {
    for (const record of table.values()) if (record.state !== 'suggested') records.set(`${kind} ${record.id}`, record);
  }
  return records;
}
