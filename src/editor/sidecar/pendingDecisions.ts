import type * as vscode from 'vscode';
import type { EditorHost } from '../host.ts';
import { readText, remove, storedFile, writeText } from './sidecarFiles.ts';

/** Decisions that wait outside the sidecar, and what the sidecar was when they were made. */
export interface WaitingDecisions {
  /** SHA-256 of the sidecar that the decisions build on; null where there was none. */
  readonly base: string | null;
  /** That sidecar, to merge by when another was written meanwhile; null where there was none or it is not known. */
  readonly baseText: string | null;
  /** The sidecar as it would be written. */
  readonly sidecar: string;
}

/** The place in the extension's storage where the decisions on one article wait, safe from a crash. */
export class PendingDecisions {
  readonly #storage: vscode.Uri;
  readonly #host: EditorHost;

  constructor(storage: vscode.Uri, host: EditorHost) {
    this.#storage = storage;
    this.#host = host;
  }

  /** @returns null where nothing waits, or what waits cannot be understood; that is left in its place. */
  async read(article: vscode.Uri): Promise<WaitingDecisions | null> {
    const text = await readText(this.#file(article));
    if (text === null) return null;
    try {
      const { base, baseText, sidecar } = JSON.parse(text) as Partial<WaitingDecisions>;
      if (typeof sidecar !== 'string' || (base !== null && typeof base !== 'string')) return null;
      return { base, baseText: typeof baseText === 'string' ? baseText : null, sidecar };
    } catch (error) {
      console.warn(`Dossier: decisions that wait for ${article} cannot be read: ${error}`);
      return null;
    }
  }

  write(article: vscode.Uri, waiting: WaitingDecisions): Promise<void> {
    return writeText(this.#host, this.#file(article), JSON.stringify(waiting));
  }

  remove(article: vscode.Uri): Promise<void> {
    return remove(this.#file(article));
  }

  /** What waited for one article waits for another: it was renamed, or an untitled one was saved. */
  async move(from: vscode.Uri, to: vscode.Uri): Promise<void> {
    const waiting = await this.read(from);
    if (!waiting) return;
    await this.write(to, waiting);
    await this.remove(from);
  }

  #file(article: vscode.Uri): vscode.Uri {
    return storedFile(this.#storage, 'pending', article);
  }
}
