import { isCapitalised } from '../src/core/extract/names/wordShape.ts';
import { tokenise } from '../src/core/text/tokens.ts';
import { OUTSIDE, type TrainingDocument } from './corpora.ts';

export interface Augmentation {
  /** Share of the capitalised words of a document that become words nobody has seen, each the same throughout. */
  readonly unknown: number;
  /** Share of the small words outside names that get a stray capital. */
  readonly strayCapitals: number;
  readonly random: () => number;
}

const NEXT: Readonly<Record<string, string>> = {
  a: 'o',
  e: 'u',
  i: 'e',
  o: 'i',
  u: 'a',
  b: 'd',
  d: 'g',
  g: 'b',
  l: 'r',
  r: 'n',
  n: 'l',
  m: 'v',
  v: 'm',
  s: 'z',
  t: 'k',
  k: 't',
  p: 'f',
  f: 'p',
  c: 'h',
  h: 'c',
};

/** A copy of the document with unknown words and stray capitals, so that the tagger leans on what surrounds a word too. */
export function augment(
  document: TrainingDocument,
  { unknown, strayCapitals, random }: Augmentation,
): TrainingDocument {
  const replaced = new Map<string, string>();
  const lines = document.lines.map(({ tokens, allowed }) => ({
    allowed,
    tokens: tokens.map((token, i) => {
      const { text } = token;
      if (!isCapitalised(text)) {
        const stray = allowed[i] === OUTSIDE && i > 0 && /^\p{Ll}{3,}$/u.test(text) && random() < strayCapitals;
        return stray ? { ...token, text: text.charAt(0).toUpperCase() + text.slice(1) } : token;
      }
      if (allowed[i] === OUTSIDE || text.length < 4) return token;
      let other = replaced.get(text);
      if (other === undefined) {
        other = random() < unknown ? mangle(text) : text;
        replaced.set(text, other);
      }
      return { ...token, text: other };
    }),
  }));
  return { corpus: document.corpus, lines };
}

function mangle(word: string): string {
  const changed = [...word].map((character) => {
    const next = NEXT[character.toLowerCase()];
    if (!next) return character;
    return character === character.toLowerCase() ? next : next.toUpperCase();
  });
  const other = changed.join('');
  return tokenise(other).length === 1 ? other : word;
}
