import { hashText } from './hash.ts';
import { HashIndex } from './hashIndex.ts';

/** The tables of a lexicon as they stand in a model file; keys are hashes of lower-case words and phrases. */
export interface LexiconTables {
  readonly wordKeys: Uint32Array;
  /** Word class plus one; 0 where the word has none. */
  readonly wordClasses: Uint16Array;
  readonly wordFlags: Uint16Array;
  /** Group of each word class. */
  readonly groups: Uint8Array;
  readonly phraseKeys: Uint32Array;
  readonly phraseFlags: Uint16Array;
}

/** What is known of a word: its distributional class and group (-1 where unknown) and its flags. */
export interface WordEntry {
  readonly wordClass: number;
  readonly group: number;
  readonly flags: number;
}

const UNKNOWN: WordEntry = { wordClass: -1, group: -1, flags: 0 };

/** Constant-time look-up of words and of phrases of two or more tokens. */
export class WordLexicon {
  readonly #tables: LexiconTables;
  readonly #words: HashIndex;
  readonly #phrases: HashIndex;

  constructor(tables: LexiconTables) {
    this.#tables = tables;
    this.#words = new HashIndex(tables.wordKeys);
    this.#phrases = new HashIndex(tables.phraseKeys);
  }

  /** @param lower the word in lower case. */
  word(lower: string): WordEntry {
    const at = this.#words.find(hashText(lower));
    if (at < 0) return UNKNOWN;
    const wordClass = (this.#tables.wordClasses[at] as number) - 1;
    const group = wordClass < 0 ? -1 : (this.#tables.groups[wordClass] as number);
    return { wordClass, group, flags: this.#tables.wordFlags[at] as number };
  }

  /** Flags of a phrase given as lower-case tokens joined by single spaces; 0 when unknown. */
  phraseFlags(phrase: string): number {
    const at = this.#phrases.find(hashText(phrase));
    return at < 0 ? 0 : (this.#tables.phraseFlags[at] as number);
  }
}
