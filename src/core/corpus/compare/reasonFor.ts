import type { Told } from './compared.ts';
import type { ReadPair } from './pairFeatures.ts';
import type { Relation } from './relation.ts';

const SCOPE_WORDS: Readonly<Record<string, string>> = {
  peak: 'one is a highest or lowest value',
  earlier: 'one is of an earlier time',
  each: 'one is for each of several',
  average: 'one is an average',
  part: 'one counts a part',
  total: 'one counts all',
  planned: 'one is planned or expected',
  now: 'one is of the present',
  rest: 'they are measured in different ways',
};

/** One sentence for people that says why two statements stand to each other as they do. */
export function reasonFor(relation: Relation, a: Told, b: Told, { features, values }: ReadPair): string {
  const [x, y] = [a.statement, b.statement];
  switch (relation) {
    case 'same':
      return values.match === 'equal' ? `Both say ${x.words}.` : `Both say the same: ${x.words}; ${y.words}.`;
    case 'compatible':
      return `${x.words} and ${y.words} can both be true.`;
    case 'updated':
      return features.later === 1
        ? `${y.words} is the later telling, ${x.words} the earlier.`
        : `${x.words} is replaced by ${y.words}.`;
    case 'different scope': {
      const mark = Object.keys(SCOPE_WORDS).find((name) => features[`scope:${name}`] === 1);
      if (!mark && features.asOfApart === 1) return 'They are of different times.';
      if (!mark && topic(a) === topic(b)) return 'They tell of different things.';
      return `They count different things: ${mark ? SCOPE_WORDS[mark] : `${topic(a)} and ${topic(b)}`}.`;
    }
    case 'contradiction':
      return `${x.words} and ${y.words} cannot both be true.`;
  }
}

function topic({ statement }: Told): string {
  return statement.question || statement.words;
}
