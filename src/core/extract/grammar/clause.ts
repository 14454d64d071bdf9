import type { Token } from '../../text/tokens.ts';
import { Fact, factsOf, isFunction } from './formFacts.ts';
import { isPastForm } from './verbs.ts';
import { DETERMINERS, isWord, SUBJECT_PRONOUNS } from './words.ts';

/** What may follow a verb in its base form. */
const OBJECT_OR_TO = /^(?:to|him|her|them|us|me|it|his|their|its|the|an?)$/;

/**
 * True where the token at `i` is likely the verb of a finite clause. By form and neighbours alone: a word after a
 * determiner or preposition is none, a past form after a noun or pronoun is one unless "by" or a comma makes it a participle.
 */
export function isFiniteVerbAt(tokens: readonly Token[], i: number): boolean {
  const word = factsAt(tokens, i);
  if ((word & Fact.word) === 0) return isContraction(tokens, i);
  if ((word & Fact.auxiliary) !== 0) return (word & Fact.finite) !== 0;
  if ((word & Fact.capitalised) !== 0 && i > 0) return false;
  const before = factsAt(tokens, i - 1);
  if ((before & Fact.opensNoun) !== 0) return isPrefixed(tokens, i);
  if ((word & Fact.afterPronoun) !== 0 && (before & BEFORE_VERB) !== 0 && followsPronoun(tokens, i)) return true;
  if ((before & Fact.preposition) !== 0) return false;
  // "Shares in the bank fell"
  if ((word & Fact.third) !== 0) return (before & Fact.count) === 0 && !(i === 0 && (word & Fact.capitalised) !== 0);
  if ((before & Fact.heSheIt) !== 0 && (word & Fact.endsInS) !== 0) return true;
  if (isAfterRelative(tokens, i)) return true;
  if ((word & Fact.participle) !== 0) return false;
  if ((word & Fact.past) !== 0 && (isBehindThose(tokens, i) || tokens[i - 1]?.text === 'being')) return false;
  if ((word & Fact.past) !== 0) return (word & Fact.irregularPast) !== 0 || !isReducedParticiple(tokens, i);
  if ((word & Fact.plain) !== 0 && followsPlural(tokens, i)) return true;
  // "nurses plan to quit", "critics blame him"
  if ((word & Fact.baseOrNoun) !== 0 && leadsToObject(tokens, i) && followsPlural(tokens, i)) return true;
  return (word & Fact.base) !== 0 && (before & Fact.subjectPronoun) !== 0 && !isDemonstrative(tokens[i - 1]);
}

