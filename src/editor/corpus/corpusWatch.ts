import * as vscode from 'vscode';
import type { Articles } from '../articles/articles.ts';
import type { GitIgnore } from '../articles/gitIgnore.ts';
import { isNamedArticle } from '../articles/isArticle.ts';
import { onDidChangeSettings } from '../config/settings.ts';
import type { Registries } from '../registry/registries.ts';
import { articleOf, isSidecar } from '../sidecar/sidecarFiles.ts';

interface WatchOptions {
  readonly articles: Articles;
  readonly ignored: GitIgnore;
  readonly registries: Registries;
  /** Whether articles are known below a folder. */
  readonly holds: (folder: string) => boolean;
  /** Looks for all articles anew. Never rejects. */
  readonly lookAgain: () => Promise<void>;
  readonly changed: (articles: readonly vscode.Uri[]) => Promise<void>;
}

const PAUSE = 500;

/** Hears of what changes the corpus: articles and sidecars on disk, edits in open articles, rules and registries. */
export class CorpusWatch implements vscode.Disposable {
  readonly #options: WatchOptions;
  readonly #subscriptions: vscode.Disposable[];
  readonly #waiting = new Map<string, vscode.Uri>();
  #all = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: WatchOptions) {
    this.#options = options;
    const { articles, ignored, registries, holds } = options;
    const watcher = vscode.workspace.createFileSystemWatcher('**/*');
    const again = () => this.#lookAgain();
    this.#subscriptions = [
      watcher,
      watcher.onDidChange((uri) => void this.#heard(uri)),
      watcher.onDidCreate((uri) => {
        // A folder that was moved here says nothing of what is in it.
        if (!this.#heard(uri)) void this.#lookIntoFolder(uri);
      }),
      watcher.onDidDelete((uri) => {
        if (!this.#heard(uri) && holds(uri.toString())) again();
      }),
      articles.onDidChange(({ uri }) => this.#later(uri)),
      articles.onDidClose(({ uri }) => this.#later(uri)),
      ignored.onDidChange(again),
      registries.onDidChange(({ names }) => names && again()),
      vscode.workspace.onDidChangeWorkspaceFolders(again),
      onDidChangeSettings(again),
    ];
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /** @returns whether the file is an article or a sidecar. */
  #heard(uri: vscode.Uri): boolean {
    const article = isSidecar(uri) ? articleOf(uri) : uri;
    if (!isNamedArticle(article)) return false;
    this.#later(article);
    return true;
  }

  async #lookIntoFolder(uri: vscode.Uri): Promise<void> {
    try {
      const { type } = await vscode.workspace.fs.stat(uri);
      if (type === vscode.FileType.Directory && !this.#options.ignored.ignores(uri)) this.#lookAgain();
    } catch {
      // Gone again: its end is heard of too.
    }
  }

  #later(article: vscode.Uri): void {
    if (article.scheme === 'untitled') return;
    this.#waiting.set(article.toString(), article);
    this.#soon();
  }

  #lookAgain(): void {
    this.#all = true;
    this.#soon();
  }

  #soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#tell(), PAUSE);
  }

  async #tell(): Promise<void> {
    const all = this.#all;
    const waiting = [...this.#waiting.values()];
    this.#all = false;
    this.#waiting.clear();
    try {
      if (all) await this.#options.lookAgain();
      else await this.#options.changed(waiting);
    } catch (error) {
      console.warn(`Dossier: a change of the sources was not followed: ${error}`);
      this.#lookAgain();
    }
  }
}
