/** FNV-1a over the UTF-16 code units of `text`, finished by {@link mix}: an unsigned 32-bit number. */
export function hashText(text: string, seed = 0): number {
  return mix(foldText(text, FOLD_START ^ seed), seed);
}

/** Where {@link foldText} starts. */
export const FOLD_START = 0x811c9dc5;

/** Goes on with an unfinished FNV-1a hash: `mix(foldText(b, foldText(a, FOLD_START)), 0)` is `hashText(a + b)`. */
export function foldText(text: string, state: number): number {
  return foldRange(text, 0, text.length, state);
}

/** {@link foldText} of the part of `text` from `from` to before `to`. */
export function foldRange(text: string, from: number, to: number, state: number): number {
  let hash = state;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}

/** Joins two 32-bit numbers into one, well spread (the finaliser of MurmurHash3). Order matters. */
export function mix(a: number, b: number): number {
  let hash = Math.imul(a ^ Math.imul(b, 0x9e3779b1), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
