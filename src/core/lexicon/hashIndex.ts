/** Finds the position of a 32-bit key in an array of distinct keys in constant time (open addressing). */
export class HashIndex {
  readonly #keys: Uint32Array;
  readonly #slots: Int32Array;
  readonly #mask: number;

  constructor(keys: Uint32Array) {
    let size = 16;
    while (size < keys.length * 2) size *= 2;
    this.#keys = keys;
    this.#slots = new Int32Array(size).fill(-1);
    this.#mask = size - 1;
    for (let i = 0; i < keys.length; i++) {
      let slot = (keys[i] as number) & this.#mask;
      while (this.#slots[slot] !== -1) slot = (slot + 1) & this.#mask;
      this.#slots[slot] = i;
    }
  }

  /** Index of `key`, or -1. */
  find(key: number): number {
    let slot = key & this.#mask;
    for (;;) {
      const at = this.#slots[slot] as number;
      if (at === -1 || this.#keys[at] === key) return at;
      slot = (slot + 1) & this.#mask;
    }
  }
}
