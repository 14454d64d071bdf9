import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Comparison, compareArticles } from '../../../../src/core/corpus/compare/compareArticles.ts';
import { statementsOf } from '../../../../src/core/corpus/statements/statementsOf.ts';
import { createExtractor } from '../../../../src/core/extract/pipeline.ts';
import { questionGroups } from '../../../../src/core/present/questionGroups.ts';
import { readModels } from '../../../../src/node/readModels.ts';

const folder = path.join(import.meta.dirname, '../../../../seeds');

describe('the two articles that Dossier was asked for with', () => {
  let compared: Comparison;
  const words = (at: number) => compared.told[at]?.statement.words ?? '';
  const pairs = (relation: string) =>
    compared.pairs.filter((pair) => pair.relation === relation).map(({ a, b }) => [words(a), words(b)].sort());

  beforeAll(() => {
    const extractor = createExtractor({ models: readModels('src/core/lexicon/models') });
    const articles = fs
      .readdirSync(folder)
      .filter((file) => file.endsWith('.txt'))
      .map((file) => {
        const text = fs.readFileSync(path.join(folder, file), 'utf8');
        const extraction = extractor.extract({ text });
        const entities = extraction.entities.map(({ name }) => name);
        const published = extraction.referenceDate.value;
        return { file, published, entities, statements: statementsOf({ text, extraction }) };
      });
    compared = compareArticles(articles);
  });

  it('contradict each other in when the group was founded, and in nothing else', () => {
    expect(pairs('contradiction')).toEqual([['2014', 'January 2015']]);
    const founded = compared.clusters.find(({ question }) => question === 'founded');
    expect(founded?.statements.map(words).sort()).toEqual(['2014', 'January 2015']);
  });

  it('update the number of the dead', () => {
    expect(pairs('updated')).toContainEqual(['At least 60', 'at least 170']);
  });

  it('speak of its strength at two times', () => {
    expect(pairs('different scope')).toContainEqual(['3,000', 'about 1500-2200']);
    const { reason } =
      compared.pairs.find(({ a, b }) => [words(a), words(b)].sort().join() === '3,000,about 1500-2200') ?? {};
    expect(reason).toContain('highest');
    const beside = questionGroups(compared).find(({ question }) => question === 'strength');
    expect(beside?.statements.map(words).sort()).toEqual(['3,000', 'about 1500-2200']);
  });

  it('never set the dead against the wounded', () => {
    const across = [...pairs('updated'), ...pairs('same'), ...pairs('compatible')];
    for (const dead of ['At least 60', 'at least 170'])
      for (const wounded of ['200', 'more than 140']) expect(across).not.toContainEqual([dead, wounded].sort());
  });

  it('have the 77 attacks twice from one origin', () => {
    const origins = compared.origins.map(({ statements }) => statements.map(words));
    expect(origins).toContainEqual(['77', 'at least 77']);
  });
});
