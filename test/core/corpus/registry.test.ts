import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyKnown } from '../../../src/core/corpus/applyKnown.ts';
import { knownEntities } from '../../../src/core/corpus/knownEntities.ts';
import { KnownNames } from '../../../src/core/corpus/knownNames.ts';
import { registerDecisions } from '../../../src/core/corpus/registerDecisions.ts';
import { EMPTY_REGISTRY, type Registry, usesCodebook } from '../../../src/core/corpus/registry.ts';
import { parseRegistry, registryJsonSchema, serialiseRegistry } from '../../../src/core/corpus/registryFile.ts';
import type { Extraction } from '../../../src/core/extract/extraction.ts';
import { AnnotationStore } from '../../../src/core/store/annotationStore.ts';
import type { Edit } from '../../../src/core/store/edit.ts';
import { setTags } from '../../../src/core/store/edits/caseEdits.ts';
import { setVerdict } from '../../../src/core/store/edits/claimEdits.ts';
import { accept, reject } from '../../../src/core/store/edits/decide.ts';
import { addMention, renameEntity, setEntityType } from '../../../src/core/store/edits/entityEdits.ts';
import { mergeEntities } from '../../../src/core/store/edits/mergeEntities.ts';
import { splitMentions } from '../../../src/core/store/edits/splitMentions.ts';
import { countingIds, STAMP } from '../store/editMakers.ts';
import { ARTICLE, extractSample } from '../store/sampleArticle.ts';

/** An article whose decisions go to a registry. */
class Desk {
  readonly store: AnnotationStore;
  readonly text: string;

  constructor(text = ARTICLE) {
    this.text = text;
    this.store = new AnnotationStore({ text });
    this.store.reconcile(extractSample(text), text);
  }

  id(name: string): string {
    const found = [...this.store.annotations.entities.values()].find((entity) => entity.name === name);
    if (!found) throw new Error(`no entity ${name}`);
    return found.id;
  }

  decide(registry: Registry, article: string, edit: Edit): Registry {
    this.store.apply(edit);
    return this.#register(registry, article, edit);
  }

  undo(registry: Registry, article: string, edit: Edit): Registry {
    this.store.undo();
    return this.#register(registry, article, edit);
  }

  /** What another article shows of its names: "name (type): words, words". */
  static read(registry: Registry, text: string): string[] {
    const store = new AnnotationStore({ text });
    store.reconcile(applyKnown(extractSample(text), text, knownEntities(registry)), text);
    const { entities, mentions } = store.annotations;
    return [...entities.values()].flatMap(({ id, name, type }) => {
      const words = [...mentions.values()].filter(({ entity }) => entity === id).map(({ place }) => place.exact);
      return words.length > 0 ? `${name} (${type}): ${words.join(', ')}` : [];
    });
  }

  #register(registry: Registry, article: string, edit: Edit): Registry {
    const news = edit.changes
      .filter(({ kind }) => kind === 'entities')
      .map(({ id }) => ({ id, record: this.store.annotations.entities.get(id) ?? null }));
    return registerDecisions(registry, article, news);
  }
}

const OTHER = 'Red Aid sent Ada Lovelace to Northport. The Aid of Red helped Northporters, said the RA.';

