import { WORD_FLAGS } from '../../lexicon/wordFlags.ts';
import type { Token } from '../../text/tokens.ts';
import { type CapitalRun, capitalRuns } from './capitalRuns.ts';
import { ROLES } from './smallWords.ts';
import { isKept, type WordForm } from './wordFeatures.ts';

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

/** One sequence of tokens with its words described. */
export interface WordLine {
  readonly words: readonly WordForm[];
  readonly runs: readonly CapitalRun[];
  /** True for headlines and captions in which most longer words are capitalised. */
  readonly titled: boolean;
}

/** What the whole document shows about one capitalised word. */
export interface WordFacts {
  /** Times that it was seen capitalised where no sentence starts. */
  readonly inside: number;
  /** Bits of {@link CONTEXTS}. */
  readonly contexts: number;
  /** Families of the words that lead to runs with the word, few and distinct. */
  readonly leads: readonly number[];
  /** Families of what runs with the word are said to be, few and distinct. */
  readonly predicates: readonly number[];
}

/** What the whole document shows about each word: the tagger reads it as features. */
export interface DocumentFacts {
  /** The words of a sequence; those with a form beyond the table are described anew, so that few forms are kept. */
  lineAt(sequence: number): WordLine;
  of(word: WordForm): WordFacts;
  /** True when the word also occurs in small letters. */
  seenLower(word: WordForm): boolean;
}

interface Gathered extends WordFacts {
  inside: number;
  contexts: number;
  leads: number[];
  predicates: number[];
}

/**
 * Counts over all sequences of a document; linear in the number of tokens.
 * @param form describes a word.
 */
export function gatherFacts(sequences: readonly (readonly Token[])[], form: (text: string) => WordForm): DocumentFacts {
  const known = new Map<string, Gathered>();
  const lower = new Set<string>();
  const facts = (word: WordForm): Gathered => {
    let gathered = known.get(word.text);
    if (!gathered) {
      gathered = { inside: 0, contexts: 0, leads: NONE, predicates: NONE };
      known.set(word.text, gathered);
    }
    return gathered;
  };
  const kept: (WordLine | undefined)[] = [];
  for (const tokens of sequences) {
    const line = describeLine(tokens, form);
    const { words, runs, titled } = line;
    for (let i = 0; i < words.length; i++) {
      const word = words[i] as WordForm;
      if (!word.capitalised) lower.add(word.text);
      else if (!titled) {
        const gathered = facts(word);
        if (!startsAt(words, i)) gathered.inside++;
        gathered.contexts |= contextOf(words, i);
      }
    }
    for (const run of runs) if (run.lead || run.predicate) addRun(words, run, facts);
    kept.push(words.every(isKept) ? line : undefined);
  }
  return {
    lineAt: (at) => kept[at] ?? describeLine(sequences[at] as readonly Token[], form),
    of: (word) => known.get(word.text) ?? UNSEEN,
    seenLower: (word) => lower.has(word.lower),
  };
}

function describeLine(tokens: readonly Token[], form: (text: string) => WordForm): WordLine {
  const words = new Array<WordForm>(tokens.length);
  for (let i = 0; i < words.length; i++) words[i] = form((tokens[i] as Token).text);
  return { words, runs: capitalRuns(words), titled: isTitled(words) };
}

const NONE: number[] = [];
const UNSEEN: WordFacts = { inside: 0, contexts: 0, leads: NONE, predicates: NONE };
const LONGEST_RUN = 8;
const MOST_FAMILIES = 3;

/** True for the first token of a line or sentence and for one after a stop: a capital there says little. */
export function startsAt(words: readonly WordForm[], i: number): boolean {
  return i === 0 || ((words[i - 1] as WordForm).roles & ROLES.opensSentence) !== 0;
}

function addRun(
  words: readonly WordForm[],
  { start, end, lead, predicate }: CapitalRun,
  facts: (word: WordForm) => Gathered,
): void {
  for (let i = start; i < end && i < start + LONGEST_RUN; i++) {
    const word = words[i] as WordForm;
    if (!word.capitalised) continue;
    const gathered = facts(word);
    if (lead && lead.text.length > 2) gathered.leads = withFamily(gathered.leads, lead.family);
    if (predicate) gathered.predicates = withFamily(gathered.predicates, predicate.family);
  }
}

function withFamily(families: number[], family: number): number[] {
  if (family < 0 || families.length >= MOST_FAMILIES || families.includes(family)) return families;
  return [...families, family];
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
    const the = (previous.roles & ROLES.the) !== 0;
    if (previous.roles & ROLES.placePreposition) bits |= CONTEXTS.afterPlacePreposition;
    if (the) bits |= CONTEXTS.afterThe;
    if (previous.capitalised && !the) bits |= CONTEXTS.afterCapital;
    const bracketed = next !== undefined && previous.roles & ROLES.openingBracket && next.roles & ROLES.closingBracket;
    if (bracketed) bits |= CONTEXTS.inParentheses;
  }
  if (next) {
    if (next.capitalised && next.flags & WORD_FLAGS.organizationWord) bits |= CONTEXTS.beforeOrganizationWord;
    if (next.roles & ROLES.speech) bits |= CONTEXTS.beforeSpeech;
    if (next.capitalised) bits |= CONTEXTS.beforeCapital;
    if (next.roles & ROLES.possessive) bits |= CONTEXTS.possessive;
  }
  return bits;
}
