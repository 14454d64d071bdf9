import type { Token } from '../../text/tokens.ts';
import { isAuxiliary, isFiniteAuxiliary, isPastForm } from '../grammar/verbs.ts';
import { DETERMINERS, isCapitalised, isWord, PREPOSITIONS, SUBJECT_PRONOUNS } from '../grammar/words.ts';
import { readNumber } from './numbers.ts';
import { isPersonNoun, singular } from './units.ts';

const FATE =
  /^(?:killed|dead|died|injured|wounded|hurt|missing|arrested|detained|infected|evacuated|displaced|rescued|hospitali[sz]ed|sentenced|released|kidnapped|abducted|shot|executed)$/;
const STOP = new Set([
  'and',
  'or',
  'but',
  'who',
  'that',
  'which',
  'when',
  'where',
  'while',
  'than',
  'as',
  'not',
  'also',
  'last',
  'next',
  'ago',
  'yesterday',
  'today',
  'tomorrow',
  'away',
  'worldwide',
  'nationwide',
  'statewide',
  'overall',
  'alone',
  'abroad',
  'overnight',
  'so',
  'far',
]);

/** What the number before token `i` counts: the noun's unit, and the noun or what befell the counted. */
export function countedBy(tokens: readonly Token[], i: number): { unit: string | null; what: string | null } {
  let at = i;
  if (tokens[at]?.text === '-') return isGlued(tokens, at) ? countedInCompound(tokens, at) : { unit: null, what: null };
  if (tokens[at]?.text === 'out' && tokens[at + 1]?.text === 'of') at++;
  if (tokens[at]?.text.toLowerCase() === 'of') {
    at++;
    if (DETERMINERS.has(tokens[at]?.text.toLowerCase() ?? '')) at++;
    // "two of the 14 samples"
    at = readNumber(tokens, at)?.to ?? at;
  }
  const phrase: string[] = [];
  for (; at < tokens.length && phrase.length < 5; at++) {
    const token = tokens[at] as Token;
    const word = token.text.toLowerCase();
    if (!(isWord(token.text) || token.text === '-') || STOP.has(word) || isAuxiliary(word)) break;
    if (PREPOSITIONS.has(word) || DETERMINERS.has(word) || word.endsWith('ly')) break;
    if (phrase.length > 0 && (isPastForm(word) || /ing$/.test(word)) && !isPastForm(phrase[0] as string)) break;
    // "five firearms he used", "two shotguns Lee had"
    const last = phrase.at(-1) ?? '';
    if (phrase.length > 0 && SUBJECT_PRONOUNS.has(word)) break;
    if (/^\p{Ll}{3,}s$/u.test(last) && isCapitalised(token.text)) break;
    const after = tokens[at + 1]?.text ?? '';
    if (phrase.length === 0 && isPastForm(word) && !/^\p{Ll}{3,}s$/u.test(after)) break;
    phrase.push(token.text);
  }
  while (phrase.at(-1) === '-') phrase.pop();
  const head = phrase.at(-1) ?? null;
  const fate = fateAfter(tokens, at, phrase);
  if (head && !FATE.test(head)) {
    const unit = isPersonNoun(head) ? 'person' : singular(head);
    return { unit, what: fate ?? phrase.join(' ').replaceAll(' - ', '-') };
  }
  return fate ? { unit: 'person', what: fate } : { unit: null, what: null };
}

/** "a two-time champion", "a 12-member jury": the noun of the compound is counted, not the one behind it; in "three-dimensional" none is. */
function countedInCompound(tokens: readonly Token[], hyphen: number): { unit: string | null; what: string | null } {
  const word = tokens[hyphen + 1]?.text ?? '';
  if (/^(?:odd|strong|plus)$/.test(word)) return countedBy(tokens, hyphen + 2);
  if (!isWord(word) || /(?:al|ed|ous|ful|ive)$/.test(word)) return { unit: null, what: null };
  return { unit: isPersonNoun(word) ? 'person' : singular(word), what: word };
}

function isGlued(tokens: readonly Token[], i: number): boolean {
  return tokens[i - 1]?.end === tokens[i]?.start && tokens[i]?.end === tokens[i + 1]?.start;
}

/** "were killed", "have died", "dead": at most six tokens on. */
function fateAfter(tokens: readonly Token[], from: number, phrase: readonly string[]): string | null {
  const last = phrase.at(-1)?.toLowerCase() ?? '';
  if (FATE.test(last)) return last;
  for (let i = from; i < Math.min(tokens.length, from + 6); i++) {
    const word = (tokens[i] as Token).text.toLowerCase();
    if (FATE.test(word)) return word;
    if (
      !isFiniteAuxiliary(word) &&
      !/^(?:been|being|also|reportedly|were|others|reported|confirmed|of|them|people)$/.test(word)
    )
      return null;
  }
  return null;
}
