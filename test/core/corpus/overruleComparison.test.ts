import { expect, test } from 'vitest';
import { compareArticles } from '../../../src/core/corpus/compare/compareArticles.ts';
import type { JudgementKind } from '../../../src/core/corpus/judgements/judgement.ts';
import type { StandingJudgement } from '../../../src/core/corpus/judgements/overrule.ts';
import { overruleComparison } from '../../../src/core/corpus/judgements/overruleComparison.ts';
import { statementsOf } from '../../../src/core/corpus/statements/statementsOf.ts';
import { createExtractor } from '../../../src/core/extract/pipeline.ts';
import { readModels } from '../../../src/node/readModels.ts';

const extractor = createExtractor({ models: readModels('src/core/lexicon/models') });
const TEXTS = {
  'a.txt': 'The tunnel under the river is 40 metres long, the engineers said.',
  'b.txt': 'The tunnel under the river is 90 metres long, according to the engineers.',
};

const comparison = compareArticles(
  Object.entries(TEXTS).map(([file, text]) => {
    const extraction = extractor.extract({ text });
    const entities = extraction.entities.map(({ name }) => name);
    return { file, published: null, entities, statements: statementsOf({ text, extraction }) };
  }),
);

function judged(is: JudgementKind): StandingJudgement {
  const passage = (uri: keyof typeof TEXTS, words: string) => {
    const start = TEXTS[uri].indexOf(words);
    const selector = { at: [], quote: { exact: words } } as never;
    return { stored: { article: uri, selector }, now: { uri, span: { start, end: start + words.length } } };
  };
  const [x, y] = [passage('a.txt', '40 metres'), passage('b.txt', '90 metres')];
  return { id: 'j_1', judgement: { passages: [x.stored, y.stored], is }, passages: [x.now, y.now] };
}

const lengths = (judgements: readonly StandingJudgement[]) =>
  overruleComparison(comparison, judgements).pairs.flatMap(({ a, b, relation }) =>
    [a, b].every((i) => / metres$/.test(comparison.told[i]?.statement.words ?? '')) ? [relation] : [],
  );

test.each([
  ['same', ['same']],
  ['explained', ['different scope']],
  ['contradiction', ['contradiction']],
  ['not comparable', []],
] as const)('a pair that a person judged "%s" is so in the comparison', (is, relations) => {
  expect(lengths([])).toEqual(['contradiction']);
  expect(lengths([judged(is)])).toEqual(relations);
});
