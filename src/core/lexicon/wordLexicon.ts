import { hashText } from './hash.ts';
import { HashIndex } from './hashIndex.ts';

/** The tables of a lexicon as they stand in a model file; keys are hashes of lower-case words and phrases. */
export interface LexiconTables {
  readonly wordKeys: Uint32Array;
  /** Word class plus one; 0 where the word has none. */
  readonly wordClasses: Uint16Array;
  readonly wordFlags: Uint32Array;
  /** Leanings of a word, {@link LEANING_BITS} bits a leaning. */
  readonly wordLeanings: Uint16Array;
  /** Family of each word class. */
  readonly families: Uint16Array;
  /** Group of each word class. */
  readonly groups: Uint8Array;
  readonly phraseKeys: Uint32Array;
  readonly phraseFlags: Uint32Array;
}

/** How strongly words used alike are part of a name of some kind: four degrees for each of seven kinds. */
export const LEANING_COUNT = 7;
export const LEANING_BITS = 2;

/** What is known of a word: its distributional class, family and group (-1 where unknown), its flags and leanings. */
export interface WordEntry {
  readonly wordClass: number;
  readonly family: number;
  readonly group: number;
  readonly flags: number;
  /** 0 where nothing is known. */
  readonly leanings: number;
}

const UNKNOWN: WordEntry = { wordClass: -1, family: -1, group: -1, flags: 0, leanings: 0 };

const LISTED_SHIFT = 14;

/** Constant-time look-up of words and of phrases of two or more tokens. */
export class WordLexicon {
  readonly #tables: LexiconTables;
  readonly #words: HashIndex;
  readonly #phrases: HashIndex;
  /** A bit for each value of the upper bits of a key of a phrase that occurs: most phrases are unknown. */
  readonly #listed = new Uint32Array(1 << (32 - LISTED_SHIFT - 5));

  constructor(tables: LexiconTables) {
    this.#tables = tables;
    this.#words = new HashIndex(tables.wordKeys);
    this.#phrases = new HashIndex(tables.phraseKeys);
    for (const key of tables.phraseKeys) {
      const bit = key >>> LISTED_SHIFT;
      this.#listed[bit >>> 5] = (this.#listed[bit >>> 5] as number) | (1 << (bit & 31));
    }
  }

  /** @param lower the word in lower case. */
  word(lower: string): WordEntry {
    const at = this.#words.find(hashText(lower));
    if (at < 0) return UNKNOWN;
    const wordClass = (this.#tables.wordClasses[at] as number) - 1;
    return {
      wordClass,
      family: wordClass < 0 ? -1 : (this.#tables.families[wordClass] as number),
      group: wordClass < 0 ? -1 : (this.#tables.groups[wordClass] as number),
      flags: this.#tables.wordFlags[at] as number,
      leanings: this.#tables.wordLeanings[at] as number,
    };
  }

  /** Flags of a phrase given as lower-case tokens joined by single spaces; 0 when unknown. */
  phraseFlags(phrase: string): number {
    return this.flagsOfPhrase(hashText(phrase));
  }

  /** The same by the phrase's {@link hashText}. */
  flagsOfPhrase(hash: number): number {
    const bit = hash >>> LISTED_SHIFT;
    if (((this.#listed[bit >>> 5] as number) & (1 << (bit & 31))) === 0) return 0;
    const at = this.#phrases.find(hash);
    return at < 0 ? 0 : (this.#tables.phraseFlags[at] as number);
  }
}
