import fs from 'node:fs';
import { hashText } from '../src/core/lexicon/hash.ts';
import type { LexiconTables } from '../src/core/lexicon/wordLexicon.ts';
import { cacheFile } from './cache.ts';
import type { Gazetteer } from './gazetteers.ts';

interface WordClasses {
  readonly words: readonly string[];
  readonly classOf: readonly number[];
  readonly groupOf: readonly number[];
}

/** Joins word classes and list flags into the tables of the lexicon, sorted by key. */
export function buildLexiconTables({ words, phrases }: Gazetteer): LexiconTables {
  const file = cacheFile('wordClasses.json');
  const classes = JSON.parse(fs.readFileSync(file, 'utf8')) as WordClasses;
  const entries = new Map<number, { wordClass: number; flags: number }>();
  classes.words.forEach((word, i) => {
    if (/^[\d.,:/$%-]+$/.test(word)) return;
    entries.set(hashText(word), { wordClass: (classes.classOf[i] as number) + 1, flags: words.get(word) ?? 0 });
  });
  for (const [word, flags] of words) {
    const key = hashText(word);
    if (!entries.has(key)) entries.set(key, { wordClass: 0, flags });
  }
  const sorted = [...entries].sort(([a], [b]) => a - b);
  const phraseEntries = [...new Map([...phrases].map(([phrase, flags]) => [hashText(phrase), flags]))].sort(
    ([a], [b]) => a - b,
  );
  return {
    wordKeys: Uint32Array.from(sorted, ([key]) => key),
    wordClasses: Uint16Array.from(sorted, ([, { wordClass }]) => wordClass),
    wordFlags: Uint16Array.from(sorted, ([, { flags }]) => flags),
    groups: Uint8Array.from(classes.groupOf),
    phraseKeys: Uint32Array.from(phraseEntries, ([key]) => key),
    phraseFlags: Uint16Array.from(phraseEntries, ([, flags]) => flags),
  };
}
