import type { StoredQuote } from '../model/selectors.ts';
import type { TextBlocks } from './textBlocks.ts';
import { wordsOf } from './wordIndex.ts';

/** The places of quoted words in a text, ascending; null where looking for them would cost too much. */
export type ExactHits = (quote: StoredQuote) => readonly number[] | null;

const LETTER_END = /[\p{L}\p{M}\p{N}_]$/u;
const LETTER_START = /^[\p{L}\p{M}\p{N}_]/u;
const HEAD = 1024;
/** Places that are looked at in all: only texts of words that repeat again and again come near it, or long ones without words. */
const MOST_LOOKS = 20_000_000;

/**
 * Looks words up letter by letter, by the rarest of them that is whole. A quote without a whole word (part of a longer
 * one, or of a script without spaces) is looked for through the whole text.
 */
export function exactHits({ text, words }: TextBlocks): ExactHits {
  const known = new Map<string, readonly number[] | null>();
  let looks = 0;
  const find = (exact: string, cutBefore: boolean, cutAfter: boolean): readonly number[] | null => {
    const head = exact.slice(0, HEAD);
    let best: { readonly at: number; readonly places: readonly number[] } | null = null;
    for (const { word, at } of wordsOf(head)) {
      if ((at === 0 && cutBefore) || (at + word.length === head.length && cutAfter)) continue;
      const places = words.places(word);
      if (!best || places.length < best.places.length) best = { at, places };
    }
    if (best) {
      const { at } = best;
      looks += best.places.length;
      if (looks > MOST_LOOKS) return null;
      return best.places.map((place) => place - at).filter((start) => start >= 0 && text.startsWith(exact, start));
    }
    looks += text.length;
    if (looks > MOST_LOOKS) return null;
    const hits: number[] = [];
    for (let hit = text.indexOf(exact); hit >= 0; hit = text.indexOf(exact, hit + 1)) hits.push(hit);
    return hits;
  };
  return ({ exact, prefix, suffix }) => {
    const cutBefore = LETTER_END.test(prefix);
    const cutAfter = exact.length > HEAD || LETTER_START.test(suffix);
    const key = `${cutBefore} ${cutAfter} ${exact}`;
    let hits = known.get(key);
    if (hits === undefined) {
      hits = find(exact, cutBefore, cutAfter);
      known.set(key, hits);
    }
    return hits;
  };
}
