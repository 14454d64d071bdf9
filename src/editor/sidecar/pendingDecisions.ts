import * as vscode from 'vscode';
import type { EditorHost } from '../host.ts';
import { joinInSlices } from './joinInSlices.ts';
import { decodeText, exists, readBytes, remove, storedFile, writeBytes } from './sidecarFiles.ts';

/** Decisions that wait outside the sidecar, and what the sidecar was when they were made. */
export interface WaitingDecisions {
  /** SHA-256 of the sidecar that the decisions build on; null where there was none. */
  readonly base: string | null;
  /** That sidecar, to merge by when another was written meanwhile; null where there was none or it is not known. */
  readonly baseBytes: Uint8Array | null;
  /** The sidecar as it would be written. */
  readonly sidecar: Uint8Array;
}

const encoder = new TextEncoder();
const LINE_FEED = 10;

/**
 * The place in the extension's storage where the decisions on one article wait, safe from a crash: a line of JSON and the
 * bytes of both sidecars as they are, so that a decision in a large article does not wait for the text of all others.
 */
export class PendingDecisions {
  readonly #storage: vscode.Uri;
  readonly #host: EditorHost;

  constructor(storage: vscode.Uri, host: EditorHost) {
    this.#storage = storage;
    this.#host = host;
  }

  /** @returns null where nothing waits, or what waits cannot be understood; that is left in its place. */
  async read(article: vscode.Uri): Promise<WaitingDecisions | null> {
    const bytes = await readBytes(this.#file(article));
    if (bytes === null) return null;
    try {
      return decode(bytes);
    } catch (error) {
      console.warn(`Dossier: decisions that wait for ${article} cannot be read: ${error}`);
      return null;
    }
  }

  async write(article: vscode.Uri, { base, baseBytes, sidecar }: WaitingDecisions): Promise<void> {
    const head = encoder.encode(`${JSON.stringify({ base, baseLength: baseBytes?.length ?? null })}\n`);
    const all = await joinInSlices([head, ...(baseBytes ? [baseBytes] : []), sidecar]);
    await writeBytes(this.#host, this.#file(article), all);
  }

  remove(article: vscode.Uri): Promise<void> {
    return remove(this.#file(article));
  }

  /** What waited for one article waits for another: it was renamed. */
  async move(from: vscode.Uri, to: vscode.Uri): Promise<void> {
    const file = this.#file(from);
    if (await exists(file)) await vscode.workspace.fs.rename(file, this.#file(to), { overwrite: true });
  }

  #file(article: vscode.Uri): vscode.Uri {
    return storedFile(this.#storage, 'pending', article);
  }
}

function decode(bytes: Uint8Array): WaitingDecisions | null {
  const end = bytes.indexOf(LINE_FEED);
  const head = JSON.parse(decodeText(end < 0 ? bytes : bytes.subarray(0, end))) as Readonly<Record<string, unknown>>;
  const { base, baseLength, baseText, sidecar } = head;
  if (base !== null && typeof base !== 'string') return null;
  // As version 0.1.0 wrote it.
  if (typeof sidecar === 'string') {
    const baseBytes = typeof baseText === 'string' ? encoder.encode(baseText) : null;
    return { base, baseBytes, sidecar: encoder.encode(sidecar) };
  }
  if (end < 0 || (baseLength !== null && typeof baseLength !== 'number')) return null;
  const from = end + 1 + (baseLength ?? 0);
  return { base, baseBytes: baseLength === null ? null : bytes.subarray(end + 1, from), sidecar: bytes.subarray(from) };
}
