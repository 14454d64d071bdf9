import fs from 'node:fs';
import { hashText } from '../src/core/lexicon/hash.ts';
import type { LexiconTables } from '../src/core/lexicon/wordLexicon.ts';
import { cacheFile } from './cache.ts';
import type { Gazetteer } from './gazetteers.ts';

interface WordClasses {
  readonly words: readonly string[];
  readonly classOf: readonly number[];
  readonly familyOf: readonly number[];
  readonly groupOf: readonly number[];
}

/** Joins word classes, leanings and list flags into the tables of the lexicon, sorted by key. */
export function buildLexiconTables(
  { words, phrases }: Gazetteer,
  leanings: ReadonlyMap<string, number>,
): LexiconTables {
  const file = cacheFile('wordClasses.json');
  const classes = JSON.parse(fs.readFileSync(file, 'utf8')) as WordClasses;
  const entries = new Map<number, { wordClass: number; flags: number; leaning: number }>();
  classes.words.forEach((word, i) => {
    if (/^[\d.,:/$%-]+$/.test(word)) return;
    entries.set(hashText(word), {
      wordClass: (classes.classOf[i] as number) + 1,
      flags: words.get(word) ?? 0,
      leaning: leanings.get(word) ?? 0,
    });
  });
  for (const [word, flags] of words) {
    const key = hashText(word);
    if (!entries.has(key)) entries.set(key, { wordClass: 0, flags, leaning: 0 });
  }
  const sorted = [...entries].sort(([a], [b]) => a - b);
  const phraseEntries = [...new Map([...phrases].map(([phrase, flags]) => [hashText(phrase), flags]))].sort(
    ([a], [b]) => a - b,
  );
  return {
    wordKeys: Uint32Array.from(sorted, ([key]) => key),
    wordClasses: Uint16Array.from(sorted, ([, { wordClass }]) => wordClass),
    wordFlags: Uint32Array.from(sorted, ([, { flags }]) => flags),
    wordLeanings: Uint16Array.from(sorted, ([, { leaning }]) => leaning),
    families: Uint16Array.from(classes.familyOf),
    groups: Uint8Array.from(classes.groupOf),
    phraseKeys: Uint32Array.from(phraseEntries, ([key]) => key),
    phraseFlags: Uint32Array.from(phraseEntries, ([, flags]) => flags),
  };
}
