/**
 * The characters of a page: by its byte order mark, the encoding that it names, else UTF-8, and Windows-1252 where it is
 * none.
 */
export function decodeHtml(bytes: Uint8Array): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  const named = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]{1,40})/i.exec(start)?.[1];
  const marked = /^(?:þÿ|ÿþ)/.exec(start)?.[0];
  const label = marked ? (marked === 'þÿ' ? 'utf-16be' : 'utf-16le') : named;
  for (const [encoding, fatal] of [
    ['utf-8', true],
    [label ?? 'windows-1252', false],
  ] as const) {
    try {
      if (encoding !== 'utf-8' || !label || /^utf-?8$/i.test(label))
        return new TextDecoder(encoding, { fatal }).decode(bytes);
    } catch (error) {
      // Bytes that are not UTF-8, or an encoding that nobody knows.
      if (!(error instanceof TypeError || error instanceof RangeError)) throw error;
    }
  }
  return new TextDecoder('windows-1252').decode(bytes);
}
