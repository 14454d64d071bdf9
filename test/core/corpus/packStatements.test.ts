import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packStatements, unpackStatements } from '../../../src/core/corpus/packStatements.ts';
import type { Measure, Statement } from '../../../src/core/corpus/statements/statement.ts';

const place = fc.nat({ max: 5_000_000 });
const span = fc.record({ start: place, end: place });
const index = fc.nat({ max: 2000 });
const words = fc.string({ unit: 'binary', maxLength: 12 });
const strings = fc.array(words, { maxLength: 12 });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary);
const amount = fc.double({ noNaN: true }).map((value) => value + 0);
const measure: fc.Arbitrary<Measure> = fc.record(
  {
    dimension: words,
    of: maybe(words),
    value: amount,
    max: maybe(amount),
    converted: fc.record({ currency: words, value: amount }),
  },
  { requiredKeys: ['dimension', 'of', 'value', 'max'] },
);
const statement: fc.Arbitrary<Statement> = fc.record({
  start: place,
  end: place,
  kind: fc.constantFrom('figure', 'date', 'fact'),
  words,
  sentence: span,
  op: fc.constantFrom('=', '>=', '<=', '~', 'range'),
  measure: maybe(measure),
  edtf: maybe(words),
  clock: maybe(
    fc.record({ from: fc.integer({ min: -60, max: 1500 }), to: index, utc: fc.boolean(), half: fc.boolean() }),
  ),
  negated: fc.boolean(),
  denied: maybe(words),
  answer: maybe(fc.record({ kind: fc.constantFrom('post', 'direction', 'rating', 'fate', 'age'), value: words })),
  question: words,
  questions: fc.array(fc.tuple(words, amount), { maxLength: 3 }),
  about: strings,
  context: strings,
  scope: strings,
  entities: fc.array(index),
  sources: fc.array(fc.record({ name: words, entity: maybe(index) })),
  asOf: maybe(words),
  headline: fc.boolean(),
});

describe('statements as they are kept', () => {
  it('come back as they were, also through JSON', () => {
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 8 }), (statements) => {
        const kept = JSON.parse(JSON.stringify(packStatements(statements)));
        expect(unpackStatements(kept)).toEqual(statements);
      }),
    );
  });

  it('are read as far as they are wanted', () => {
    const wanted = ({ negated }: Statement) => negated;
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 8 }), fc.nat({ max: 4 }), (statements, most) => {
        const read = unpackStatements(packStatements(statements), { most, wanted });
        expect(read).toEqual(statements.filter(wanted).slice(0, most));
      }),
    );
  });

  it('are never read from a line that is cut off', () => {
    fc.assert(
      fc.property(fc.array(statement, { minLength: 1, maxLength: 3 }), fc.nat(), (statements, cut) => {
        const kept = packStatements(statements);
        const numbers = kept.numbers.slice(0, cut % kept.numbers.length);
        expect(() => unpackStatements({ ...kept, numbers })).toThrow('damaged');
      }),
    );
  });
});
