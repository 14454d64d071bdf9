import type { WordLexicon } from '../../lexicon/wordLexicon.ts';
import { makeToken, type Token } from '../../text/tokens.ts';
import { isCapitalised } from './wordShape.ts';

const TAILS = [
  'which',
  'where',
  'their',
  'that',
  'with',
  'from',
  'were',
  'have',
  'the',
  'and',
  'was',
  'has',
  'for',
  'who',
];
const SHORTEST_STEM = 4;

/**
 * Takes small function words off the end of a capitalised word that they are glued to ("Qatarand"), when the whole is
 * unknown and what remains is a listed word or stands alone elsewhere in the document. Offsets stay true.
 */
export function repairTokens(sequences: readonly (readonly Token[])[], lexicon: WordLexicon): (readonly Token[])[] {
  let words: ReadonlySet<string> | undefined;
  const standsAlone = (stem: string): boolean => {
    words ??= capitalisedWords(sequences);
    return words.has(stem);
  };
  return sequences.map((tokens) => {
    if (!tokens.some(({ text }) => gluedAt(text, standsAlone, lexicon) > 0)) return tokens;
    return tokens.flatMap((token): Token[] => {
      const cut = gluedAt(token.text, standsAlone, lexicon);
      if (cut === 0) return [token];
      return [makeToken(token.text.slice(0, cut), token.start), makeToken(token.text.slice(cut), token.start + cut)];
    });
  });
}

function capitalisedWords(sequences: readonly (readonly Token[])[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const tokens of sequences) for (const { text } of tokens) if (isCapitalised(text)) words.add(text);
  return words;
}

function gluedAt(text: string, standsAlone: (stem: string) => boolean, lexicon: WordLexicon): number {
  if (text.length < SHORTEST_STEM + 3 || !isCapitalised(text)) return 0;
  const tail = TAILS.find((word) => text.endsWith(word));
  if (!tail || text.length - tail.length < SHORTEST_STEM) return 0;
  if (isKnown(text, lexicon)) return 0;
  const stem = text.slice(0, -tail.length);
  return isKnown(stem, lexicon) || standsAlone(stem) ? stem.length : 0;
}

function isKnown(text: string, lexicon: WordLexicon): boolean {
  const { wordClass, flags } = lexicon.word(text.toLowerCase());
  return wordClass >= 0 || flags !== 0;
}
