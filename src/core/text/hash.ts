import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** SHA-256 of the UTF-8 bytes of `text`, as 64 lower-case hex digits. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** The first 8 hex digits of the SHA-256 of a block (one line of the text, without its line feed). */
export function blockHash(line: string): string {
  return sha256Hex(line).slice(0, 8);
}
