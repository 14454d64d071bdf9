import { WORD_FLAGS } from '../../lexicon/wordFlags.ts';
import type { Token } from '../../text/tokens.ts';
import type { WordForm } from './wordFeatures.ts';

/** Places in which a capitalised word was seen anywhere in the document; bits. */
export const CONTEXTS = {
  afterTitle: 1,
  afterFirstName: 2,
  beforeOrganizationWord: 4,
  afterPlacePreposition: 8,
  inParentheses: 16,
  beforeSpeech: 32,
  afterThe: 64,
  afterCapital: 128,
  beforeCapital: 256,
  possessive: 512,
} as const;
export const CONTEXT_COUNT = 10;

const ENDS = new Set(['.', '!', '?', ':', '"', '“', '”', '‘', '’', '(', '—', '–', '•', '*', '|', '...']);
const PLACE_PREPOSITIONS = new Set(['in', 'at', 'from', 'near', 'across', 'outside', 'around']);
const SPEECH = new Set(['said', 'says', 'told', 'added', 'wrote', 'stated', 'announced', 'tweeted', 'believes']);

/** One sequence of tokens with its words described. */
export interface WordLine {
  readonly words: readonly WordForm[];
  /** Position of the first token in its line or sentence is a possible start; so is one after a stop. */
  readonly starts: readonly boolean[];
  /** True for headlines and captions in which most longer words are capitalised. */
  readonly titled: boolean;
}

/** What the whole document shows about each word: the tagger reads it as features. */
export interface DocumentFacts {
  readonly lines: readonly WordLine[];
  /** Times that the form was seen capitalised where no sentence starts. */
  capitalisedInside(word: WordForm): number;
  /** True when the word also occurs in small letters. */
  seenLower(word: WordForm): boolean;
  contexts(word: WordForm): number;
}

/**
 * Counts over all sequences of a document; linear in the number of tokens.
 * @param form describes a word; equal words should give the same object.
 */
export function gatherFacts(sequences: readonly (readonly Token[])[], form: (text: string) => WordForm): DocumentFacts {
  const inside = new Map<string, number>();
  const lower = new Set<string>();
  const contexts = new Map<string, number>();
  const lines = sequences.map((tokens): WordLine => {
    const words = tokens.map((token) => form(token.text));
    const titled = isTitled(words);
    const starts = words.map((_, i) => i === 0 || ENDS.has((words[i - 1] as WordForm).text));
    words.forEach((word, i) => {
      if (!word.capitalised) {
        lower.add(word.text);
        return;
      }
      if (titled) return;
      if (!starts[i]) inside.set(word.text, (inside.get(word.text) ?? 0) + 1);
      const bits = contextOf(words, i);
      if (bits) contexts.set(word.text, (contexts.get(word.text) ?? 0) | bits);
    });
    return { words, starts, titled };
  });
  return {
    lines,
    capitalisedInside: (word) => inside.get(word.text) ?? 0,
    seenLower: (word) => lower.has(word.lower),
    contexts: (word) => contexts.get(word.text) ?? 0,
  };
}

function isTitled(words: readonly WordForm[]): boolean {
  let long = 0;
  let capitalised = 0;
  for (const { text, capitalised: upper } of words) {
    if (text.length < 4) continue;
    long++;
    if (upper) capitalised++;
  }
  return long >= 3 && capitalised > 0.7 * long;
}

function contextOf(words: readonly WordForm[], i: number): number {
  const previous = words[i - 1];
  const next = words[i + 1];
  let bits = 0;
  if (previous) {
    if (previous.flags & WORD_FLAGS.title) bits |= CONTEXTS.afterTitle;
    if (previous.capitalised && previous.flags & WORD_FLAGS.firstName) bits |= CONTEXTS.afterFirstName;
    if (PLACE_PREPOSITIONS.has(previous.text)) bits |= CONTEXTS.afterPlacePreposition;
    if (previous.lower === 'the') bits |= CONTEXTS.afterThe;
    if (previous.capitalised && previous.lower !== 'the') bits |= CONTEXTS.afterCapital;
    if (previous.text === '(' && next?.text === ')') bits |= CONTEXTS.inParentheses;
  }
  if (next) {
    if (next.capitalised && next.flags & WORD_FLAGS.organizationWord) bits |= CONTEXTS.beforeOrganizationWord;
    if (SPEECH.has(next.text)) bits |= CONTEXTS.beforeSpeech;
    if (next.capitalised) bits |= CONTEXTS.beforeCapital;
    if (next.lower === "'s" || next.lower === '’s') bits |= CONTEXTS.possessive;
  }
  return bits;
}
