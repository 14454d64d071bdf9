export interface KMeansInput {
  /** Unit vectors, one after the other. */
  readonly points: Float32Array;
  readonly dimensions: number;
  readonly k: number;
  readonly rounds: number;
  readonly seed: number;
}

/** Spherical k-means (Dhillon and Modha 2001): returns k centroids of length 1; empty ones are reseeded. */
export function kMeans({ points, dimensions, k, rounds, seed }: KMeansInput): Float32Array {
  const n = points.length / dimensions;
  const random = mulberry32(seed);
  const copyPoint = (to: Float32Array, c: number): void => {
    const i = Math.floor(random() * n);
    to.set(points.subarray(i * dimensions, (i + 1) * dimensions), c * dimensions);
  };
  let centroids: Float32Array = new Float32Array(k * dimensions);
  for (let c = 0; c < k; c++) copyPoint(centroids, c);
  for (let round = 0; round < rounds; round++) {
    const sums = new Float32Array(k * dimensions);
    const sizes = new Uint32Array(k);
    for (let i = 0; i < n; i++) {
      const c = nearest(points, i, centroids, dimensions);
      sizes[c] = (sizes[c] as number) + 1;
      for (let d = 0; d < dimensions; d++) sums[c * dimensions + d]! += points[i * dimensions + d] as number;
    }
    for (let c = 0; c < k; c++) {
      if (sizes[c] === 0) copyPoint(sums, c);
      const row = sums.subarray(c * dimensions, (c + 1) * dimensions);
      const norm = Math.hypot(...row) || 1;
      for (let d = 0; d < dimensions; d++) row[d] = (row[d] as number) / norm;
    }
    centroids = sums;
  }
  return centroids;
}

/** Index of the centroid with the largest inner product with point `i`. */
export function nearest(points: Float32Array, i: number, centroids: Float32Array, dimensions: number): number {
  const base = i * dimensions;
  let best = 0;
  let bestDot = Number.NEGATIVE_INFINITY;
  for (let c = 0, at = 0; at < centroids.length; c++, at += dimensions) {
    let dot = 0;
    for (let d = 0; d < dimensions; d++) dot += (points[base + d] as number) * (centroids[at + d] as number);
    if (dot > bestDot) {
      bestDot = dot;
      best = c;
    }
  }
  return best;
}

/** A small seeded generator of numbers in [0, 1) (mulberry32), so that training gives the same model every time. */
export function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
