import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type * as vscode from 'vscode';
import { readBytes } from './sidecarFiles.ts';

const MOST_AT_ONCE = 1 << 20;

/** What a file holds, and its name: the SHA-256 in hex, where it is larger than 1 MB that of the hashes of its megabytes. */
export interface FileContent {
  readonly bytes: Uint8Array;
  readonly hash: string;
}

/** Hashes beside the thread of the editor where the host can; in between others have their turn. */
export async function contentOf(bytes: Uint8Array): Promise<FileContent> {
  if (bytes.length <= MOST_AT_ONCE) return { bytes, hash: await hashOf(bytes) };
  let hashes = '';
  for (let at = 0; at < bytes.length; at += MOST_AT_ONCE) hashes += await hashOf(bytes.subarray(at, at + MOST_AT_ONCE));
  return { bytes, hash: await hashOf(new TextEncoder().encode(hashes)) };
}

async function hashOf(bytes: Uint8Array): Promise<string> {
  const { subtle } = globalThis.crypto as Partial<typeof globalThis.crypto>;
  if (!subtle) return bytesToHex(sha256(bytes));
  return bytesToHex(new Uint8Array(await subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)));
}

/** What a file holds now, or null where there is none. @throws when it cannot be read. */
export async function readContent(uri: vscode.Uri): Promise<FileContent | null> {
  const bytes = await readBytes(uri);
  return bytes && contentOf(bytes);
}
