import { hashText } from '../../lexicon/hash.ts';
import type { WordLexicon } from '../../lexicon/wordLexicon.ts';
import { rememberWords } from '../../text/rememberForms.ts';
import type { Word } from '../../text/word.ts';
import { isBaseForm, isGerund, isPastForm, isThirdPerson } from '../grammar/verbs.ts';
import {
  DETERMINERS,
  isCapitalised,
  isDigit,
  isWord,
  LIGHT_ADVERBS,
  POSSESSIVES,
  PREPOSITIONS,
} from '../grammar/words.ts';
import { CUE_VERBS, type CueVerb } from './cueVerbs.ts';
import { figureVerb, isAccordance, isReportNoun, isViewNoun } from './reportNouns.ts';
import { isTimeWord } from './timeWords.ts';

/** What a token is by its form alone; a rough part of speech. */
export const Kind = {
  word: 0,
  comma: 1,
  stop: 2,
  colon: 3,
  semicolon: 4,
  dash: 5,
  open: 6,
  close: 7,
  mark: 8,
  sign: 9,
  determiner: 10,
  pronoun: 11,
  possessive: 12,
  preposition: 13,
  coordinator: 14,
  that: 15,
  relative: 16,
  subordinator: 17,
  to: 18,
  be: 19,
  have: 20,
  modal: 21,
  not: 22,
  time: 23,
  number: 24,
  name: 25,
  gerund: 26,
  past: 27,
  third: 28,
  base: 29,
  adverb: 30,
  genitive: 31,
  object: 32,
  by: 33,
  as: 34,
  whether: 35,
  edge: 36,
} as const;

/** True for the kinds of sign that a content may stop at. */
export function isPause(kind: number): boolean {
  return (
    kind === Kind.comma || kind === Kind.dash || kind === Kind.stop || kind === Kind.colon || kind === Kind.semicolon
  );
}

function endsInOneS(lower: string): boolean {
  return lower.length > 4 && lower.endsWith('s') && lower.charAt(lower.length - 2) !== 's';
}

/** True for a form that, behind a singular subject, is likely its verb; one in -s that no list knows counts too. */
export function isThirdOrPast({ kind, lower }: Form): boolean {
  return kind === Kind.past || kind === Kind.third || (kind === Kind.word && endsInOneS(lower));
}

/** All that the statement model knows of a word form, whatever stands around it. */
export interface Form {
  readonly lower: string;
  readonly hash: number;
  /** Hash of the lemma, or of the word without its ending. */
  readonly stem: number;
  readonly kind: number;
  readonly wordClass: number;
  readonly group: number;
  /** What the word can be as a verb of a report. */
  readonly verb: CueVerb | undefined;
  /** True for a noun that can head a report, such as "claim". */
  readonly reportNoun: boolean;
  /** True for a word that rules alone read as a cue: "in the view of", "puts the cost at". */
  readonly ruleCue: boolean;
  /** How likely the word is a cue by itself; filled by the model, NaN before. */
  prior: number;
  /** The part of the form by itself in the choice whether it is a cue; filled by the model, NaN before. */
  cueBase: number;
}

const SIGNS: Readonly<Record<string, number>> = {
  ',': Kind.comma,
  '.': Kind.stop,
  '!': Kind.stop,
  '?': Kind.stop,
  '…': Kind.stop,
  '...': Kind.stop,
  ':': Kind.colon,
  ';': Kind.semicolon,
  '–': Kind.dash,
  '—': Kind.dash,
  '--': Kind.dash,
  '-': Kind.dash,
  '(': Kind.open,
  '[': Kind.open,
  ')': Kind.close,
  ']': Kind.close,
  '"': Kind.mark,
  '“': Kind.mark,
  '”': Kind.mark,
  '«': Kind.mark,
  '»': Kind.mark,
  '‘': Kind.mark,
};

