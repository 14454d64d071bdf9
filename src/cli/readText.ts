import type { FileStore } from '../core/service/ports.ts';

/**
 * The text of a file, byte order mark included.
 * @throws Error with a sentence when there is no file or when it is not UTF-8 text.
 */
export async function readText(files: FileStore, file: string): Promise<string> {
  const bytes = await files.read(file);
  if (bytes === null) throw new Error('no such file');
  return decodeText(bytes);
}

/** @throws Error with a sentence when the bytes are not UTF-8 text. */
export function decodeText(bytes: Uint8Array): string {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    throw new Error('is UTF-16 text; save it as UTF-8');
  }
  if (bytes.includes(0)) throw new Error('is not a text file');
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) throw new Error('is not UTF-8 text; save it as UTF-8');
    throw error;
  }
}
