/** Milliseconds that a key may have to wait. */
const SLICE = 8;
/** Characters that are encoded at once: a call for each piece would cost more than the work. */
const AT_ONCE = 1 << 16;

const encoder = new TextEncoder();

/** The UTF-8 bytes of pieces that take long to make, one behind the other; in between others have their turn. */
export async function encodeInSlices(pieces: Iterable<string>): Promise<Uint8Array> {
  const made: Uint8Array[] = [];
  let length = 0;
  let text = '';
  const encode = () => {
    const bytes = encoder.encode(text);
    made.push(bytes);
    length += bytes.length;
    text = '';
  };
  let until = performance.now() + SLICE;
  for (const piece of pieces) {
    text += piece;
    if (text.length >= AT_ONCE) encode();
    if (performance.now() < until) continue;
    await new Promise((resolve) => setTimeout(resolve, 0));
    until = performance.now() + SLICE;
  }
  encode();
  const all = new Uint8Array(length);
  let at = 0;
  for (const bytes of made) {
    all.set(bytes, at);
    at += bytes.length;
  }
  return all;
}
