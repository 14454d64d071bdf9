import * as vscode from 'vscode';
import { sha256Hex } from '../../core/text/hash.ts';
import type { EditorHost } from '../host.ts';
import { messageOf } from '../messages.ts';
import { keepLatest } from './keepLatest.ts';
import { readText, writeText } from './sidecarFiles.ts';
import { textInGit } from './textInGit.ts';

const MOST_TEXTS = 200;
const MOST_BYTES = 50_000_000;
const FIRST = '.first.txt';

/**
 * The texts that sidecars were written for, by hash, in the storage of the extension: private to this machine. The 200
 * latest of at most 50 MB are kept; what an article was when it was first seen goes last.
 */
export class Snapshots {
  readonly #folder: vscode.Uri;
  readonly #host: EditorHost;
  /** Names of files that this window has written or found. */
  readonly #kept = new Set<string>();

  constructor(storage: vscode.Uri, host: EditorHost) {
    this.#folder = vscode.Uri.joinPath(storage, 'snapshots');
    this.#host = host;
  }

  /** @param first the article was first seen with this text. */
  async keep(sha256: string, text: string, first: boolean): Promise<void> {
    const name = sha256 + (first ? FIRST : '.txt');
    if (this.#kept.has(name)) return;
    await writeText(this.#host, this.#file(name), text);
    this.#kept.add(name);
    const forgotten = await keepLatest(this.#folder, {
      files: MOST_TEXTS,
      bytes: MOST_BYTES,
      before: (one) => one.endsWith(FIRST),
    });
    for (const one of forgotten) this.#kept.delete(one);
  }

  /** The text with this hash, or null where it is not kept. */
  async read(sha256: string): Promise<string | null> {
    for (const ending of ['.txt', FIRST]) {
      const text = await readText(this.#file(sha256 + ending));
      if (text !== null && sha256Hex(text) === sha256) return text;
    }
    return null;
  }

  /** The text with this hash: kept here, or in git's history of the article. A failure of git is the same as no text. */
  async find(sha256: string, article: vscode.Uri): Promise<string | null> {
    const kept = await this.read(sha256);
    if (kept !== null || article.scheme !== 'file') return kept;
    try {
      return await textInGit(article, sha256);
    } catch (error) {
      console.warn(`Dossier: git has no earlier text of ${article}: ${messageOf(error)}`);
      return null;
    }
  }

  #file(name: string): vscode.Uri {
    return vscode.Uri.joinPath(this.#folder, name);
  }
}
