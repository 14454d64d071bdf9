import { hashText, mix } from '../../lexicon/hash.ts';
import type { WordEntry, WordLexicon } from '../../lexicon/wordLexicon.ts';
import { isCapitalised, wordShape } from './wordShape.ts';

/** All that the tagger knows of a word form, whatever stands around it. */
export interface WordForm extends WordEntry {
  readonly text: string;
  readonly lower: string;
  readonly lowerHash: number;
  readonly capitalised: boolean;
  readonly shapeHash: number;
  /** Feature hashes; the first {@link coreCount} are used for words further away too. */
  readonly features: Uint32Array;
  readonly coreCount: number;
}

const FLAG_COUNT = 16;
const Tag = {
  lower: 1,
  group: 2,
  wordClass: 3,
  shape: 4,
  flag: 5,
  flags: 6,
  prefix: 7,
  suffix: 8,
  surface: 9,
  classShape: 10,
  groupShape: 11,
  inner: 12,
};

/** Features of a word form: lower form, classes, shape, list flags, affixes. */
export function describeWord(text: string, lexicon: WordLexicon): WordForm {
  const lower = text.toLowerCase();
  const entry = lexicon.word(lower);
  const { wordClass, group, flags } = entry;
  const capitalised = isCapitalised(text);
  const shape = wordShape(text);
  const shapeHash = hashText(shape, Tag.shape);
  const lowerHash = hashText(lower, Tag.lower);
  const features: number[] = [lowerHash, shapeHash, mix(group + 1, Tag.group), mix(wordClass + 1, Tag.wordClass)];
  for (let bit = 0; bit < FLAG_COUNT; bit++) {
    if (flags & (1 << bit)) features.push(mix(bit * 2 + (capitalised ? 1 : 0), Tag.flag));
  }
  const coreCount = features.length;
  features.push(mix(flags * 2 + (capitalised ? 1 : 0), Tag.flags));
  features.push(mix(mix(group + 1, Tag.groupShape), shapeHash));
  if (capitalised) {
    features.push(hashText(text, Tag.surface));
    features.push(mix(mix(wordClass + 1, Tag.classShape), shapeHash));
    for (let n = 2; n <= 4; n++) {
      if (lower.length > n)
        features.push(hashText(lower.slice(-n), Tag.suffix), hashText(lower.slice(0, n), Tag.prefix));
    }
  }
  return { ...entry, text, lower, lowerHash, capitalised, shapeHash, features: Uint32Array.from(features), coreCount };
}
