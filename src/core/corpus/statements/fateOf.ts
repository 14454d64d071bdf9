const LINK = '(?:is|are|was|were|be|been|being|has|have|had|remains?|stays?)';
const ADVERB = '(?:\\s(?:\\p{L}+ly|still|also|now|been|not|since|already|yet)){0,3}';

/** What reports say became of people; the first that fits decides. All words of a pattern are few: linear. */
const FATES: readonly (readonly [fate: string, words: RegExp])[] = [
  [
    'missing',
    new RegExp(
      `\\b${LINK}${ADVERB}\\s(?:missing|unaccounted)\\b(?!\\s(?:in|out|an?|the|his|her|its|their)\\b)|\\bdisappeared\\b|\\bnot been (?:seen|found)\\b`,
      'iu',
    ),
  ],
  [
    'dead',
    new RegExp(
      `\\b${LINK}${ADVERB}\\s(?:dead|killed|slain|murdered|executed|shot dead|found dead|beaten to death)\\b|\\b(?:died|drowned|perished)\\b`,
      'iu',
    ),
  ],
  [
    'alive',
    new RegExp(
      `\\b(?:survived|recovering)\\b|\\b${LINK}${ADVERB}\\s(?:alive|questioned|rescued|unhurt|unharmed|interrogated|in custody)\\b`,
      'iu',
    ),
  ],
];

/** What words say became of somebody, and where they say it: `dead`, `alive`, `missing`; null where they do not. */
export function fateOf(words: string): { readonly fate: string; readonly at: number } | null {
  for (const [fate, pattern] of FATES) {
    const found = pattern.exec(words);
    if (found) return { fate, at: found.index };
  }
  return null;
}