describe('decisions in one article', () => {
  it('are not known elsewhere while nobody decided', () => {
    expect(knownEntities(EMPTY_REGISTRY)).toEqual([]);
    expect(Desk.read(EMPTY_REGISTRY, OTHER)).toEqual([
      'Ada Lovelace (person): Ada Lovelace',
      'Northport (location): Northport',
      'Red Aid (organization): Red Aid',
    ]);
  });

  it('rename and retype an entity in the others, which still finds it by its old name', () => {
    const desk = new Desk();
    const id = desk.id('Red Aid');
    let registry = desk.decide(EMPTY_REGISTRY, 'a.txt', renameEntity(desk.store, id, 'Red Aid International', STAMP));
    registry = desk.decide(registry, 'a.txt', setEntityType(desk.store, id, 'charity', STAMP));
    expect(Desk.read(registry, OTHER)).toContain('Red Aid International (charity): Red Aid');
  });

  it('merge two entities in the others', () => {
    const desk = new Desk();
    const edit = mergeEntities(desk.store, [desk.id('Red Aid')], desk.id('Northport'), STAMP);
    const registry = desk.decide(EMPTY_REGISTRY, 'a.txt', edit);
    expect(Desk.read(registry, OTHER)).toContain('Northport (location): Red Aid, Northport');
  });

  it('split off an entity in the others', () => {
    const desk = new Desk();
    const mention = [...desk.store.annotations.mentions.values()].find(({ place }) => place.exact === 'Lovelace');
    const edit = splitMentions(desk.store, { mentions: [mention?.id ?? ''] }, STAMP, countingIds());
    const registry = desk.decide(EMPTY_REGISTRY, 'a.txt', edit);
    expect(Desk.read(registry, 'Ada Lovelace met Lovelace.')).toEqual([
      'Ada Lovelace (person): Ada Lovelace',
      'Lovelace (person): Lovelace',
    ]);
  });

  describe('on a name that was split off', () => {
    const split = (desk: Desk, registry: Registry) => {
      const mention = [...desk.store.annotations.mentions.values()].find(({ place }) => place.exact === 'Lovelace');
      const input = { mentions: [mention?.id ?? ''], name: 'The countess' };
      return desk.decide(registry, 'a.txt', splitMentions(desk.store, input, STAMP, countingIds()));
    };
    const accepted = (registry: Registry) => {
      const other = new Desk();
      const refs = [{ kind: 'entities', id: other.id('Ada Lovelace') }] as const;
      return other.decide(registry, 'b.txt', accept(other.store, refs, STAMP));
    };
    const MET = 'Ada Lovelace met Lovelace.';
    const PARTED = ['Ada Lovelace (person): Ada Lovelace', 'The countess (person): Lovelace'];

    it('reach the others, which do not bring the name back when they decide', () => {
      const registry = split(new Desk(), EMPTY_REGISTRY);
      expect(Desk.read(registry, MET)).toEqual(PARTED);
      const store = new AnnotationStore({ text: MET });
      store.reconcile(applyKnown(extractSample(MET), MET, knownEntities(registry)), MET);
      const person = [...store.annotations.entities.values()].find(({ name }) => name === 'Ada Lovelace');
      expect(person?.aliases).toEqual([]);
    });

    it('say in the others who says what under that name', () => {
      const text = `${MET} Lovelace said that Ada Lovelace left.`;
      const known = knownEntities(split(new Desk(), EMPTY_REGISTRY));
      const { claims, entities } = applyKnown(extractSample(text), text, known);
      const named = (index: number | string | null | undefined) => entities[Number(index)]?.name;
      expect(claims.map(({ source, chain }) => [named(source), named(chain[0])])).toEqual([
        ['The countess', 'The countess'],
      ]);
      expect(claims.map((claim) => claim.entities.map(named))).toEqual([['The countess', 'Ada Lovelace']]);
    });

    it.each([
      ['alone', (registry: Registry) => registry],
      ['beside another article', accepted],
    ])('are over when the two are merged again, %s', (_, before) => {
      const desk = new Desk();
      const parted = split(desk, before(EMPTY_REGISTRY));
      const merge = mergeEntities(desk.store, ['e_new1'], desk.id('Ada Lovelace'), STAMP);
      const registry = desk.decide(parted, 'a.txt', merge);
      expect(Desk.read(registry, `${MET} The countess left.`)).toEqual([
        'Ada Lovelace (person): Ada Lovelace, Lovelace, The countess',
      ]);
    });

    it('leave words without a name out of the others', () => {
      const desk = new Desk('The mayor of Northport spoke.');
      const place = desk.id('Northport');
      const nominal = { place: [{ start: 0, end: 9 }], entity: place, form: 'nominal' } as const;
      let registry = desk.decide(EMPTY_REGISTRY, 'a.txt', addMention(desk.store, nominal, STAMP, countingIds()));
      const mention = [...desk.store.annotations.mentions.values()].find((one) => one.place.exact === 'Northport');
      const input = { mentions: [mention?.id ?? ''] };
      registry = desk.decide(registry, 'a.txt', splitMentions(desk.store, input, STAMP, countingIds()));
      expect(desk.store.annotations.entities.get(place)?.name).toBe('The mayor');
      registry = desk.decide(registry, 'a.txt', renameEntity(desk.store, place, 'Mayor Lee', STAMP));
      expect(Desk.read(registry, 'The mayor met Mayor Lee in Northport.')).toEqual([
        'Northport (location): Northport',
        'Mayor Lee (location): Mayor Lee',
      ]);
    });
  });

  it('make accepted names known, so that they are found where the machine sees none', () => {
    const desk = new Desk();
    const id = desk.id('Red Aid');
    const named = renameEntity(desk.store, id, 'Aid of Red', STAMP);
    const registry = desk.decide(EMPTY_REGISTRY, 'a.txt', named);
    expect(Desk.read(registry, OTHER)).toContain('Aid of Red (organization): Red Aid, Aid of Red');
  });

  it('do not make everybody of one surname the same person', () => {
    const desk = new Desk();
    const edit = accept(desk.store, [{ kind: 'entities', id: desk.id('Ada Lovelace') }], STAMP);
    const names = new KnownNames(knownEntities(desk.decide(EMPTY_REGISTRY, 'a.txt', edit)));
    expect(names.byName('Ada Lovelace')?.aliases).toEqual([{ name: 'Lovelace', kind: 'variant' }]);
    expect(names.byName('Lovelace')).toBeNull();
    expect(names.find('Ms Lovelace spoke to Ada Lovelace.')).toHaveLength(1);
  });

  it('are forgotten when they are taken back or rejected, unless another article decided too', () => {
    const [one, two] = [new Desk(), new Desk()];
    const id = one.id('Red Aid');
    const refs = [{ kind: 'entities', id }] as const;
    const first = accept(one.store, refs, STAMP);
    const once = one.decide(EMPTY_REGISTRY, 'a.txt', first);
    const twice = two.decide(once, 'b.txt', accept(two.store, refs, STAMP));
    expect(twice.entities.get(id)?.articles).toEqual(['a.txt', 'b.txt']);
    const rejected = two.decide(twice, 'b.txt', reject(two.store, refs, STAMP));
    expect(rejected.entities.get(id)?.articles).toEqual(['a.txt']);
    expect(one.undo(rejected, 'a.txt', first).entities.size).toBe(0);
  });

  it('do not change the registry when they are the same again', () => {
    const [one, two] = [new Desk(), new Desk()];
    const refs = [{ kind: 'entities', id: one.id('Red Aid') }] as const;
    const once = one.decide(EMPTY_REGISTRY, 'a.txt', accept(one.store, refs, STAMP));
    expect(two.decide(once, 'a.txt', accept(two.store, refs, STAMP))).toBe(once);
  });

  it('leave whatever the machine makes of a text whole, and twice changes nothing', () => {
    const names = fc.constantFrom('Red Aid', 'Northport', 'Ada Lovelace', 'Lovelace', 'group', 'said', 'The', '12');
    const known = fc.array(
      fc.record({ id: fc.constantFrom('e_1', 'e_2', 'e_3'), name: names, also: fc.array(names, { maxLength: 2 }) }),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(known, (given) => {
        const entities = given.map(({ id, name, also }) => {
          const aliases = also.map((alias) => ({ name: alias, kind: 'name' as const }));
          return { id, name, type: 'other', aliases, also: [] };
        });
        const before = extractSample(ARTICLE);
        const after = applyKnown(before, ARTICLE, entities);
        expect(after.mentions.length).toBeGreaterThanOrEqual(before.mentions.length);
        for (const { start, end } of before.mentions) {
          expect(after.mentions.some((mention) => mention.start === start && mention.end === end)).toBe(true);
        }
        const refs = (extraction: Extraction) => [
          ...extraction.mentions.map(({ entity }) => entity),
          ...extraction.claims.flatMap(({ entities, source }) => [...entities, ...(source === null ? [] : [source])]),
        ];
        for (const index of refs(after)) expect(after.entities[index]).toBeDefined();
        const again = applyKnown(after, ARTICLE, entities);
        expect(again.mentions).toHaveLength(after.mentions.length);
      }),
    );
  });
});

