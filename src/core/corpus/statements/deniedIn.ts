import type { Token } from '../../text/tokens.ts';
import { stemOf } from './stems.ts';

const NEGATION = /^(?:not|never|no|n['’]t|cannot|\p{L}+n['’]t)$/iu;
/** Words that a negation can stand before without denying them. */
const BETWEEN = /^(?:yet|ever|single|any|even|really|immediately|\p{L}+ly)$/iu;
const REACH = 8;

/** The stem of the word that words deny, or null: "conced" of "had never conceded the race", "siren" of "no siren sounded". */
export function deniedIn(tokens: readonly Token[]): string | null {
  const at = tokens.findIndex(({ text }) => NEGATION.test(text));
  if (at < 0) return null;
  for (const { text } of tokens.slice(at + 1, at + REACH)) {
    const stem = BETWEEN.test(text) ? null : stemOf(text);
    if (stem !== null) return stem;
  }
  return null;
}
