/** Milliseconds that a key may have to wait. */
const SLICE = 15;

/** Joins pieces that take long to make; in between others have their turn. */
export async function joinInSlices(pieces: Iterable<string>): Promise<string> {
  const made: string[] = [];
  let until = performance.now() + SLICE;
  for (const piece of pieces) {
    made.push(piece);
    if (performance.now() < until) continue;
    await new Promise((resolve) => setTimeout(resolve, 0));
    until = performance.now() + SLICE;
  }
  return made.join('');
}