describe('the file of the registry', () => {
  const FULL = {
    format: 'dossier-registry',
    version: 1,
    codebook: { tags: ['urgent'] },
    entities: {
      e_1: {
        type: 'group',
        name: 'Red Aid',
        aliases: [{ name: 'RA', kind: 'acronym' }],
        articles: ['a.txt'],
        colour: 'red',
      },
      e_2: { type: 'group', name: 'Aid', mergedInto: 'e_1', articles: ['b.txt'] },
    },
    later: { kept: true },
  };

  it('is read and written with the same bytes, what it does not know included', () => {
    const text = `${JSON.stringify(FULL, null, 2)}\n`;
    const parsed = parseRegistry(text);
    expect(parsed.ok && serialiseRegistry(parsed.value)).toBe(text);
  });

  it.each([
    ['{', 'Not valid JSON'],
    ['[]', 'The file is no Dossier registry.'],
    ['{"format":"dossier"}', 'The file is no Dossier registry.'],
    ['{"format":"dossier-registry","version":2}', 'of version 2'],
    ['{"format":"dossier-registry","version":1,"entities":{"e_1":{}}}', 'entities.e_1.type'],
  ])('says what is wrong with %s', (json, words) => {
    const parsed = parseRegistry(json);
    expect(parsed.ok ? '' : parsed.error).toContain(words);
  });

  it('has its JSON Schema in the repository', () => {
    const file = path.join(import.meta.dirname, '../../../schemas/registry-1.schema.json');
    expect(fs.readFileSync(file, 'utf8')).toBe(registryJsonSchema());
  });

  it('is not led in rings by merges', () => {
    const entity = { type: 'group', name: 'A', aliases: [], articles: ['a.txt'] } as const;
    const ring = {
      ...EMPTY_REGISTRY,
      entities: new Map([
        ['e_1', { ...entity, mergedInto: 'e_2' }],
        ['e_2', { ...entity, mergedInto: 'e_1' }],
      ]),
    };
    expect(knownEntities(ring)).toEqual([]);
  });
});