/** "Lee co-founded the bank"; not so "a co-founded bank". */
function isPrefixed(tokens: readonly Token[], i: number): boolean {
  const facts = factsAt(tokens, i - 3);
  return (
    (factsAt(tokens, i) & Fact.past) !== 0 &&
    tokens[i - 1]?.text === '-' &&
    PREFIX.test(tokens[i - 2]?.text ?? '') &&
    (facts & (Fact.opensNoun | Fact.preposition)) === 0 &&
    (facts & Fact.word) !== 0 &&
    (facts & (Fact.lightAdverb | Fact.count)) === 0 &&
    !/(?:ly|['’]s)$/.test(tokens[i - 3]?.text ?? '') &&
    tokens[i + 1]?.text.toLowerCase() !== 'by'
  );
}

const PREFIX = /^(?:co|re|pre|de|mis|over|under|out)$/;

/** "those killed", "those already owned". */
function isBehindThose(tokens: readonly Token[], i: number): boolean {
  const at = (factsAt(tokens, i - 1) & Fact.lightAdverb) !== 0 ? i - 2 : i - 1;
  return tokens[at]?.text.toLowerCase() === 'those';
}

function leadsToObject(tokens: readonly Token[], i: number): boolean {
  if (OBJECT_OR_TO.test(tokens[i + 1]?.text ?? '')) return true;
  return (factsAt(tokens, i) & Fact.takesPerson) !== 0 && (factsAt(tokens, i + 1) & Fact.capitalised) !== 0;
}

/** "who run", ", which uses". */
function isAfterRelative(tokens: readonly Token[], i: number): boolean {
  const word = factsAt(tokens, i);
  const before = tokens[i - 1]?.text;
  if (before === 'who') return (word & (Fact.endsInS | Fact.base)) !== 0;
  return before === 'which' && tokens[i - 2]?.text === ',' && (word & Fact.endsInS) !== 0;
}

/** What stands before the verb of a pronoun: the pronoun, or an adverb behind it. */
const BEFORE_VERB = Fact.nominative | Fact.lightAdverb;

/** The facts of the token's word; none beyond the ends. */
function factsAt(tokens: readonly Token[], i: number): number {
  const token = i < 0 ? undefined : tokens[i];
  return token === undefined ? 0 : factsOf(token.word);
}

function isDemonstrative(token: Token | undefined): boolean {
  const word = token?.text.toLowerCase();
  return word === 'this' || word === 'that';
}

/** True behind a plural noun, as in "officials say"; not in "lets workers take" and "saw troops go". */
function followsPlural(tokens: readonly Token[], i: number): boolean {
  if ((factsAt(tokens, i - 1) & Fact.plural) === 0) return false;
  for (let k = Math.max(0, i - 4); k < i - 1; k++) if ((factsAt(tokens, k) & Fact.causative) !== 0) return false;
  return true;
}

/** True behind "I", "we", "they", "he" or "she", adverbs between them left out: the place of a verb of whatever form. */
function followsPronoun(tokens: readonly Token[], i: number): boolean {
  let k = i - 1;
  while (k > 0 && i - k < 3 && (factsAt(tokens, k) & Fact.lightAdverb) !== 0) k--;
  // "did he go", "as they approach" and the object in "made them and he" are not told apart; an auxiliary before asks
  return (factsAt(tokens, k) & Fact.nominative) !== 0 && (factsAt(tokens, k - 1) & Fact.auxiliary) === 0;
}

function isContraction(tokens: readonly Token[], i: number): boolean {
  const text = tokens[i]?.text;
  if (!text || (text[0] !== "'" && text[0] !== '’')) return false;
  const ending = text.slice(1).toLowerCase();
  if (ending === 's') {
    if (SUBJECT_PRONOUNS.has(tokens[i - 1]?.text.toLowerCase() ?? '')) return true;
    // nothing is owned by "not", "been" or "a": "Syria's not", "the plan's a success"
    return /^(?:not|been|a|an|the|going|gone|at|in|on)$/.test(tokens[i + 1]?.text ?? '');
  }
  return ending === 're' || ending === 've' || ending === 'll' || ending === 'd' || ending === 'm';
}

/** "attacks claimed by", "people injured in": a participle after its noun rather than a verb after its subject. */
function isReducedParticiple(tokens: readonly Token[], i: number): boolean {
  const after = tokens[i + 1]?.text.toLowerCase() ?? '';
  if (after === 'by' || after === 'as') return true;
  // "attacks claimed or attributed to"
  if ((after === 'or' || after === 'and') && isPastForm(tokens[i + 2]?.text.toLowerCase() ?? '')) {
    return /^(?:by|to)$/.test(tokens[i + 3]?.text.toLowerCase() ?? '');
  }
  const before = tokens[i - 1]?.text ?? '';
  const lower = before.toLowerCase();
  if (i === 0 || before === ',' || before === '(' || lower === 'and' || lower === 'or') {
    return !(lower === 'and' || before === ',') || after === 'in';
  }
  const next = tokens[i + 1]?.text;
  // an attributive participle: "the defeated army"
  if (next && isWord(next) && !isFunction(after) && DETERMINERS.has(lower)) return true;
  return false;
}

/** True when `[from, to)` holds a finite verb. */
export function hasFiniteVerb(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isFiniteVerbAt(tokens, i)) return true;
  return false;
}
