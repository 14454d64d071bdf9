import fs from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createExtractor } from '../../../src/core/extract/pipeline.ts';
import { readModels } from '../../../src/node/readModels.ts';

const root = new URL('../../../', import.meta.url);
const models = readModels('src/core/lexicon/models');
const seeds = fs.readdirSync(new URL('seeds', root)).filter((file) => file.endsWith('.txt'));
const articles = seeds.map((file) => fs.readFileSync(new URL(`seeds/${file}`, root), 'utf8'));

interface Edit {
  /** 0 to 1: where in the text. */
  readonly at: number;
  readonly drop: number;
  readonly add: string;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  drop: fc.integer({ min: 0, max: 60 }),
  add: fc.constantFrom(
    '',
    ' ',
    '\n\n',
    '. ',
    '“',
    'He said that ',
    'Oslo',
    ' in May 2020',
    ' (IS) ',
    ' 40 people',
    ', the mayor,',
  ),
});

function apply(text: string, { at, drop, add }: Edit): string {
  const start = Math.floor(at * text.length);
  return text.slice(0, start) + add + text.slice(start + drop);
}

it('what is remembered of earlier texts changes no answer', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(fc.constantFrom(...articles), fc.array(edit, { minLength: 1, maxLength: 4 }), (article, edits) => {
      const warm = createExtractor({ models });
      let text = article;
      warm.extract({ text });
      for (const one of edits) {
        text = apply(text, one);
        const cold = createExtractor({ models });
        expect(warm.extract({ text })).toEqual(cold.extract({ text }));
      }
    }),
    { numRuns: 12 },
  );
});
