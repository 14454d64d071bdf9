import { CUE_VERBS } from './cueVerbs.ts';
import type { Unit } from './unit.ts';

/** More cue verbs than this, and more than this share of the words, make a list of words rather than prose. */
const MOST_CUES = 40;
const CUE_SHARE = 0.15;
/** So many tokens with fewer different ones among them than this share say the same again and again. */
const FEW_TOKENS = 12;
const DIFFERENT_SHARE = 0.25;

/** True for a list of words or for words repeated without end, in which nobody says anything. */
export function isWordList({ words }: Unit): boolean {
  if (words.length < FEW_TOKENS) return false;
  if (!differ(words, words.length * DIFFERENT_SHARE)) return true;
  const most = Math.max(MOST_CUES, words.length * CUE_SHARE);
  if (words.length <= most) return false;
  let cues = 0;
  for (const word of words) if (CUE_VERBS.has(word) || word === 'according') cues++;
  return cues > most;
}

/** True when at least so many different words are among `words`. */
function differ(words: readonly string[], least: number): boolean {
  const seen = new Set<string>();
  for (const word of words) {
    seen.add(word);
    if (seen.size >= least) return true;
  }
  return false;
}
