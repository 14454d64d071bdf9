import * as vscode from 'vscode';
import type { EditorHost } from '../host.ts';
import { joinInSlices } from './joinInSlices.ts';
import { exists, readBytes, remove, storedFile, writeBytes } from './sidecarFiles.ts';
import { decodeWaiting, type WaitingDecisions } from './waitingDecisions.ts';

const encoder = new TextEncoder();

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
      return decodeWaiting(bytes);
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
