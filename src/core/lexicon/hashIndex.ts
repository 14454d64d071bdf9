/**
 * Finds the position of a 32-bit key in a sorted array of distinct keys that are evenly spread, as hashes are:
 * by interpolation, a few steps whatever the length. Needs no preparation and no memory of its own.
 */
export class HashIndex {
  readonly #keys: Uint32Array;

  constructor(keys: Uint32Array) {
    this.#keys = keys;
  }

  /** Index of `key`, or -1. */
  find(key: number): number {
    const keys = this.#keys;
    let low = 0;
    let high = keys.length - 1;
    while (low <= high) {
      const bottom = keys[low] as number;
      const top = keys[high] as number;
      if (key < bottom || key > top) return -1;
      const at = bottom === top ? low : low + Math.floor(((key - bottom) / (top - bottom)) * (high - low));
      const found = keys[at] as number;
      if (found === key) return at;
      if (found < key) low = at + 1;
      else high = at - 1;
    }
    return -1;
  }
}
