import { PREPOSITIONS } from '../../extract/grammar/words.ts';
import type { Token } from '../../text/tokens.ts';
import { stemOf } from './stems.ts';

const NEGATION = /^(?:not|never|no|n['’]t|cannot|without|nobody|none|nothing|\p{L}+n['’]t)$/iu;
/** Words that a negation can stand before without denying them; verbs that say little without their object. */
const BETWEEN =
  /^(?:yet|ever|single|any|even|really|immediately|before|\p{L}+ly|(?:be)?com(?:e|es|ing)|became|came|g(?:et|ets|ot|otten|iven?|ives|ave)|go|goes|gone|went|ta(?:ke|kes|ken)|took|mak(?:e|es|ing)|made|see|sees|seen|saw|show|shows|shown|showed|put|keep|kept|turn|turned|want|wants|wanted|know|knew|known|think|thought|use|used|rul(?:e|es|ed|ing))$/iu;
/** Endings of words that mostly tell of what kind the noun behind them is: "a valid licence". */
const DESCRIBES = /(?:ous|al|ic|id|ful|able|ible|ive|ary|ent|ior)$/i;
const LIGHT = /^(?:go|goes|gone|going|went|c[oa]me|comes|coming|gets?|got)$/i;
const TIME = /^(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?)$/i;
/** Words that no noun begins with. */
const NO_NOUN = /^(?:when|if|and|or|but|because|while|to|in|on|at|by|from|with)$/i;
const REACH = 8;

function isBound(more = '', than = ''): boolean {
  return /^(?:more|less|fewer|\p{L}+er)$/iu.test(more) && than.toLowerCase() === 'than';
}

/**
 * The stem of the word that words deny, or null: "conced" of "had never conceded the race", "siren" of "no siren
 * sounded", "licenc" of "without a valid licence".
 */
export function deniedIn(tokens: readonly Token[]): string | null {
  const at = tokens.findIndex(({ text }) => NEGATION.test(text));
  // "those who never paid": said of some
  if (at < 0 || /^(?:who|which|whose)$/i.test(tokens[at - 1]?.text ?? '')) return null;
  // "would vote no when the owners meet"
  if (/^no$/i.test(tokens[at]?.text ?? '') && NO_NOUN.test(tokens[at + 1]?.text ?? '')) return null;
  // "never more than 300": a bound
  if (isBound(tokens[at + 1]?.text, tokens[at + 2]?.text)) return null;
  for (let i = at + 1; i < at + REACH && i < tokens.length; i++) {
    const { text } = tokens[i] as Token;
    // "never went into the room": of the room nothing is denied
    if (LIGHT.test(text) && PREPOSITIONS.has(tokens[i + 1]?.text.toLowerCase() ?? '')) return null;
    const stem = BETWEEN.test(text) ? null : stemOf(text);
    if (stem === null) continue;
    // "not for a day"
    if (TIME.test(text)) return null;
    const noun = DESCRIBES.test(text) ? stemOf(tokens[i + 1]?.text ?? '') : null;
    return noun ?? stem;
  }
  return null;
}
