import { FOLD_START, foldRange, hashText, mix } from '../../lexicon/hash.ts';
import { FLAG_COUNT } from '../../lexicon/wordFlags.ts';
import { LEANING_BITS, LEANING_COUNT, type WordEntry, type WordLexicon } from '../../lexicon/wordLexicon.ts';
import { add, type FeatureBuffer } from './featureBuffer.ts';
import { rolesOf } from './smallWords.ts';
import { isCapitalised, wordShape } from './wordShape.ts';

/** All that the tagger knows of a word form, whatever stands around it. Hashes are signed 32-bit numbers. */
export interface WordForm extends WordEntry {
  readonly text: string;
  readonly lower: string;
  readonly lowerHash: number;
  readonly capitalised: boolean;
  /** True where a capital stands anywhere in the word. */
  readonly hasCapital: boolean;
  readonly shapeHash: number;
  /** See {@link rolesOf}. */
  readonly roles: number;
  /** Where the {@link FormTable} keeps the label scores that depend on the form alone; it alone writes here. 0: nowhere. */
  slot: number;
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

export function describeWord(text: string, lexicon: WordLexicon): WordForm {
  const lower = text.toLowerCase();
  const { wordClass, family, group, flags, leanings } = lexicon.word(lower);
  const capitalised = isCapitalised(text);
  return {
    wordClass,
    family,
    group,
    flags,
    leanings,
    text,
    lower,
    lowerHash: hashText(lower, Tag.lower) | 0,
    capitalised,
    hasCapital: capitalised || /\p{Lu}/u.test(text),
    shapeHash: hashText(wordShape(text), Tag.shape) | 0,
    roles: rolesOf(text),
    slot: 0,
  };
}

/** True for a form that the {@link FormTable} keeps, as long as its scores were not asked for. */
export function isKept({ slot }: WordForm): boolean {
  return slot !== 0;
}

/**
 * Writes the features of a word form over the buffer: lower form, classes, shape, list flags, affixes.
 * @returns how many of them, the first, are used for words further away too.
 */
export function writeFormFeatures(form: WordForm, out: FeatureBuffer): number {
  const { text, lower, flags, family, group, wordClass, leanings, shapeHash } = form;
  const upper = form.capitalised ? 1 : 0;
  out.count = 0;
  add(out, form.lowerHash);
  add(out, shapeHash);
  add(out, mix(group + 1, Tag.group));
  add(out, mix(wordClass + 1, Tag.wordClass));
  for (let bit = 0; bit < FLAG_COUNT; bit++) if (flags & (1 << bit)) add(out, mix(bit * 2 + upper, Tag.flag));
  for (let kind = 0; kind < LEANING_COUNT; kind++) {
    const degree = (leanings >> (kind * LEANING_BITS)) & ((1 << LEANING_BITS) - 1);
    if (degree > 0) add(out, mix(mix(kind, degree * 2 + upper), Tag.leaning));
  }
  const core = out.count;
  add(out, mix(flags * 2 + upper, Tag.flags));
  add(out, mix(family + 1, Tag.family));
  if (leanings) add(out, mix(mix(leanings, Tag.leanings), shapeHash));
  add(out, mix(mix(group + 1, Tag.groupShape), shapeHash));
  if (!form.capitalised) return core;
  add(out, hashText(text, Tag.surface));
  add(out, mix(mix(wordClass + 1, Tag.classShape), shapeHash));
  for (let n = 2; n <= 4 && n < lower.length; n++) {
    add(out, hashPart(lower, lower.length - n, lower.length, Tag.suffix));
    add(out, hashPart(lower, 0, n, Tag.prefix));
  }
  return core;
}

/** The {@link hashText} of a part of a text. */
function hashPart(text: string, from: number, to: number, seed: number): number {
  return mix(foldRange(text, from, to, FOLD_START ^ seed), seed);
}
