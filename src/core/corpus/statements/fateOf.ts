const LINK = '(?:is|are|was|were|be|been|being|has|have|had|remains?|stays?)';
const ADVERB = '(?:\\s(?:\\p{L}+ly|still|also|now|been|not|since|already|yet)){0,3}';

const MISSING = 'missing|unaccounted';
const DEAD = 'dead|killed|slain|murdered|executed|shot dead|found dead|beaten to death';
const ALIVE = 'alive|questioned|rescued|unhurt|unharmed|interrogated|in custody';
const GONE = 'disappeared|not been (?:seen|found)';
const DIED = 'died|drowned|perished';
const SURVIVED = 'survived|recovering';

/** One of them stands in whatever fits, and is looked for many times as fast: most words tell of nobody's fate. */
const MAY_TELL = new RegExp([MISSING, GONE, DEAD, DIED, ALIVE, SURVIVED].join('|'), 'iu');

/** What reports say became of people; the first that fits decides. All words of a pattern are few: linear. */
const FATES: readonly (readonly [fate: string, words: RegExp])[] = [
  [
    'missing',
    new RegExp(
      `\\b${LINK}${ADVERB}\\s(?:${MISSING})\\b(?!\\s(?:in|out|an?|the|his|her|its|their)\\b)|\\b(?:${GONE})\\b`,
      'iu',
    ),
  ],
  ['dead', new RegExp(`\\b${LINK}${ADVERB}\\s(?:${DEAD})\\b|\\b(?:${DIED})\\b`, 'iu')],
  ['alive', new RegExp(`\\b(?:${SURVIVED})\\b|\\b${LINK}${ADVERB}\\s(?:${ALIVE})\\b`, 'iu')],
];

/** What words say became of somebody, and where they say it: `dead`, `alive`, `missing`; null where they do not. */
export function fateOf(words: string): { readonly fate: string; readonly at: number } | null {
  if (!MAY_TELL.test(words)) return null;
  for (const [fate, pattern] of FATES) {
    const found = pattern.exec(words);
    if (found) return { fate, at: found.index };
  }
  return null;
}
