import * as vscode from 'vscode';
import type { ArticleSession } from '../articles/articleSession.ts';
import type { EditorHost } from '../host.ts';
import { offer } from '../messages.ts';
import { SidecarBinding } from './sidecarBinding.ts';
import { readText, remove } from './sidecarFiles.ts';
import { SidecarProblems } from './sidecarProblems.ts';

/** Loads and saves the sidecars of the open articles, and says in words what stands in the way. */
export class SidecarKeeper implements vscode.Disposable {
  readonly #storage: vscode.Uri;
  readonly #host: EditorHost;
  readonly #bindings = new Map<ArticleSession, SidecarBinding>();
  readonly #problems = new SidecarProblems();
  readonly #subscriptions: vscode.Disposable[];
  /** Where decisions on untitled documents of this window wait. */
  readonly #untitled = new Map<string, vscode.Uri>();

  constructor({ storage, host }: { readonly storage: vscode.Uri; readonly host: EditorHost }) {
    this.#storage = storage;
    this.#host = host;
    const watcher = vscode.workspace.createFileSystemWatcher('**/*.dossier.json');
    const changed = (uri: vscode.Uri) => void this.#bindingOf(uri)?.readAgain();
    this.#subscriptions = [
      watcher,
      watcher.onDidChange(changed),
      watcher.onDidCreate(changed),
      vscode.workspace.onDidSaveTextDocument((document) => {
        for (const binding of this.#bindings.values()) if (binding.article === document) void binding.articleSaved();
      }),
    ];
  }

  /** Loads what is saved; from then on every decision is saved until the result is disposed. Never rejects. */
  async attach(session: ArticleSession): Promise<vscode.Disposable> {
    const binding = new SidecarBinding({ session, storage: this.#storage, host: this.#host, problems: this.#problems });
    this.#bindings.set(session, binding);
    if (session.document.isUntitled) this.#untitled.set(binding.pending.toString(), binding.pending);
    await binding.load();
    await this.#adoptUntitled(binding);
    return {
      dispose: () => {
        this.#bindings.delete(session);
        binding.dispose();
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
      vscode.window.setStatusBarMessage('Dossier: save the article first; your decisions are kept until then.', 6000);
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

  /** Tells why nothing can be decided here, with the way out. */
  explainBlocked(session: ArticleSession): void {
    offer('error', `${session.blocked}`, 'Open Sidecar', () => this.open(session));
  }

  /** Writes what waits; for the end of the window. */
  async flush(): Promise<void> {
    await Promise.all([...this.#bindings.values()].map((binding) => binding.flush()));
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    for (const binding of this.#bindings.values()) binding.dispose();
    this.#bindings.clear();
    this.#problems.dispose();
  }

  /** A text that was saved from an untitled document brings its decisions along. */
  async #adoptUntitled(binding: SidecarBinding): Promise<void> {
    if (binding.article.isUntitled) return;
    for (const pending of [...this.#untitled.values()]) {
      const waiting = await readText(pending);
      if (waiting !== null && binding.adopt(waiting)) {
        this.#untitled.delete(pending.toString());
        await remove(pending);
      }
    }
  }

  #bindingOf(sidecar: vscode.Uri): SidecarBinding | undefined {
    return [...this.#bindings.values()].find(({ uri }) => uri.toString() === sidecar.toString());
  }
}
