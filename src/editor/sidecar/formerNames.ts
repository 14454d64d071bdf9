import * as vscode from 'vscode';
import { fileName } from '../articles/fileName.ts';
import type { EditorHost } from '../host.ts';
import { keepLatest } from './keepLatest.ts';
import { exists, KEPT_FOLDERS, readText, storedFile, writeText } from './sidecarFiles.ts';

const MOST_TEXTS = 2_000;
const MOST_BYTES = 5_000_000;
const MOST_NAMES = 20;

/**
 * Under which names articles that began as one text were open, in the storage of the extension: an article that was moved
 * outside the editor with its sidecar is known by the text that it was first seen with.
 */
export class FormerNames {
  readonly #storage: vscode.Uri;
  readonly #host: EditorHost;
  /** Names and texts that this window has written or found. */
  readonly #known = new Set<string>();

  constructor(storage: vscode.Uri, host: EditorHost) {
    this.#storage = storage;
    this.#host = host;
  }

  /** @param sha256 hash of the text that the article was first seen with. */
  async remember(article: vscode.Uri, sha256: string): Promise<void> {
    const name = article.toString();
    if (this.#known.has(`${sha256} ${name}`)) return;
    const file = this.#file(sha256);
    const names = await this.#names(sha256);
    if (!names.includes(name)) await writeText(this.#host, file, [...names, name].slice(-MOST_NAMES).join('\n'));
    if (names.length === 0) await keepLatest(vscode.Uri.joinPath(file, '..'), { files: MOST_TEXTS, bytes: MOST_BYTES });
    this.#known.add(`${sha256} ${name}`);
  }

  /**
   * The article that began as the same text, is no longer there, and left something on this machine; null where there is
   * none, or several of which none alone has the file name of this one.
   */
  async find(article: vscode.Uri, sha256: string): Promise<vscode.Uri | null> {
    const gone: vscode.Uri[] = [];
    for (const name of await this.#names(sha256)) {
      const former = vscode.Uri.parse(name);
      if (name !== article.toString() && !(await isThere(former)) && (await this.#leftSomething(former)))
        gone.push(former);
    }
    const [found, ...others] = gone.length < 2 ? gone : gone.filter((former) => fileName(former) === fileName(article));
    return found && others.length === 0 ? found : null;
  }

  async #leftSomething(article: vscode.Uri): Promise<boolean> {
    const left = KEPT_FOLDERS.map((folder) => exists(storedFile(this.#storage, folder, article)));
    return (await Promise.all(left)).includes(true);
  }

  async #names(sha256: string): Promise<readonly string[]> {
    return ((await readText(this.#file(sha256))) ?? '').split('\n').filter(Boolean);
  }

  #file(sha256: string): vscode.Uri {
    return vscode.Uri.joinPath(this.#storage, 'names', `${sha256}.txt`);
  }
}

/** A place that cannot be asked is not known to be empty. */
const isThere = (uri: vscode.Uri) => exists(uri).catch(() => true);
