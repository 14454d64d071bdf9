import { WORD_FLAGS } from '../../lexicon/wordFlags.ts';
import type { WordLexicon } from '../../lexicon/wordLexicon.ts';
import type { Token } from '../../text/tokens.ts';
import type { TaggedName } from './tagSequences.ts';

const PEOPLE_OR_PLACE = WORD_FLAGS.demonym | WORD_FLAGS.country | WORD_FLAGS.city | WORD_FLAGS.region;
const LEADS = /^(?:in|into|speaks?|spoke|spoken|speaking|speaker|speakers|learn|learns|learned|teach|taught)$/i;
const LISTING = /^(?:,|and|or|both|fluent|modern|standard)$/i;
const LONGEST_LIST = 12;

/** True for the name of a language where it is used as one: "in Pashto and English", "Arabic-speaking". */
export function isLanguage(tokens: readonly Token[], { first, end }: TaggedName, lexicon: WordLexicon): boolean {
  if (end - first !== 1) return false;
  const flags = flagsAt(tokens, first, lexicon);
  if ((flags & WORD_FLAGS.language) === 0) return false;
  const next = tokens[end]?.text ?? '';
  if (next === '-' && /^(?:language|speaking|speakers?)$/.test(tokens[end + 1]?.text ?? '')) return true;
  if (next === ':' && tokens[first - 1]?.text === '(') return true;
  if ((flags & PEOPLE_OR_PLACE) === 0) return true;
  return (next === '' || /^(?:[.,;:)?!"”]|and|or)$/.test(next)) && LEADS.test(leadOf(tokens, first, lexicon));
}

/** The word before the list of languages that ends here. */
function leadOf(tokens: readonly Token[], at: number, lexicon: WordLexicon): string {
  for (let i = at - 1; i >= 0 && i > at - LONGEST_LIST; i--) {
    const { text } = tokens[i] as Token;
    if (!LISTING.test(text) && (flagsAt(tokens, i, lexicon) & WORD_FLAGS.language) === 0) return text;
  }
  return '';
}

function flagsAt(tokens: readonly Token[], at: number, lexicon: WordLexicon): number {
  return lexicon.word((tokens[at] as Token).text.toLowerCase()).flags;
}
