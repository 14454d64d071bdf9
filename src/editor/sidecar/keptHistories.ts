import * as vscode from 'vscode';
import { readHistory } from '../../core/sidecar/decodeHistory.ts';
import type { EncodedRecords } from '../../core/sidecar/encodedRecords.ts';
import { historyPieces } from '../../core/sidecar/encodeHistory.ts';
import type { KeptHistory } from '../../core/store/keptHistory.ts';
import type { EditorHost } from '../host.ts';
import { tellError } from '../messages.ts';
import { runInSlices } from '../runInSlices.ts';
import { joinInSlices } from './joinInSlices.ts';
import { keepLatest } from './keepLatest.ts';
import { exists, readText, remove, storedFile, writeBytes } from './sidecarFiles.ts';

const MOST_FILES = 200;
const MOST_BYTES = 50_000_000;

interface KeptWith {
  /** The hash of the sidecar that holds the records as the history leaves them. */
  readonly sidecar: string;
  readonly encoded: EncodedRecords<Uint8Array>;
}

/**
 * What can be undone in each article, in the storage of the extension: it outlives the window. Of the 200 articles that
 * were decided on last, at most 50 MB.
 */
export class KeptHistories {
  readonly #storage: vscode.Uri;
  readonly #host: EditorHost;
  /** Files that this window has written. */
  readonly #written = new Set<string>();

  constructor(storage: vscode.Uri, host: EditorHost) {
    this.#storage = storage;
    this.#host = host;
  }

  /**
   * Reads what is kept.
   * @param given a text, the sidecar by its hash, and the records that it holds.
   * @returns null where nothing is kept for this text or the one before it.
   */
  async find(article: vscode.Uri, given: Parameters<typeof readHistory>[1]): Promise<KeptHistory | null> {
    try {
      const json = await readText(this.#file(article));
      return json === null ? null : ((await runInSlices(readHistory(json, given))) ?? null);
    } catch (error) {
      console.warn(`Dossier: what could be undone in ${article} cannot be read: ${error}`);
      return null;
    }
  }

  /** Never rejects: a failure, which is told, costs no decision, only the way back after a reload. */
  keep(article: vscode.Uri, history: KeptHistory, kept: KeptWith): Promise<void> {
    return this.#write(article, history, kept).catch(tellError);
  }

  remove(article: vscode.Uri): Promise<void> {
    return remove(this.#file(article));
  }

  /** The article was renamed. */
  async move(from: vscode.Uri, to: vscode.Uri): Promise<void> {
    const file = this.#file(from);
    if (await exists(file)) await vscode.workspace.fs.rename(file, this.#file(to), { overwrite: true });
  }

  async #write(article: vscode.Uri, history: KeptHistory, { sidecar, encoded }: KeptWith): Promise<void> {
    const { done, undone, lost } = history;
    if (done.length + undone.length === 0 && !lost?.done && !lost?.undone) return this.remove(article);
    const file = this.#file(article);
    await writeBytes(this.#host, file, await joinInSlices(historyPieces(history, sidecar, encoded)));
    if (this.#written.has(file.path)) return;
    this.#written.add(file.path);
    await keepLatest(vscode.Uri.joinPath(file, '..'), { files: MOST_FILES, bytes: MOST_BYTES });
  }

  #file(article: vscode.Uri): vscode.Uri {
    return storedFile(this.#storage, 'history', article);
  }
}
