import { hashText, mix } from '../../lexicon/hash.ts';
import { FLAG_COUNT } from '../../lexicon/wordFlags.ts';
import { LEANING_BITS, LEANING_COUNT, type WordEntry, type WordLexicon } from '../../lexicon/wordLexicon.ts';
import { isCapitalised, wordShape } from './wordShape.ts';

/** All that the tagger knows of a word form, whatever stands around it. */
export interface WordForm extends WordEntry {
  readonly text: string;
  readonly lower: string;
  readonly lowerHash: number;
  readonly capitalised: boolean;
  /** True where a capital stands anywhere in the word. */
  readonly hasCapital: boolean;
  readonly shapeHash: number;
  /** Feature hashes; the first {@link coreCount} are used for words further away too. */
  readonly features: Uint32Array;
  readonly coreCount: number;
  /** Label scores that depend on the form alone; kept by the {@link FormTable}, which alone writes here. */
  scores: Float32Array | undefined;
}

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
  family: 12,
  leaning: 13,
  leanings: 14,
};

/** Features of a word form: lower form, classes, shape, list flags, affixes. */
export function describeWord(text: string, lexicon: WordLexicon): WordForm {
  const lower = text.toLowerCase();
  const { wordClass, family, group, flags, leanings } = lexicon.word(lower);
  const capitalised = isCapitalised(text);
  const shape = wordShape(text);
  const shapeHash = hashText(shape, Tag.shape);
  const lowerHash = hashText(lower, Tag.lower);
  const features: number[] = [lowerHash, shapeHash, mix(group + 1, Tag.group), mix(wordClass + 1, Tag.wordClass)];
  for (let bit = 0; bit < FLAG_COUNT; bit++) {
    if (flags & (1 << bit)) features.push(mix(bit * 2 + (capitalised ? 1 : 0), Tag.flag));
  }
  for (let kind = 0; kind < LEANING_COUNT; kind++) {
    const degree = (leanings >> (kind * LEANING_BITS)) & ((1 << LEANING_BITS) - 1);
    if (degree > 0) features.push(mix(mix(kind, degree * 2 + (capitalised ? 1 : 0)), Tag.leaning));
  }
  const coreCount = features.length;
  features.push(mix(flags * 2 + (capitalised ? 1 : 0), Tag.flags));
  features.push(mix(family + 1, Tag.family));
  if (leanings) features.push(mix(mix(leanings, Tag.leanings), shapeHash));
  features.push(mix(mix(group + 1, Tag.groupShape), shapeHash));
  if (capitalised) {
    features.push(hashText(text, Tag.surface));
    features.push(mix(mix(wordClass + 1, Tag.classShape), shapeHash));
    for (let n = 2; n <= 4; n++) {
      if (lower.length > n)
        features.push(hashText(lower.slice(-n), Tag.suffix), hashText(lower.slice(0, n), Tag.prefix));
    }
  }
  return {
    wordClass,
    family,
    group,
    flags,
    leanings,
    text,
    lower,
    lowerHash,
    capitalised,
    hasCapital: capitalised || /\p{Lu}/u.test(text),
    shapeHash,
    features: new Uint32Array(features),
    coreCount,
    scores: undefined,
  };
}
