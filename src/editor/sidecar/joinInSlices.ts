import { runInSlices } from '../runInSlices.ts';

/** Joins pieces that take long to make; in between others have their turn. */
export async function joinInSlices(pieces: Iterable<Uint8Array>): Promise<Uint8Array> {
  const made: Uint8Array[] = [];
  await runInSlices(gather(pieces, made));
  const all = new Uint8Array(made.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of made) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

function* gather(pieces: Iterable<Uint8Array>, made: Uint8Array[]): Generator<void, void> {
  for (const piece of pieces) {
    made.push(piece);
    yield;
  }
}
