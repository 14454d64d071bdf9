import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actOf, takeBack } from '../../../src/core/corpus/acts/registryAct.ts';
import { applyKnown } from '../../../src/core/corpus/applyKnown.ts';
import {
  IDENTITIES,
  type Identity,
  identityId,
  idOf,
  type NamedEntity,
} from '../../../src/core/corpus/identities/identity.ts';
import { judgeIdentity } from '../../../src/core/corpus/identities/judgeIdentity.ts';
import { knownEntities } from '../../../src/core/corpus/knownEntities.ts';
import { mergeRegistries } from '../../../src/core/corpus/mergeRegistries.ts';
import { EMPTY_REGISTRY, type RegisteredEntity, type Registry } from '../../../src/core/corpus/registry.ts';
import { parseRegistry, serialiseRegistry } from '../../../src/core/corpus/registryFile.ts';
import type { Extraction } from '../../../src/core/extract/extraction.ts';
import { extractSample, occurrences } from '../store/sampleArticle.ts';

const AID = { type: 'organization', name: 'Red Aid' } as const;
const RELIEF = { type: 'organization', name: 'Harbour Relief' } as const;
const FUND = { type: 'organization', name: 'North Fund' } as const;
const stamp = (on: string) => ({ by: 'A. Reader', on });

function same(
  registry: Registry,
  kept: typeof AID | typeof RELIEF | typeof FUND,
  other: typeof kept,
  on = '2026-01-01',
) {
  return judgeIdentity(registry, { kept, other, is: 'same', stamp: stamp(on) });
}

