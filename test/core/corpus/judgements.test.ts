import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describe as describePlace } from '../../../src/core/anchor/describe.ts';
import { TextBlocks } from '../../../src/core/anchor/textBlocks.ts';
import { JUDGEMENTS, type Judgement } from '../../../src/core/corpus/judgements/judgement.ts';
import { overrule, type StandingJudgement } from '../../../src/core/corpus/judgements/overrule.ts';
import { standingJudgements } from '../../../src/core/corpus/judgements/standing.ts';
import type { Across, AcrossStatement } from '../../../src/core/corpus/query/across.ts';
import { EMPTY_REGISTRY } from '../../../src/core/corpus/registry.ts';
import { parseRegistry, serialiseRegistry } from '../../../src/core/corpus/registryFile.ts';
import { readingsOf } from '../../../src/core/present/readings.ts';

const A = 'The wall is 820 metres long.\n';
const B = 'It was said that the wall is 950 metres long.\n';

const passage = (article: string, text: string, words: string) => {
  const start = text.indexOf(words);
  return { article, selector: describePlace(new TextBlocks(text), [{ start, end: start + words.length }]) };
};
const judgement = (is: string, fields: Partial<Judgement> = {}): Judgement => ({
  passages: [passage('a.txt', A, '820 metres'), passage('b.txt', B, '950 metres')],
  is,
  ...fields,
});

describe('judgements in the registry', () => {
  it('are read and written with the same bytes, those of a later version and unknown fields too', () => {
    const kinds = fc.constantFrom(...JUDGEMENTS, 'later kind');
    const words = fc.option(fc.string({ minLength: 1 }), { nil: undefined });
    fc.assert(
      fc.property(fc.array(fc.tuple(kinds, words, words)), (all) => {
        const judgements = new Map(
          all.map(([is, because, by], at) => [
            `j_${at}`,
            judgement(is, { ...(because && { because }), ...(by && { by }) }),
          ]),
        );
        const text = serialiseRegistry({ ...EMPTY_REGISTRY, judgements });
        const parsed = parseRegistry(text);
        expect(parsed.ok && serialiseRegistry(parsed.value)).toBe(text);
        expect(parsed.ok && parsed.value.judgements.size).toBe(all.length);
      }),
    );
    const file = JSON.parse(
      serialiseRegistry({ ...EMPTY_REGISTRY, judgements: new Map([['j_1', judgement('same')]]) }),
    );
    file.judgements.j_1.weight = 3;
    const parsed = parseRegistry(JSON.stringify(file));
    expect(parsed.ok && JSON.parse(serialiseRegistry(parsed.value))).toEqual(file);
  });

  it('stand on their words in edited articles, and know when these are gone', () => {
    const where = (a: string) => {
      const texts = new Map([
        ['file:a.txt', a],
        ['file:b.txt', `Later.\n\n${B}`],
      ]);
      const [found] = standingJudgements([['j_1', judgement('same')]], {
        addressOf: (article) => `file:${article}`,
        textOf: (uri) => texts.get(uri) ?? null,
      });
      return found?.passages.map(({ uri, span }) => span && texts.get(uri)?.slice(span.start, span.end));
    };
    expect(where(A)).toEqual(['820 metres', '950 metres']);
    expect(where(`A new line.\n${A}`)).toEqual(['820 metres', '950 metres']);
    expect(where('Nothing of it is left.\n')).toEqual([null, '950 metres']);
  });
});

const statement = (article: number, start: number, words: string, sources: string[] = []): AcrossStatement => ({
  ...{ article, start, words, sources, kind: 'figure', question: 'length' },
  end: start + words.length,
  sentence: { start: 0, end: 40 },
});
const ACROSS: Across = {
  articles: ['a', 'b', 'c'].map((name) => ({ uri: `file:${name}.txt`, title: null, publisher: null, published: null })),
  statements: [
    statement(0, 12, '820 metres', ['Board']),
    statement(1, 29, '950 metres'),
    statement(2, 5, '820 m', ['Board']),
  ],
  pairs: [
    { a: 0, b: 1, relation: 'contradiction', reason: 'Two values.', score: 0.9 },
    { a: 0, b: 2, relation: 'same', reason: 'Both say 820.', score: 0.9 },
  ],
  origins: [{ statements: [0, 2], origin: 'Board' }],
};
const standing = (is: string, fields: Partial<Judgement> = {}, id = 'j_1'): StandingJudgement => ({
  id,
  judgement: judgement(is, fields),
  passages: [
    { uri: 'file:a.txt', span: { start: 12, end: 22 } },
    { uri: 'file:b.txt', span: { start: 29, end: 39 } },
  ],
});

describe('what people say', () => {
  const summary = (...judgements: StandingJudgement[]) =>
    readingsOf(overrule(ACROSS, judgements), () => '').map((reading) => reading.summary);

  it.each([
    ['nobody', [], '1 source agrees (1 origin, the same as here), 1 differs'],
    ['same', [standing('same')], '2 sources agree (2 origins, one the same as here)'],
    [
      'explained',
      [standing('explained', { because: 'the new part' })],
      '1 source agrees (1 origin, the same as here), 1 is of another scope',
    ],
    ['contradiction', [standing('contradiction')], '1 source agrees (1 origin, the same as here), 1 differs'],
    ['not comparable', [standing('not comparable')], '1 source agrees (1 origin, the same as here)'],
    ['a later kind', [standing('hearsay')], '1 source agrees (1 origin, the same as here), 1 differs'],
  ])('overrules the machine: %s', (_, judgements, words) => {
    expect(summary(...judgements)).toEqual([words]);
  });

  it('is named with its reason and its author', () => {
    const [pair] = overrule(ACROSS, [standing('explained', { because: 'the new part', by: 'Ada' })]).pairs;
    expect(pair).toMatchObject({ reason: 'Ada: explained by the new part.', judgements: ['j_1'] });
  });

  it('leaves the pair as it is where people disagree, and says so', () => {
    const two = [standing('same', { by: 'Ada' }), standing('contradiction', { by: 'Ben' }, 'j_2')];
    const [pair] = overrule(ACROSS, two).pairs;
    expect(pair).toMatchObject({ relation: 'contradiction', judgements: ['j_1', 'j_2'] });
    expect(pair?.reason).toMatch(/^People disagree: Ada: same; Ben: contradiction/);
  });

  it('is about the figure, not about the sentence that it stands in', () => {
    const facts = [statement(0, 0, 'The wall is 820 metres long'), statement(1, 17, 'the wall is 950 metres long')];
    const across: Across = {
      ...ACROSS,
      statements: [...facts, ...ACROSS.statements],
      pairs: [
        { a: 0, b: 1, relation: 'same', reason: 'Both say the same.', score: 1 },
        { a: 2, b: 3, relation: 'contradiction', reason: 'Two values.', score: 0.9 },
      ],
    };
    const relations = overrule(across, [standing('not comparable')]).pairs.map(({ relation }) => relation);
    expect(relations).toEqual(['same', null]);
  });

  it('stands for a pair that the machine does not see', () => {
    const none = { ...ACROSS, pairs: [], statements: [], origins: [] };
    const [pair] = overrule(none, [standing('contradiction')]).pairs;
    expect(pair?.relation).toBe('contradiction');
  });
});
