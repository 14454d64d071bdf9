import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RECORD_KINDS } from '../../../src/core/model/records.ts';
import { danglingReferences } from '../../../src/core/sidecar/danglingReferences.ts';
import { mergeSidecars } from '../../../src/core/sidecar/merge/mergeSidecars.ts';
import type { SidecarFile, SidecarRecord } from '../../../src/core/sidecar/schema.ts';
import { checked, type MergeCase, mergeCase, withoutLabels } from './mergeCases.ts';

const recordsOf = (file: SidecarFile | null) =>
  RECORD_KINDS.flatMap((kind) =>
    Object.entries((file?.[kind] ?? {}) as Record<string, SidecarRecord>).map(
      ([id, record]) => [`${kind}.${id}`, record] as const,
    ),
  );
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

function forAll(holds: (one: MergeCase) => void) {
  fc.assert(fc.property(mergeCase, holds), { numRuns: 150 });
}

describe('any merge of two people’s work', () => {
  it('is the same whichever side is ours, but for the labels', () => {
    forAll(({ base, ours, theirs }) => {
      for (const before of [base, null]) {
        const one = mergeSidecars(before, ours, theirs).file;
        const other = mergeSidecars(before, theirs, ours).file;
        expect(withoutLabels(one)).toEqual(withoutLabels(other));
      }
    });
  });

  it('is the other side where one changed nothing, and itself with itself', () => {
    forAll(({ base, ours }) => {
      expect(mergeSidecars(base, base, ours).file).toEqual(ours);
      expect(mergeSidecars(base, ours, base).file).toEqual(ours);
      expect(mergeSidecars(base, ours, ours).file).toEqual(ours);
      expect(mergeSidecars(null, ours, ours).file).toEqual(ours);
    });
  });

  it('is a valid sidecar that refers to nothing that is not there', () => {
    forAll(({ base, ours, theirs }) => {
      const { file } = mergeSidecars(base, ours, theirs);
      expect(checked(JSON.stringify(file))).toEqual(file);
      const known = [base, ours, theirs].flatMap(danglingReferences);
      expect(danglingReferences(file).filter((sentence) => !known.includes(sentence))).toEqual([]);
    });
  });

  it('keeps every record that somebody made or changed, and every word that somebody wrote', () => {
    forAll(({ base, ours, theirs }) => {
      const before = new Map(recordsOf(base));
      const after = new Map(recordsOf(mergeSidecars(base, ours, theirs).file));
      for (const [key, record] of [...recordsOf(ours), ...recordsOf(theirs)]) {
        if (same(before.get(key), record)) continue;
        expect(after.has(key), key).toBe(true);
        if (record.state === 'suggested') continue;
        const kept = JSON.stringify(after.get(key));
        for (const field of ['name', 'type', 'note', 'text', 'verdict'] as const) {
          const value = (record as Record<string, unknown>)[field];
          const old = (before.get(key) as Record<string, unknown> | undefined)?.[field];
          if (value !== undefined && value !== old) expect(kept, `${key}.${field}`).toContain(JSON.stringify(value));
        }
      }
    });
  });
});

const HEAD = { format: 'dossier', version: 1, source: { sha256: '0'.repeat(64), offsets: 'utf-16; LF' } };
const entity = (fields: object = {}) => ({
  type: 'person',
  name: 'Ada',
  state: 'suggested',
  origin: 'rule:x',
  ...fields,
});
const ada = { by: 'Ada', on: '2026-01-01T00:00:00Z' };
const ben = { by: 'Ben', on: '2026-01-02T00:00:00Z' };
const at = (start: number, exact: string) => ({
  at: [{ block: 'b5c00d73', start, end: start + exact.length }],
  quote: { exact },
});
const mention = (fields: object = {}) => ({
  ...at(0, 'Ada'),
  entity: 'e_1',
  form: 'name',
  state: 'suggested',
  origin: 'rule:x',
  ...fields,
});
const claim = (fields: object = {}) => ({
  ...{ ...at(0, 'Ada left'), text: 'Ada left.', attribution: { voice: 'outlet' }, kind: 'fact', modality: 'asserted' },
  ...{ polarity: 'affirmed', state: 'accepted', origin: 'rule:x', ...fields },
});
const file = (kinds: object) => checked(JSON.stringify({ ...HEAD, ...kinds }));
const merged = (base: object | null, ours: object, theirs: object) =>
  mergeSidecars(base && file(base), file(ours), file(theirs));

