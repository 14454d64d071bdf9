/** A pattern, and a bit that every text has in its cues (claimForms.ts) where the pattern can match: few, so that few are tried. */
export interface Cue {
  readonly bit: number;
  readonly pattern: RegExp;
}

const BITS = new Map<string, number>();
let cues = 0;

/** @param keys lower-case words of ASCII letters and digits, one of which stands in every match of the pattern. */
export function cue(keys: readonly string[], pattern: RegExp): Cue {
  const bit = 1 << cues++;
  for (const key of keys) BITS.set(key, (BITS.get(key) ?? 0) | bit);
  return { bit, pattern };
}

/** A cue for whole words and phrases, whatever their case. */
export function phraseCue(list: string): Cue {
  const phrases = list.split(/,\s+/);
  return cue(phrases.map(longestWord), new RegExp(`\\b(?:${phrases.join('|')})\\b`, 'i'));
}

/** The bits of the cues that a form opens. */
export function cuesOf(form: string): number {
  let bits = 0;
  for (const word of asciiWords(form)) bits |= BITS.get(word) ?? 0;
  return bits;
}

/** True where the pattern matches the text. @param bits of the forms of the text. */
export function holds({ bit, pattern }: Cue, text: string, bits: number): boolean {
  return (bits & bit) !== 0 && pattern.test(text);
}

/** The pieces of a form between which patterns see the bounds of words, in lower case. */
export function asciiWords(form: string): readonly string[] {
  return form.toLowerCase().match(/\w+/g) ?? [];
}

/** The longest run of ASCII letters in a phrase or in the pattern of one: the part that fewest texts hold. */
export function longestWord(phrase: string): string {
  const words = phrase.match(/[a-z]+/gi) ?? [];
  return words.reduce((longest, word) => (word.length > longest.length ? word : longest), '').toLowerCase();
}
