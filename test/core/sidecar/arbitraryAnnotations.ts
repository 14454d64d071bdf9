import fc from 'fast-check';
import { exactOf } from '../../../src/core/anchor/describe.ts';
import type { AnyRecord, RecordOf } from '../../../src/core/model/records.ts';
import {
  ALIAS_KINDS,
  CLAIM_KINDS,
  ENTITY_TYPES,
  EVIDENCE_KINDS,
  FIGURE_OPERATORS,
  MENTION_FORMS,
  MODALITIES,
  POLARITIES,
  RECORD_STATES,
  STANCES,
  VERDICTS,
  VOICES,
} from '../../../src/core/model/types.ts';
import { emptyTable, type RecordTable, tableOf } from '../../../src/core/store/recordTable.ts';
import type { Span } from '../../../src/core/text/span.ts';

const TEXTS = [
  'Kabul fell.',
  'Advertisement\n\nKabul said 60 in Kabul.\n\nAdvertisement\n\nKabul said 60 in Kabul.\n\nAdvertisement',
  '👩‍👩‍👧 met été in مرحبا بالعالم today 👩‍👩‍👧\n\n  "Kabul", the group said;  60,000 left.\n',
];

const id = (prefix: string) => fc.stringMatching(/^[a-z0-9]{1,6}$/).map((rest) => `${prefix}${rest}`);
const words = fc.string({ minLength: 1, unit: 'grapheme', maxLength: 12 });
const score = fc.integer({ min: 0, max: 10_000 }).map((n) => n / 10_000);
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });

const authored = {
  state: fc.constantFrom(...RECORD_STATES),
  origin: fc.constantFrom('rule:names', 'model:names', 'person'),
};
/** An object with any choice of `fields`. */
const someOf = <T extends object>(fields: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(fields, { requiredKeys: [] });
const oneOrTwo = <T>(item: fc.Arbitrary<T>) => fc.array(item, { minLength: 1, maxLength: 2 });
const joined = (a: fc.Arbitrary<object>, b: fc.Arbitrary<object>) => fc.tuple(a, b).map(([x, y]) => ({ ...x, ...y }));
const signature = someOf({ by: words, on: words });
const json = fc.oneof(
  words,
  fc.integer(),
  fc.constant(null),
  fc.array(words, { maxLength: 2 }),
  fc.record({ of: words }),
);
const side = joined(someOf({ value: json }), signature);
const selector = fc.record({
  at: oneOrTwo(
    fc.record({
      block: fc.constantFrom('00000000', 'b5c00d73'),
      start: fc.nat(9),
      end: fc.integer({ min: 10, max: 20 }),
    }),
  ),
  quote: fc.record({ exact: words, prefix: fc.string(), suffix: fc.string() }),
});
const evidence = joined(
  fc.record({ kind: fc.constantFrom(...EVIDENCE_KINDS), ref: words, stance: fc.constantFrom(...STANCES) }),
  someOf({ selector, archive: words, retrieved: words, note: words }),
);
const optional = {
  ...{ score, by: words, note: words, tags: oneOrTwo(words) },
  comments: oneOrTwo(joined(fc.record({ text: words }), signature)),
  conflict: oneOrTwo(fc.record({ field: words, ours: side, theirs: side })),
};

/** A text and records of all kinds that stand in it. */
export const annotatedText = fc.oneof(...TEXTS.map(annotated));

function annotated(text: string) {
  const span = fc
    .tuple(fc.nat(text.length - 1), fc.integer({ min: 1, max: 12 }))
    .map(([start, length]): Span => ({ start, end: Math.min(text.length, start + length) }))
    .filter(({ start, end }) => !/^\s|\s$|\n/.test(text.slice(start, end)));
  const spans = span.map((one) => [one]);
  const some = fc.option(spans, { nil: [] as Span[] });
  const place = spans.map((at) => ({ spans: at, exact: exactOf(text, at), anchor: 'anchored' as const }));
  const record = <T>(fields: Parameters<typeof fc.record<T>>[0]) => fc.record(fields);
  const withAuthor = <T extends object>(fields: fc.Arbitrary<T>) =>
    fc
      .tuple(fields, fc.record(authored), fc.record(optional, { requiredKeys: [] }))
      .map(([a, b, c]) => ({ ...a, ...b, ...c }));
  const alias = record({ name: words, kind: fc.constantFrom(...ALIAS_KINDS) });
  const kinds = {
    entities: record({
      id: id('e_'),
      type: fc.constantFrom(...ENTITY_TYPES),
      name: words,
      aliases: fc.array(alias, { maxLength: 2 }),
    }),
    mentions: record({ id: id('m_'), place, entity: id('e_'), form: fc.constantFrom(...MENTION_FORMS) }),
    claims: record({
      ...{ id: id('c_'), place, text: words },
      attribution: record({
        ...{ voice: fc.constantFrom(...VOICES), source: orNull(id('e_')), sourceAt: some, cueAt: some },
        chain: fc.array(words, { maxLength: 2 }),
      }),
      ...{ kind: fc.constantFrom(...CLAIM_KINDS), modality: fc.constantFrom(...MODALITIES) },
      ...{ polarity: fc.constantFrom(...POLARITIES), hedge: orNull(words), topic: orNull(words) },
      entities: fc.array(id('e_'), { maxLength: 2 }),
      figures: fc.array(
        record({
          ...{ at: some, op: fc.constantFrom(...FIGURE_OPERATORS), value: fc.integer() },
          ...{ unit: orNull(words), what: orNull(words) },
        }),
        { maxLength: 2 },
      ),
      times: fc.array(record({ at: some, edtf: orNull(words), basis: words, confidence: score }), { maxLength: 2 }),
    }).chain((claim) =>
      someOf({ verdict: fc.constantFrom(...VERDICTS, 'own verdict'), evidence: oneOrTwo(evidence) }).map((more) => ({
        ...(claim as object),
        ...more,
      })),
    ),
    quotations: record({
      ...{ id: id('q_'), place, kind: fc.constantFrom('direct', 'indirect', 'mixed', 'scare') },
      ...{ speaker: orNull(id('e_')), speakerAt: some, cueAt: some },
    }),
    relations: record({ id: id('r_'), subject: id('e_'), predicate: words, object: id('e_'), claim: orNull(id('c_')) }),
    notes: record({ id: id('n_'), place: orNull(place), text: words }),
  };
  const lists = Object.fromEntries(
    Object.entries(kinds).map(([kind, fields]) => [
      kind,
      fc.array(withAuthor(fields as fc.Arbitrary<object>), { maxLength: 4 }),
    ]),
  );
  return fc.record(lists).map((records) => {
    const annotations: RecordTable = emptyTable();
    for (const [kind, list] of Object.entries(records)) {
      const table = tableOf(annotations, kind as keyof RecordOf);
      for (const one of list as unknown as AnyRecord[]) table.set(one.id, one);
    }
    return { text, annotations };
  });
}