describe('entities', () => {
  const mergeEntity = (base: object | null, ours: object | null, theirs: object | null) => {
    const one = (fields: object | null) => (fields ? { entities: { e_1: entity(fields) } } : {});
    return merged(base && one(base), one(ours), one(theirs)).file.entities?.e_1;
  };

  it.each<[string, object | null, object | null, object | null, object | undefined]>([
    [
      'a decision stands before an untouched suggestion',
      null,
      { state: 'rejected', ...ada },
      {},
      { state: 'rejected', by: 'Ada' },
    ],
    [
      'a decision stands before a suggestion that was made anew',
      {},
      { state: 'accepted', ...ada },
      { name: 'Ada L.', score: 0.5 },
      { state: 'accepted', name: 'Ada' },
    ],
    ['a suggestion that one extraction no longer makes is gone', {}, {}, null, undefined],
    [
      'a decision on it stays, and nobody is asked',
      {},
      { state: 'accepted' },
      null,
      { state: 'accepted', conflict: undefined },
    ],
    [
      'different fields of two people are joined',
      {},
      { state: 'edited', type: 'group', ...ada },
      { state: 'edited', name: 'Ada L.', ...ben },
      { type: 'group', name: 'Ada L.', by: 'Ben', conflict: undefined },
    ],
    [
      'two values of one field are both kept, and the later stands',
      {},
      { state: 'edited', type: 'group', ...ada },
      { state: 'edited', type: 'event', ...ben },
      {
        type: 'event',
        conflict: [{ field: 'type', ours: { value: 'group', ...ada }, theirs: { value: 'event', ...ben } }],
      },
    ],
    [
      'an acceptance and an edit agree',
      {},
      { state: 'accepted', ...ben },
      { state: 'edited', name: 'Ada L.', ...ada },
      { state: 'edited', name: 'Ada L.', conflict: undefined },
    ],
    [
      'an acceptance and a rejection do not',
      {},
      { state: 'accepted', ...ada },
      { state: 'rejected', ...ben },
      { state: 'rejected', conflict: [{ field: 'state', ours: { value: 'accepted' }, theirs: { value: 'rejected' } }] },
    ],
    [
      'an edit stands before a deletion, and is flagged',
      { state: 'added' },
      { state: 'added', name: 'Ada L.', ...ada },
      null,
      { name: 'Ada L.', conflict: [{ field: '*', ours: { value: 'added', by: 'Ada' }, theirs: {} }] },
    ],
    [
      'a decision that one took back and the other built on stands, and is flagged',
      { state: 'accepted', ...ada },
      {},
      { state: 'edited', name: 'Ada L.', ...ben },
      { state: 'edited', name: 'Ada L.', conflict: [{ field: 'state' }] },
    ],
    [
      'tags and names are added and removed one by one',
      { state: 'edited', tags: ['a', 'b'], aliases: [{ name: 'A', kind: 'name' }] },
      { state: 'edited', tags: ['a', 'c'], aliases: [] },
      {
        state: 'edited',
        tags: ['a', 'b', 'd'],
        aliases: [
          { name: 'A', kind: 'name' },
          { name: 'B', kind: 'name' },
        ],
      },
      { tags: expect.arrayContaining(['a', 'c', 'd']), aliases: [{ name: 'B', kind: 'name' }] },
    ],
    [
      'what nobody knows is merged too',
      { state: 'edited', lab: 1 },
      { state: 'edited', lab: 2, ...ada },
      { state: 'edited', lab: 1, shelf: 'B', ...ben },
      { lab: 2, shelf: 'B' },
    ],
    [
      'an unknown field of a suggestion stays under a decision',
      {},
      { lab: 2 },
      { state: 'accepted', ...ben },
      { state: 'accepted', lab: 2 },
    ],
    [
      'a conflict that one person settled is settled',
      { state: 'edited', conflict: [{ field: 'type', ours: { value: 'group' }, theirs: { value: 'event' } }] },
      { state: 'edited', type: 'event', ...ada },
      {
        state: 'edited',
        note: 'x',
        conflict: [{ field: 'type', ours: { value: 'group' }, theirs: { value: 'event' } }],
        ...ben,
      },
      { type: 'event', note: 'x', conflict: undefined },
    ],
  ])('%s', (_, base, ours, theirs, expected) => {
    const result = mergeEntity(base, ours, theirs);
    if (!expected) expect(result).toBeUndefined();
    else expect({ conflict: undefined, ...result }).toMatchObject(expected);
  });
});

