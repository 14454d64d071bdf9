import * as vscode from 'vscode';
import type { ArticleSession } from '../articles/articleSession.ts';
import { fileName } from '../articles/fileName.ts';
import type { GitIgnore } from '../articles/gitIgnore.ts';
import type { PrivateNotes } from '../case/privateNotes.ts';
import { mergeMarkedSidecar } from '../conflicts/mergeMarkedSidecar.ts';
import { tellConflicts } from '../conflicts/tellConflicts.ts';
import type { EditorHost } from '../host.ts';
import { offer, sayBriefly, tellError } from '../messages.ts';
import type { FormerNames } from './formerNames.ts';
import type { KeptHistories } from './keptHistories.ts';
import { type FileMove, movedArticles } from './movedArticles.ts';
import { PendingDecisions } from './pendingDecisions.ts';
import { SidecarBinding } from './sidecarBinding.ts';
import { exists, findSidecar, sidecarPlaces } from './sidecarFiles.ts';
import { SidecarProblems } from './sidecarProblems.ts';
import type { Snapshots } from './snapshots.ts';
import { findStranded } from './strandedSidecar.ts';
import type { HandedDecisions } from './waitingDecisions.ts';

/** In milliseconds. An article that is still there by then was not renamed: the editor tells of no failure. */
const LONGEST_MOVE = 10_000;

interface SidecarKeeperOptions {
  readonly storage: vscode.Uri;
  readonly host: EditorHost;
  readonly version: string;
  readonly snapshots: Snapshots;
  readonly ignored: GitIgnore;
  readonly histories: KeptHistories;
  readonly formerNames: FormerNames;
  readonly privateNotes: PrivateNotes;
  /** What is kept of an article elsewhere goes along to its new name. */
  readonly adopted: (move: FileMove) => Promise<void>;
}

/** Loads and saves the sidecars of the open articles, and says in words what stands in the way. */
export class SidecarKeeper implements vscode.Disposable {
  readonly #options: SidecarKeeperOptions;
  readonly #pending: PendingDecisions;
  readonly #histories: KeptHistories;
  readonly #bindings = new Map<ArticleSession, SidecarBinding>();
  readonly #closing = new Set<Promise<void>>();
  /** The names that articles got instead of these, and when that began; what was decided on them went along. */
  readonly #moved = new Map<string, { readonly to: vscode.Uri; readonly at: number }>();
  readonly #problems = new SidecarProblems();
  readonly #subscriptions: vscode.Disposable[];
  /** Untitled documents of this window, whose decisions go with them when they are saved as a file. */
  readonly #untitled = new Map<string, vscode.Uri>();

  constructor(options: SidecarKeeperOptions) {
    this.#options = options;
    this.#pending = new PendingDecisions(options.storage, options.host);
    this.#histories = options.histories;
    this.#subscriptions = [
      vscode.workspace.onDidSaveTextDocument((document) => {
        for (const binding of this.#bindings.values()) if (binding.article === document) binding.articleSaved();
        this.#changed(document.uri);
      }),
      // Reverted, undone to what is on disk, or read again.
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document.isDirty || document.isUntitled) return;
        for (const binding of this.#bindings.values()) if (binding.article === document) binding.textOnDisk();
      }),
      vscode.workspace.onWillRenameFiles((event) => event.waitUntil(this.#moveAlong(event.files))),
    ];
  }