describe('a codebook', () => {
  const codebook = { types: ['militia'], verdicts: ['half true'], tags: ['urgent'] };
  const store = () => new Desk().store;

  it.each<[what: string, edit: (at: AnnotationStore) => Edit, used: boolean]>([
    ['a type of its own', (at) => setEntityType(at, entityOf(at), 'militia', STAMP), true],
    ['another type', (at) => setEntityType(at, entityOf(at), 'event', STAMP), false],
    ['a verdict of its own', (at) => setVerdict(at, claimOf(at), 'half true', STAMP), true],
    ['another verdict', (at) => setVerdict(at, claimOf(at), 'refuted', STAMP), false],
    ['one of its tags among others', (at) => setTags(at, ref(at), ['mine', 'urgent'], STAMP), true],
    ['other tags', (at) => setTags(at, ref(at), ['mine'], STAMP), false],
    ['no word at all', (at) => accept(at, [ref(at)], STAMP), false],
  ])('is used by a record with %s: %#', (_, edit, used) => {
    const changed = edit(store()).changes;
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.some(({ after }) => after !== null && usesCodebook(after, codebook))).toBe(used);
  });

  const entityOf = ({ annotations }: AnnotationStore) => [...annotations.entities.keys()][0] ?? '';
  const claimOf = ({ annotations }: AnnotationStore) => [...annotations.claims.keys()][0] ?? '';
  const ref = (at: AnnotationStore) => ({ kind: 'claims' as const, id: claimOf(at) });
});
