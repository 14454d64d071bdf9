import { compareArticles } from '../../../../src/core/corpus/compare/compareArticles.ts';
import { statementsOf } from '../../../../src/core/corpus/statements/statementsOf.ts';
import { createExtractor } from '../../../../src/core/extract/pipeline.ts';
import { readModels } from '../../../../src/node/readModels.ts';

const extractor = createExtractor({ models: readModels('src/core/lexicon/models') });

/** An article as it is compared, read by the extractor. */
export function articleOf(file: string, published: string, text: string) {
  const extraction = extractor.extract({ text, published });
  const entities = extraction.entities.map(({ name }) => name);
  return { file, published, entities, statements: statementsOf({ text, extraction }) };
}

/** What else an article holds: how rare a word is shows beside others alone. */
const REST = [
  'Shops in the old town closed early. A school choir sang on the square, and the weather office expects rain. The mayor thanked the volunteers for their work. Trains run again from Monday.',
  'Farmers in the valley sold apples at the market. Two teachers wrote a book about birds. The library has new chairs, and its roof was painted green. Nobody could say who paid for it.',
] as const;

/** How the first statement with `one` in the first text stands to the first with `other` in the second. */
export function relationOf(first: string, second: string, one: string, other: string) {
  const { told, pairs } = compareArticles([
    articleOf('a.txt', '2024-05-02', `${first}\n\n${REST[0]}`),
    articleOf('b.txt', '2024-05-04', `${second}\n\n${REST[1]}`),
  ]);
  const pair = pairs.find(({ a, b }) => {
    const [x, y] = [told[a], told[b]];
    return (
      x?.article.file === 'a.txt' &&
      y?.article.file === 'b.txt' &&
      (x.statement.kind !== 'fact') === !one.startsWith('=') &&
      x.statement.words.includes(one.replace('=', '')) &&
      y.statement.words.includes(other.replace('=', ''))
    );
  });
  return pair?.relation;
}