describe('words and those who say them', () => {
  const mergeClaim = (base: object, ours: object, theirs: object) => {
    const one = (fields: object) => ({ entities: { e_1: entity(), e_2: entity() }, claims: { c_1: claim(fields) } });
    return merged(one(base), one(ours), one(theirs)).file.claims?.c_1;
  };

  it('moves a passage as a whole', () => {
    const result = mergeClaim({}, { ...at(4, 'left'), ...ada }, { verdict: 'refuted', ...ben });
    expect(result).toMatchObject({ ...at(4, 'left'), verdict: 'refuted' });
    expect(result).not.toHaveProperty('conflict');
  });

  it('asks nobody where only the place of the same words differs', () => {
    const result = mergeClaim({}, { ...at(3, 'Ada left'), ...ada }, { ...at(5, 'Ada left'), ...ben });
    expect(result).not.toHaveProperty('conflict');
  });

  it('keeps both passages where two people marked other words', () => {
    const result = mergeClaim({}, { ...at(0, 'Ada'), ...ada }, { ...at(4, 'left'), ...ben });
    expect(result).toMatchObject({
      ...at(4, 'left'),
      conflict: [{ field: 'at', ours: { value: at(0, 'Ada') }, theirs: { value: at(4, 'left') } }],
    });
  });

  it('keeps a source with its chain', () => {
    const said = (source: string) => ({ attribution: { voice: 'outlet', source, chain: [source] } });
    expect(mergeClaim({}, { ...said('e_1'), ...ada }, { ...said('e_2'), ...ben })).toMatchObject({
      ...said('e_2'),
      conflict: [{ field: 'attribution.source', ours: { value: { source: 'e_1', chain: ['e_1'] }, by: 'Ada' } }],
    });
  });
});

describe('references', () => {
  it('bring back an entity that the other side deleted', () => {
    const base = { entities: { e_1: entity({ state: 'added' }) }, mentions: { m_1: mention({ state: 'added' }) } };
    const ours = { ...base, mentions: { m_1: mention({ state: 'added', note: 'x', ...ada }) } };
    const { file: result, conflicts } = merged(base, ours, {});
    expect(danglingReferences(result)).toEqual([]);
    expect(conflicts.map(({ record, field }) => [record?.id, field])).toEqual([
      ['e_1', '*'],
      ['m_1', '*'],
    ]);
  });

  it('go to the entity that one side merged into', () => {
    const both = { e_1: entity(), e_2: entity() };
    const ours = { entities: { ...both, e_1: entity({ state: 'edited', mergedInto: 'e_2', ...ada }) } };
    const theirs = { entities: both, mentions: { m_2: mention({ state: 'added', ...ben }) } };
    expect(merged({ entities: both }, ours, theirs).file.mentions?.m_2).toMatchObject({ entity: 'e_2' });
  });

  it('never run in a circle of entities merged into one another', () => {
    const both = { e_1: entity(), e_2: entity() };
    const into = (from: 'e_1' | 'e_2', to: string) => ({
      entities: { ...both, [from]: entity({ state: 'edited', mergedInto: to }) },
    });
    const { entities } = merged({ entities: both }, into('e_1', 'e_2'), into('e_2', 'e_1')).file;
    expect(entities?.e_1).not.toHaveProperty('mergedInto');
    expect(entities?.e_2).toMatchObject({ mergedInto: 'e_1' });
  });

  it('flag a merge of what the other side says is not the same', () => {
    const both = { e_1: entity(), e_2: entity() };
    const ours = { entities: { ...both, e_1: entity({ state: 'edited', mergedInto: 'e_2', ...ada }) } };
    const theirs = { entities: { ...both, e_2: entity({ state: 'accepted', notSameAs: ['e_1'], ...ben }) } };
    const { conflicts } = merged({ entities: both }, ours, theirs);
    expect(conflicts).toMatchObject([
      { record: { id: 'e_1' }, field: 'mergedInto', ours: { value: 'e_2', by: 'Ada' } },
    ]);
  });
});

describe('the head of the file', () => {
  const head = (source: object, more: object = {}) => ({ source: { ...HEAD.source, ...source }, ...more });

  it('keeps two titles and joins the rest', () => {
    const { file: result, conflicts } = merged(
      head({ title: 'Old' }),
      head({ title: 'One', publisher: 'P' }),
      head({ title: 'Two', url: 'https://example.org' }),
    );
    expect(result.source).toMatchObject({ title: 'Two', publisher: 'P', url: 'https://example.org' });
    expect(conflicts).toMatchObject([
      { record: null, field: 'source.title', ours: { value: 'One' }, theirs: { value: 'Two' } },
    ]);
  });

  it('says that the sides were made for two texts, and asks nobody about it', () => {
    const result = merged(
      head({}),
      head({}, { extractor: '0.10.0' }),
      head({ sha256: 'f'.repeat(64) }, { extractor: '0.9.0' }),
    );
    expect(result).toMatchObject({ conflicts: [], file: { extractor: '0.10.0', source: { sha256: 'f'.repeat(64) } } });
    expect(result.notices.join()).toContain('different texts');
  });

  it('keeps records of kinds that this version does not know', () => {
    const events = (list: object) => ({ events: list });
    const { file: result, conflicts } = merged(
      events({ ev_1: { a: 1 } }),
      events({ ev_1: { a: 2 }, ev_2: {} }),
      events({ ev_1: { a: 3 }, ev_3: {} }),
    );
    expect(result).toMatchObject({ events: { ev_1: { a: 3 }, ev_2: {}, ev_3: {} } });
    expect(conflicts).toMatchObject([{ field: 'events.ev_1.a' }]);
  });
});
