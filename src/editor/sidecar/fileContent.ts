import type * as vscode from 'vscode';
import { sha256Hex } from '../../core/text/hash.ts';
import { decodeText, readBytes } from './sidecarFiles.ts';

/** What a file holds, and the SHA-256 of it in hex. */
export interface FileContent {
  readonly bytes: Uint8Array;
  readonly hash: string;
}

/** Hashes beside the thread of the editor where the host can. */
export async function contentOf(bytes: Uint8Array): Promise<FileContent> {
  const { subtle } = globalThis.crypto as Partial<typeof globalThis.crypto>;
  if (!subtle) return { bytes, hash: sha256Hex(decodeText(bytes)) };
  const digest = await subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return { bytes, hash: Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('') };
}

/** What a file holds now, or null where there is none. @throws when it cannot be read. */
export async function readContent(uri: vscode.Uri): Promise<FileContent | null> {
  const bytes = await readBytes(uri);
  return bytes && contentOf(bytes);
}
