import type { Token } from '../../text/tokens.ts';
import {
  isBaseForm,
  isFiniteAuxiliary,
  isIrregularPast,
  isParticipleOnly,
  isPastForm,
  isThirdPerson,
} from './verbs.ts';
import { DETERMINERS, isCapitalised, isWord, POSSESSIVES, PREPOSITIONS, SUBJECT_PRONOUNS } from './words.ts';

/**
 * True where the token at `i` is likely the verb of a finite clause. By form and neighbours alone: a word after a
 * determiner or preposition is none, a past form after a noun or pronoun is one unless "by" or a comma makes it a participle.
 */
export function isFiniteVerbAt(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (!token || !isWord(token.text)) return isContraction(tokens, i);
  const word = token.text.toLowerCase();
  if (isFiniteAuxiliary(word)) return word !== 'may' && word !== 'will' && word !== 'can' ? true : token.text === word;
  if (isCapitalised(token.text) && i > 0) return false;
  const before = tokens[i - 1]?.text.toLowerCase() ?? '';
  if (before === '-') return false;
  if (DETERMINERS.has(before) && !SUBJECT_PRONOUNS.has(before)) return false;
  if (POSSESSIVES.has(before) || before === "'s" || before === '’s') return false;
  if (before === 'to' || PREPOSITIONS.has(before)) return false;
  if (isThirdPerson(word)) return !AFTER_COUNT.test(before);
  if (isParticipleOnly(word)) return false;
  if (isPastForm(word)) return isIrregularPast(word) || !isReducedParticiple(tokens, i);
  if (isBaseForm(word)) return SUBJECT_PRONOUNS.has(before) && before !== 'this' && before !== 'that';
  return false;
}

/** After a number or a quantity a form in -s is a plural. */
const AFTER_COUNT =
  /^(?:\d.*|two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|thousand|million|billion|percent|various|other|local|senior|top)$/;

function isContraction(tokens: readonly Token[], i: number): boolean {
  const text = tokens[i]?.text;
  if (!text || (text[0] !== "'" && text[0] !== '’')) return false;
  const ending = text.slice(1).toLowerCase();
  if (ending === 's') return SUBJECT_PRONOUNS.has(tokens[i - 1]?.text.toLowerCase() ?? '');
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

function isFunction(word: string): boolean {
  return PREPOSITIONS.has(word) || DETERMINERS.has(word) || SUBJECT_PRONOUNS.has(word) || word === 'and';
}

/** True when `[from, to)` holds a finite verb. */
export function hasFiniteVerb(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isFiniteVerbAt(tokens, i)) return true;
  return false;
}