  /** Loads what is saved; from then on every decision is saved until the result is disposed. Never rejects. */
  async attach(session: ArticleSession): Promise<vscode.Disposable> {
    const binding = new SidecarBinding({
      ...this.#options,
      session,
      pending: this.#pending,
      problems: this.#problems,
      movedTo: () => this.#movedTo(session.uri),
      handOver: (to, handed) => this.#handOver(session.uri, to, handed),
    });
    this.#bindings.set(session, binding);
    this.#moved.delete(session.uri.toString());
    if (session.document.isUntitled) this.#untitled.set(session.uri.toString(), session.uri);
    await binding.load(this.#comeAlong(session.uri));
    await this.#adoptUntitled(session, binding);
    if (!session.document.isUntitled) void this.#offerLeftBehind(session, binding).catch(tellError);
    const watchers = session.document.isUntitled ? [] : this.#watch(session.uri);
    return {
      dispose: () => {
        this.#bindings.delete(session);
        for (const watcher of watchers) watcher.dispose();
        const closed = binding.close().finally(() => this.#closing.delete(closed));
        this.#closing.add(closed);
      },
    };
  }

  /** Saves at once, also when nothing was decided. @returns whether the sidecar is on disk. */
  async save(session: ArticleSession): Promise<boolean> {
    if (session.blocked) {
      this.explainBlocked(session);
      return false;
    }
    if (session.document.isUntitled || session.document.isDirty) {
      sayBriefly('save the article first; your decisions are kept until then.');
    }
    return (await this.#bindings.get(session)?.save()) ?? false;
  }

  async open(session: ArticleSession): Promise<void> {
    const binding = this.#bindings.get(session);
    if (!binding) return;
    if (await binding.exists()) {
      await vscode.window.showTextDocument(binding.uri, { viewColumn: vscode.ViewColumn.Beside, preview: true });
      return;
    }
    const save = async () => {
      if (await this.save(session)) await this.open(session);
    };
    const message = 'This article has no sidecar yet: the first decision makes one.';
    offer('information', message, 'Save Annotations Now', save);
  }

  /** Where the sidecar of an article is, or would be. */
  uriOf(session: ArticleSession): vscode.Uri {
    return this.#bindings.get(session)?.uri ?? sidecarPlaces(session.uri)[0];
  }

  /** Joins the sides of a sidecar that holds git's conflict markers, as the person asked, and says what is left to choose. */
  async mergeMarked(sidecar: vscode.Uri): Promise<void> {
    const { conflicts } = await mergeMarkedSidecar(sidecar, this.#options.host);
    for (const binding of this.#bindings.values()) {
      if (binding.uri.toString() !== sidecar.toString()) continue;
      await binding.readAgain();
      tellConflicts(binding.article.uri, conflicts.length);
    }
  }

  /** Tells why nothing can be decided here, with the way out. */
  explainBlocked(session: ArticleSession): void {
    offer('error', `${session.blocked}`, 'Open Sidecar', () => this.open(session));
  }

  /** Writes what waits; for the end of the window. */
  async flush(): Promise<void> {
    await Promise.all([...[...this.#bindings.values()].map((binding) => binding.flush()), ...this.#closing]);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    for (const binding of this.#bindings.values()) binding.dispose();
    this.#bindings.clear();
    this.#problems.dispose();
  }

  /** Watches both places of the sidecar; a file outside the workspace is seen too. */
  #watch(article: vscode.Uri): vscode.Disposable[] {
    return sidecarPlaces(article).flatMap((place) => {
      const pattern = new vscode.RelativePattern(vscode.Uri.joinPath(place, '..'), '*.dossier.json');
      const watcher = vscode.workspace.createFileSystemWatcher(pattern);
      const changed = (uri: vscode.Uri) => this.#changed(uri);
      return [watcher, watcher.onDidChange(changed), watcher.onDidCreate(changed), watcher.onDidDelete(changed)];
    });
  }

  #changed(file: vscode.Uri): void {
    for (const binding of this.#bindings.values()) {
      if (binding.uri.toString() === file.toString()) void binding.readAgain();
    }
  }

  /** A text that was saved from an untitled document brings its decisions along. */
  async #adoptUntitled(session: ArticleSession, binding: SidecarBinding): Promise<void> {
    if (binding.article.isUntitled) return;
    for (const [key, untitled] of [...this.#untitled]) {
      await this.#options.privateNotes.move(untitled, session.uri, session);
      if (await binding.adopt(untitled)) this.#untitled.delete(key);
    }
  }

  async #movedTo(article: vscode.Uri): Promise<vscode.Uri | 'moving' | null> {
    const moved = this.#moved.get(article.toString());
    if (!moved) return null;
    if (!(await exists(article))) return moved.to;
    return Date.now() - moved.at < LONGEST_MOVE ? 'moving' : null;
  }

  /** When articles that were closed have written what they had to write: that under the former name of this one is its own. */
  async #comeAlong(article: vscode.Uri): Promise<void> {
    await Promise.all(this.#closing);
    for (const [name, { to }] of this.#moved) {
      if (to.toString() !== article.toString()) continue;
      const from = vscode.Uri.parse(name);
      await this.#bindingOf(from)?.flush();
      await Promise.all(this.#closing);
      await this.#options.privateNotes.move(from, to, this.#sessionOf(to));
      await this.#pending.move(from, to);
      await this.#histories.move(from, to);
    }
  }

  #sessionOf(uri: vscode.Uri): ArticleSession | undefined {
    return [...this.#bindings.keys()].find((session) => session.uri.toString() === uri.toString());
  }

  #bindingOf(uri: vscode.Uri): SidecarBinding | undefined {
    return [...this.#bindings.values()].find(({ article }) => article.uri.toString() === uri.toString());
  }

  /** Decisions on an article that has another name by now wait under that; where it is open already, it takes them. */
  async #handOver(from: vscode.Uri, to: vscode.Uri, handed: HandedDecisions): Promise<void> {
    await this.#pending.write(to, handed);
    await this.#pending.remove(from);
    await this.#histories.remove(from);
    const binding = this.#bindingOf(to);
    // Not waited for: it may itself wait for the article of the old name to be closed, and finds them then.
    void binding?.takeOver(handed);
  }

  /**
   * An article that was renamed or moved outside the editor has left its sidecar behind, or brought it along and left what
   * is kept of it on this machine: a person is asked.
   */
  async #offerLeftBehind(session: ArticleSession, binding: SidecarBinding): Promise<void> {
    const { formerNames, privateNotes, adopted } = this.#options;
    const hasSidecar = await binding.exists();
    const stranded = hasSidecar ? null : await findStranded(session.uri, session.text);
    const { firstSha256 } = binding;
    const known = hasSidecar && firstSha256 ? await formerNames.find(session.uri, firstSha256) : null;
    if (firstSha256) await formerNames.remember(session.uri, firstSha256);
    const article = stranded?.article ?? known;
    if (!article || session.disposed) return;
    const gone = `${vscode.workspace.asRelativePath(article)} is no longer there`;
    const message = stranded
      ? `${gone}, and its annotations were made for this very text. Move them here?`
      : `${gone}, and this article began as the same text. Take along what is kept of it on this machine: private notes and what can be undone?`;
    offer('information', message, stranded ? 'Move Annotations' : 'Take Along', async () => {
      if (stranded && (await binding.exists()))
        throw new Error(`${fileName(session.uri)} has annotations of its own by now.`);
      // Before the sidecar, which is read with them as soon as it is there; what was decided here meanwhile counts more.
      await privateNotes.move(article, session.uri, session);
      if (!session.store.canUndo && !session.store.canRedo) await this.#histories.move(article, session.uri);
      if (stranded) {
        await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(binding.uri, '..'));
        await vscode.workspace.fs.rename(stranded.sidecar, binding.uri, { overwrite: false });
      }
      await binding.readAgain('load');
      const waiting = await this.#pending.read(article);
      if (waiting) await this.#handOver(article, session.uri, waiting);
      await adopted({ oldUri: article, newUri: session.uri });
    });
  }

  /** When an article is renamed or moved in the editor, alone or with its folder, its sidecar and what waits for it go along. */
  async #moveAlong(files: readonly FileMove[]) {
    const edit = new vscode.WorkspaceEdit();
    try {
      await this.flush();
      for (const file of files) {
        for (const article of await movedArticles(file, 'oldUri', this.#options.ignored)) {
          await this.#options.privateNotes.move(article.oldUri, article.newUri);
          await this.#pending.move(article.oldUri, article.newUri);
          await this.#histories.move(article.oldUri, article.newUri);
          this.#moved.set(article.oldUri.toString(), { to: article.newUri, at: Date.now() });
        }
        const { oldUri, newUri } = file;
        const from = await findSidecar(oldUri);
        const [beside, other] = sidecarPlaces(newUri);
        const to = from.path.includes('/.dossier/') === beside.path.includes('/.dossier/') ? beside : other;
        if ((await exists(from)) && !(await exists(to))) edit.renameFile(from, to, { overwrite: false });
      }
    } catch (error) {
      tellError(error);
    }
    return edit;
  }
}