const WORDS: ReadonlyMap<string, number> = new Map(
  (
    [
      ['pronoun', 'i you he she it we they who there'],
      ['object', 'him them us me himself herself itself themselves'],
      ['coordinator', 'and but or nor yet so'],
      ['that', 'that'],
      ['relative', 'which who whom whose where what why how when'],
      ['whether', 'if whether'],
      ['subordinator', 'while because although though unless since after before until whereas once than despite'],
      ['to', 'to'],
      ['be', "is are was were am be been being 's_be"],
      ['have', "has have had having do does did 've ’ve"],
      ['modal', "will would can could may might must shall should cannot 'll ’ll 'd ’d wo ca"],
      ['not', "not n't n’t never 't ’t"],
      ['genitive', "'s ’s"],
      ['by', 'by'],
      ['as', 'as'],
    ] as const
  ).flatMap(([kind, words]) => words.split(' ').map((word): [string, number] => [word, Kind[kind]])),
);

export type FormOf = (word: Word) => Form;

/** What the model that was trained with the lexicon knows of words; to be made once for a model, which fills it in. */
export function formsWith(lexicon: WordLexicon): FormOf {
  return rememberWords((text) => describe(text, lexicon));
}

/** Stands before the first token and after the last. */
export const EDGE: Form = {
  lower: '',
  hash: 1,
  stem: 1,
  kind: Kind.edge,
  wordClass: -2,
  group: -2,
  verb: undefined,
  reportNoun: false,
  ruleCue: false,
  prior: -100,
  cueBase: 0,
};

function describe(text: string, lexicon: WordLexicon): Form {
  // the health body is no relative pronoun
  const lower = text === 'WHO' ? 'w.h.o.' : text.toLowerCase();
  const { wordClass, group } = lexicon.word(lower);
  const kind = kindOf(text, lower);
  return {
    lower,
    hash: hashText(lower),
    stem: hashText(stemOf(lower), 3),
    kind,
    wordClass,
    group,
    verb: CUE_VERBS.get(lower),
    reportNoun: isReportNoun(lower),
    ruleCue: isViewNoun(lower) || isAccordance(lower) || figureVerb(lower) !== null,
    prior: Number.NaN,
    cueBase: Number.NaN,
  };
}

function kindOf(text: string, lower: string): number {
  const sign = SIGNS[text];
  if (sign !== undefined) return sign;
  const known = WORDS.get(lower);
  if (known !== undefined) return known;
  if (isDigit(text)) return isTimeWord(lower) ? Kind.time : Kind.number;
  if (!isWord(text)) return /^\.+$|^-+$/.test(text) ? Kind.dash : Kind.sign;
  if (POSSESSIVES.has(lower)) return Kind.possessive;
  if (DETERMINERS.has(lower)) return Kind.determiner;
  if (isTimeWord(lower)) return Kind.time;
  if (PREPOSITIONS.has(lower)) return Kind.preposition;
  if (isCapitalised(text) && !CUE_VERBS.has(lower)) return Kind.name;
  if (LIGHT_ADVERBS.has(lower) || (lower.endsWith('ly') && lower.length > 4)) return Kind.adverb;
  if (isGerund(lower)) return Kind.gerund;
  if (isPastForm(lower)) return Kind.past;
  if (isThirdPerson(lower)) return Kind.third;
  if (isBaseForm(lower)) return Kind.base;
  return Kind.word;
}

/** The lemma of a cue verb, else the word without its ending. */
function stemOf(lower: string): string {
  const cue = CUE_VERBS.get(lower);
  if (cue) return cue.lemma;
  const plain = lower.replace(/(?:ing|ed|es|s|d)$/, '');
  return plain.length < 3 ? lower : plain.replace(/[ei]$|y$/, '').replace(/(.)\1$/, '$1');
}

/** The lemma of a verb of report, else the word itself. */
export function lemmaOf({ verb, lower }: Form): string {
  return verb?.lemma ?? lower;
}

/** One feature of the model: a tag and up to three numbers, well spread over 32 bits. */
export function feature(tag: number, a: number, b = 0, c = 0): number {
  let hash =
    Math.imul(tag + 1, 0x9e3779b1) ^
    Math.imul(a + 0x7f4a7c15, 0x85ebca6b) ^
    Math.imul(b + 0x165667b1, 0xc2b2ae35) ^
    Math.imul(c + 0x27d4eb2f, 0x2545f491);
  hash = Math.imul(hash ^ (hash >>> 15), 0xd168aaad);
  return hash ^ (hash >>> 15);
}
