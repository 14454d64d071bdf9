import type { Token } from '../../text/tokens.ts';
import {
  isBaseForm,
  isFiniteAuxiliary,
  isIrregularPast,
  isParticipleOnly,
  isPastForm,
  isThirdPerson,
} from './verbs.ts';
import {
  DETERMINERS,
  isCapitalised,
  isWord,
  LIGHT_ADVERBS,
  POSSESSIVES,
  PREPOSITIONS,
  SUBJECT_PRONOUNS,
} from './words.ts';

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
  if (followsPronoun(tokens, i) && isAnyVerbForm(word)) return true;
  if (before === 'to' || PREPOSITIONS.has(before)) return false;
  if (isThirdPerson(word)) return !AFTER_COUNT.test(before);
  if (/^(?:it|he|she)$/.test(before) && word.length > 3 && /[^s]s$/.test(word)) return true;
  if (isParticipleOnly(word)) return false;
  if (isPastForm(word)) return isIrregularPast(word) || !isReducedParticiple(tokens, i);
  if (PLAIN_VERBS.has(word) && followsPlural(tokens, i)) return true;
  if (isBaseForm(word)) return SUBJECT_PRONOUNS.has(before) && before !== 'this' && before !== 'that';
  return false;
}

/** Plain forms that are no nouns. */
const PLAIN_VERBS = new Set(
  'go come get make give take become bring keep say see know think believe want include remain seem appear refuse agree argue belong build buy carry choose consider contain continue create decide deny depend deserve die eat exist expect fail feel find grow happen hear insist involve join learn live lose maintain mean occur pose prove provide receive represent require sell send serve speak spend suffer suggest tell understand vary write allege accuse'.split(
    ' ',
  ),
);

/** True behind a plural noun, as in "officials say"; not in "lets workers take" and "saw troops go". */
function followsPlural(tokens: readonly Token[], i: number): boolean {
  const noun = tokens[i - 1]?.text ?? '';
  const isPlural = /^\p{L}{2,}[^s\P{L}]s$/u.test(noun) || /^(?:people|men|women|children|police)$/.test(noun);
  if (!isPlural || SUBJECT_PRONOUNS.has(noun.toLowerCase())) return false;
  for (let k = Math.max(0, i - 4); k < i - 1; k++) if (CAUSATIVES.test((tokens[k] as Token).text)) return false;
  return true;
}

const CAUSATIVES =
  /^(?:to|let|lets|letting|mak(?:es?|ing)|made|help(?:s|ed|ing)?|saw|sees?|seen|watch(?:ed|es)?|heard|hears?|have|has|had|did|do|does|will|would|can|could|may|might|must|shall|should|that|demand(?:s|ed)?)$/i;

/** True behind "I", "we", "they", "he" or "she", adverbs between them left out: the place of a verb of whatever form. */
function followsPronoun(tokens: readonly Token[], i: number): boolean {
  let k = i - 1;
  while (k > 0 && i - k < 3 && LIGHT_ADVERBS.has((tokens[k] as Token).text)) k--;
  const subject = tokens[k]?.text ?? '';
  if (!/^(?:I|[Ww]e|[Tt]hey|[Hh]e|[Ss]he)$/.test(subject)) return false;
  const verb = tokens[k - 1]?.text ?? '';
  // "did he go", "as they approach" and the object in "made them and he" are not told apart; an auxiliary before asks
  return !isFiniteAuxiliary(verb.toLowerCase());
}

function isAnyVerbForm(word: string): boolean {
  return (
    word.length > 1 &&
    !LIGHT_ADVERBS.has(word) &&
    !word.endsWith('ly') &&
    !word.endsWith('ing') &&
    !isFunction(word) &&
    !NOT_AFTER_PRONOUN.test(word) &&
    !(isParticipleOnly(word) && !isIrregularPast(word) && !word.endsWith('ed'))
  );
}

const NOT_AFTER_PRONOUN =
  /^(?:or|nor|but|not|who|whom|that|which|if|when|where|while|because|so|than|then|themselves|himself|herself|ourselves|myself|alone|together|n['’]t|be|been|being|well|perhaps|maybe|instead|almost|quite|rather|very|really|yes|no|two|three|four|all|guys|there|here|right|today)$/;

/** After a number or a quantity a form in -s is a plural. */
const AFTER_COUNT =
  /^(?:\d.*|two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|thousand|million|billion|percent|various|other|local|senior|top)$/;

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

function isFunction(word: string): boolean {
  return PREPOSITIONS.has(word) || DETERMINERS.has(word) || SUBJECT_PRONOUNS.has(word) || word === 'and';
}

/** True when `[from, to)` holds a finite verb. */
export function hasFiniteVerb(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isFiniteVerbAt(tokens, i)) return true;
  return false;
}