describe('what people say of entities of different articles', () => {
  it('joins them: the other name leads to the one that is kept, in every article', () => {
    const [known, ...more] = knownEntities(same(EMPTY_REGISTRY, AID, RELIEF));
    expect(more).toEqual([]);
    expect(known).toMatchObject({ name: 'Red Aid', aliases: [{ name: 'Harbour Relief', kind: 'name' }] });
    const text = 'Red Aid sent boats. Harbour Relief sent none.';
    const { entities, mentions } = applyKnown(extractSample(text), text, known ? [known] : []);
    const words = mentions
      .filter(({ entity }) => entities[entity]?.name === 'Red Aid')
      .map(({ start, end }) => text.slice(start, end));
    expect(words).toEqual(['Red Aid', 'Harbour Relief']);
  });

  it('joins three in a row, and nothing in a ring', () => {
    const row = same(same(EMPTY_REGISTRY, AID, RELIEF), RELIEF, FUND);
    expect(knownEntities(row).map(({ name, aliases }) => [name, aliases.map((alias) => alias.name).sort()])).toEqual([
      ['Red Aid', ['Harbour Relief', 'North Fund']],
    ]);
    expect(knownEntities(same(row, FUND, AID))).toEqual([]);
  });

  it('counts as it was said last, in whichever order, and can be taken back', () => {
    const first = same(EMPTY_REGISTRY, AID, RELIEF);
    const turned = same(first, RELIEF, AID, '2026-02-01');
    expect(knownEntities(turned).map(({ name }) => name)).toEqual(['Harbour Relief']);
    const parted = judgeIdentity(first, { kept: AID, other: RELIEF, is: 'different', stamp: stamp('2026-03-01') });
    expect(knownEntities(parted).map(({ name, aliases }) => [name, aliases])).toEqual([
      ['Red Aid', []],
      ['Harbour Relief', []],
    ]);
    expect(parted.identities.get(identityId(RELIEF, AID))?.is).toBe('different');
    expect(takeBack(parted, actOf('Part', first, parted)).registry).toEqual(first);
  });

  describe('as another', () => {
    const RA = { type: 'organization', name: 'RA' } as const;
    const TEXT = 'Red Aid sent boats, said RA.';
    const provenance = { origin: 'rule:sample', score: 0.9 };
    /** An article in which the machine joins RA to Red Aid. */
    const joined = (type: string, name = 'Red Aid', short = 'RA', text = TEXT): Extraction => ({
      ...extractSample(''),
      entities: [{ ...provenance, type, name, aliases: [{ name: short, kind: 'acronym' }] }],
      mentions: [name, short].flatMap((words) =>
        occurrences(text, words).map((span) => ({ ...provenance, ...span, entity: 0, form: 'name' as const })),
      ),
    });
    const told = (kept: NamedEntity, other: NamedEntity, registry = EMPTY_REGISTRY) =>
      judgeIdentity(registry, { kept, other, is: 'different', stamp: stamp('2026-02-01') });
    const read = (extraction: Extraction, registry: Registry, text = TEXT) => {
      const { entities, mentions } = applyKnown(extraction, text, knownEntities(registry));
      return mentions.map(({ start, end, entity }) => `${text.slice(start, end)}: ${entities[entity]?.name}`);
    };

    it('parts them where an article joins them, and looks for neither', () => {
      const registry = told(AID, RA);
      expect(read(joined('organization'), registry)).toEqual(['Red Aid: Red Aid', 'RA: RA']);
      const { entities } = applyKnown(joined('organization'), TEXT, knownEntities(registry));
      expect(entities.map(({ aliases }) => aliases)).toEqual([[], []]);
      expect(read({ ...joined('organization'), entities: [], mentions: [] }, registry)).toEqual([]);
    });

    it('parts them also where an article accepted the other name', () => {
      const aliases = [{ name: 'RA', kind: 'acronym' }] as const;
      const entities = new Map([['e_x', { ...AID, aliases, articles: ['a.txt'] }]]);
      const registry = told(AID, RA, { ...EMPTY_REGISTRY, entities });
      expect(read(joined('organization'), registry)).toEqual(['Red Aid: Red Aid', 'RA: RA']);
    });

    it('finds an entity by the name that a person gave it, and leaves one merged where it is', () => {
      const named = { ...AID, name: 'Red Aid International' };
      const aliases = [{ name: 'Red Aid', kind: 'name' }] as const;
      const entities = new Map<string, RegisteredEntity>([
        [idOf(AID), { ...named, aliases, articles: ['a.txt'] }],
        ['e_y', { ...RA, aliases: [], mergedInto: idOf(FUND), articles: ['a.txt'] }],
        [idOf(FUND), { ...FUND, aliases: [{ name: 'RA', kind: 'name' }], articles: ['a.txt'] }],
      ]);
      const known = knownEntities(told(named, RA, { ...EMPTY_REGISTRY, entities }));
      expect(known.map(({ name, also }) => [name, also])).toEqual([
        ['Red Aid International', []],
        ['North Fund', ['e_y']],
      ]);
    });

    it('says nothing of others of that name, nor of a surname beside the full name', () => {
      expect(read(joined('location'), told(AID, RA))).toEqual(['Red Aid: Red Aid', 'RA: Red Aid']);
      const [full, short] = ['Eva Lund', 'Lund'].map((name) => ({ type: 'person' as const, name })) as [
        NamedEntity,
        NamedEntity,
      ];
      const text = 'Eva Lund left, Lund said.';
      const lines = read(joined('person', 'Eva Lund', 'Lund', text), told(full, short), text);
      expect(new Set(lines)).toEqual(new Set(['Eva Lund: Eva Lund', 'Lund: Eva Lund']));
    });

    it('is never overruled by what is joined to both, in articles or across them', () => {
      const all = ['A', 'B', 'C', 'D', 'E'].map((name) => ({ type: 'organization' as const, name }));
      const at = fc.nat({ max: all.length - 1 });
      const identity = fc.record({ both: fc.tuple(at, at), is: fc.constantFrom('same', 'different'), on: fc.string() });
      const decided = fc.record({
        who: at,
        mergedInto: fc.option(at),
        notSameAs: fc.array(at, { maxLength: 2 }),
      });
      fc.assert(
        fc.property(fc.array(identity), fc.array(decided), (identities, decisions) => {
          const named = (i: number) => all[i] as NamedEntity;
          const id = (i: number) => idOf(named(i));
          let registry: Registry = { ...EMPTY_REGISTRY, entities: new Map() };
          const entities = new Map<string, RegisteredEntity>();
          for (const { who, mergedInto, notSameAs } of decisions) {
            const into = mergedInto === null || mergedInto === who ? {} : { mergedInto: id(mergedInto) };
            const others = notSameAs.filter((other) => other !== who).map(id);
            entities.set(id(who), { ...named(who), aliases: [], articles: ['a'], ...into, notSameAs: others });
          }
          registry = { ...registry, entities };
          for (const { both, is, on } of identities) {
            const [kept, other] = both.map(named) as [NamedEntity, NamedEntity];
            registry = judgeIdentity(registry, { kept, other, is: is as 'same' | 'different', stamp: { on } });
          }
          const apart = [
            ...[...registry.identities.values()].filter(({ is }) => is === 'different').map((one) => one.entities),
            ...[...entities].flatMap(([one, { notSameAs = [] }]) =>
              notSameAs.flatMap((other) =>
                entities.has(other) ? [[entities.get(one), entities.get(other)] as [NamedEntity, NamedEntity]] : [],
              ),
            ),
          ];
          const known = knownEntities(registry);
          for (const [a, b] of apart) {
            for (const { id: own, also } of known) {
              expect([own, ...also]).not.toEqual(expect.arrayContaining([idOf(a), idOf(b)]));
            }
          }
        }),
      );
    });
  });

  it('leaves what an article decided on the entity in place', () => {
    const decided: Registry = {
      ...EMPTY_REGISTRY,
      entities: new Map([['e_x', { ...RELIEF, aliases: [{ name: 'HR', kind: 'acronym' }], articles: ['a.txt'] }]]),
    };
    const registry = same(decided, AID, RELIEF);
    expect(registry.entities).toEqual(decided.entities);
  });

  it('is read and written with the same bytes, that of a later version and unknown fields too', () => {
    const name = fc.string({ minLength: 1 }).filter((words) => words.trim() !== '');
    const entity = fc.record({ type: fc.constantFrom('person', 'vessel'), name });
    const identity = fc.record({ entities: fc.tuple(entity, entity), is: fc.constantFrom(...IDENTITIES, 'part of') });
    fc.assert(
      fc.property(fc.array(identity), (all) => {
        const identities = new Map<string, Identity>(all.map((one, at) => [`i_${at}`, one]));
        const text = serialiseRegistry({ ...EMPTY_REGISTRY, identities });
        const parsed = parseRegistry(text);
        expect(parsed.ok && serialiseRegistry(parsed.value)).toBe(text);
        expect(parsed.ok && parsed.value.identities.size).toBe(all.length);
      }),
    );
    const file = JSON.parse(serialiseRegistry(same(EMPTY_REGISTRY, AID, RELIEF)));
    for (const one of Object.values(file.identities as Record<string, object>)) Object.assign(one, { sure: true });
    const parsed = parseRegistry(JSON.stringify(file));
    expect(parsed.ok && JSON.parse(serialiseRegistry(parsed.value))).toEqual(file);
  });

  it('merges: of two words on one pair the later stands, whichever side is ours', () => {
    const ours = same(EMPTY_REGISTRY, AID, RELIEF, '2026-01-01');
    const theirs = judgeIdentity(EMPTY_REGISTRY, {
      kept: AID,
      other: RELIEF,
      is: 'different',
      stamp: stamp('2026-01-02'),
    });
    for (const sides of [
      { ours, theirs },
      { ours: theirs, theirs: ours },
    ]) {
      const merged = mergeRegistries({ base: EMPTY_REGISTRY, ...sides });
      expect([...merged.identities.values()].map(({ is }) => is)).toEqual(['different']);
    }
  });
});
