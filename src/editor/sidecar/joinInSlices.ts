/** Milliseconds that a key may have to wait. */
const SLICE = 8;

/** Joins pieces that take long to make; in between others have their turn. */
export async function joinInSlices(pieces: Iterable<Uint8Array>): Promise<Uint8Array> {
  const made: Uint8Array[] = [];
  let length = 0;
  let until = performance.now() + SLICE;
  for (const piece of pieces) {
    made.push(piece);
    length += piece.length;
    if (performance.now() < until) continue;
    await new Promise((resolve) => setTimeout(resolve, 0));
    until = performance.now() + SLICE;
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const piece of made) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
