/**
 * The text that all offsets refer to: without byte order mark, every line end (CRLF, lone CR) as LF,
 * which is also how VS Code splits a document into lines.
 */
export function normaliseText(raw: string): string {
  const text = raw.charCodeAt(0) === 0xfeff ? raw.slice(1) : raw;
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/**
 * Maps offsets of the normalised text back to the raw text that it was made from.
 * @returns a function that takes ascending or random offsets in UTF-16 code units.
 */
export function rawOffsets(raw: string): (offset: number) => number {
  const shift = raw.charCodeAt(0) === 0xfeff ? 1 : 0;
  const dropped: number[] = []; // normalised offsets after which one more raw code unit was dropped
  for (let at = raw.indexOf('\r\n'); at >= 0; at = raw.indexOf('\r\n', at + 2))
    dropped.push(at - shift - dropped.length);
  if (dropped.length === 0) return (offset) => offset + shift;
  return (offset) => {
    let low = 0;
    let high = dropped.length;
    while (low < high) {
      const mid = (low + high) >> 1;
      if ((dropped[mid] as number) < offset) low = mid + 1;
      else high = mid;
    }
    return offset + shift + low;
  };
}
