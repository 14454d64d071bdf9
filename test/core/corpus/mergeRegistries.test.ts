import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeRegistries } from '../../../src/core/corpus/mergeRegistries.ts';
import { EMPTY_REGISTRY, type RegisteredEntity, type Registry } from '../../../src/core/corpus/registry.ts';
import { serialiseRegistry } from '../../../src/core/corpus/registryFile.ts';

const entity = fc.record({
  type: fc.constantFrom('person', 'group'),
  name: fc.constantFrom('Ada', 'Red Aid'),
  aliases: fc.subarray(['RA', 'A.']).map((names) => names.map((name) => ({ name, kind: 'name' as const }))),
  articles: fc.subarray(['a.txt', 'b.txt', 'c.txt']),
  on: fc.constantFrom('2026-01-01', '2026-01-02'),
});
const judgement = fc.record({
  is: fc.constantFrom('same', 'contradiction'),
  on: fc.constantFrom('2026-01-01', '2026-01-02'),
});
const PASSAGE = {
  article: 'a.txt',
  selector: { at: [{ block: '00000000', start: 0, end: 1 }], quote: { exact: 'x', prefix: '', suffix: '' } },
};
const registry: fc.Arbitrary<Registry> = fc
  .record({
    entities: fc.dictionary(fc.constantFrom('e_1', 'e_2', 'e_3'), entity),
    judgements: fc.dictionary(fc.constantFrom('j_1', 'j_2'), judgement),
  })
  .map(({ entities, judgements }) => ({
    ...EMPTY_REGISTRY,
    entities: new Map(Object.entries(entities)),
    judgements: new Map(Object.entries(judgements).map(([id, one]) => [id, { ...one, passages: [PASSAGE, PASSAGE] }])),
  }));
const text = serialiseRegistry;

describe('merging registries', () => {
  it('takes the side that changed, and is the same whichever side is ours', () => {
    fc.assert(
      fc.property(registry, registry, registry, (base, ours, theirs) => {
        const merged = mergeRegistries({ base, ours, theirs });
        expect(text(mergeRegistries({ base, ours: theirs, theirs: ours }))).toBe(text(merged));
        expect(text(mergeRegistries({ base, ours, theirs: base }))).toBe(text(ours));
        expect(text(mergeRegistries({ base, ours, theirs: ours }))).toBe(text(ours));
        for (const [id, one] of ours.judgements) {
          const kept = merged.judgements.get(id);
          if (!base.judgements.has(id)) expect([one.on, theirs.judgements.get(id)?.on]).toContain(kept?.on);
        }
      }),
    );
  });

  it('joins what two people added to one entity', () => {
    const of = (fields: Partial<RegisteredEntity>): Registry => ({
      ...EMPTY_REGISTRY,
      entities: new Map([['e_1', { type: 'group', name: 'Red Aid', aliases: [], articles: ['a.txt'], ...fields }]]),
    });
    const merged = mergeRegistries({
      base: of({}),
      ours: of({ name: 'Red Aid International', articles: ['a.txt', 'b.txt'], on: '2026-01-02' }),
      theirs: of({ aliases: [{ name: 'RA', kind: 'acronym' }], articles: ['a.txt', 'c.txt'], on: '2026-01-01' }),
    });
    expect(merged.entities.get('e_1')).toMatchObject({
      name: 'Red Aid International',
      aliases: [{ name: 'RA', kind: 'acronym' }],
      articles: ['a.txt', 'b.txt', 'c.txt'],
    });
  });
});
