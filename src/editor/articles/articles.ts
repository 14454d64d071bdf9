import * as vscode from 'vscode';
import type { ExtractorClient } from '../../worker/workerClient.ts';
import { onDidChangeSettings } from '../config/settings.ts';
import { ArticleSession } from './articleSession.ts';
import type { GitIgnore } from './gitIgnore.ts';
import { isArticle } from './isArticle.ts';

export interface ArticlesOptions {
  readonly client: ExtractorClient;
  readonly ignored: GitIgnore;
  /** Loads what is saved for the session and keeps it saved; resolves when the load is done, never rejects. */
  readonly attach: (session: ArticleSession) => Promise<vscode.Disposable>;
}

/** The sessions of the articles that are open in editors, and which of them the views show. */
export class Articles implements vscode.Disposable {
  readonly #options: ArticlesOptions;
  readonly #sessions = new Map<string, { readonly session: ArticleSession; readonly parts: vscode.Disposable[] }>();
  readonly #changed = new vscode.EventEmitter<ArticleSession>();
  readonly #currentChanged = new vscode.EventEmitter<ArticleSession | null>();
  readonly #closed = new vscode.EventEmitter<ArticleSession>();
  readonly #subscriptions: vscode.Disposable[];
  #current: ArticleSession | null = null;

  /** Fires after any change of any session. */
  readonly onDidChange = this.#changed.event;
  readonly onDidChangeCurrent = this.#currentChanged.event;
  /** Fires when a document is no article any more: closed, or no longer named by the setting. */
  readonly onDidClose = this.#closed.event;

  constructor(options: ArticlesOptions) {
    this.#options = options;
    this.#subscriptions = [
      vscode.window.onDidChangeVisibleTextEditors(() => this.#look()),
      vscode.window.onDidChangeActiveTextEditor(() => this.#look()),
      vscode.workspace.onDidOpenTextDocument(() => this.#look()),
      vscode.workspace.onDidCloseTextDocument((document) => this.#close(document)),
      vscode.workspace.onDidChangeTextDocument((event) => this.get(event.document.uri)?.followEdit(event)),
      onDidChangeSettings(() => this.#look()),
      options.ignored.onDidChange(() => this.#look()),
    ];
    this.#look();
  }

  /** The article that the views show: the active one, else the last active one that is still open. */
  get current(): ArticleSession | null {
    return this.#current;
  }

  get all(): ArticleSession[] {
    return [...this.#sessions.values()].map(({ session }) => session);
  }

  get(uri: vscode.Uri): ArticleSession | undefined {
    return this.#sessions.get(uri.toString())?.session;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    for (const { session, parts } of this.#sessions.values()) {
      for (const part of parts) part.dispose();
      session.dispose();
    }
    this.#sessions.clear();
    this.#changed.dispose();
    this.#currentChanged.dispose();
    this.#closed.dispose();
  }

  #look(): void {
    for (const { document } of this.all) if (!isArticle(document, this.#options.ignored)) this.#close(document);
    for (const { document } of vscode.window.visibleTextEditors) {
      if (!this.#sessions.has(document.uri.toString()) && isArticle(document, this.#options.ignored))
        this.#open(document);
    }
    const active = vscode.window.activeTextEditor;
    const session = active && this.get(active.document.uri);
    if (session) this.#show(session);
    else if (!this.#current) this.#show(this.all[0] ?? null);
    void vscode.commands.executeCommand('setContext', 'dossier.articleActive', Boolean(session));
  }

  #open(document: vscode.TextDocument): void {
    const session = new ArticleSession(document, this.#options.client);
    const parts: vscode.Disposable[] = [session.onDidChange(() => this.#changed.fire(session))];
    this.#sessions.set(document.uri.toString(), { session, parts });
    const attached = this.#options.attach(session);
    void attached.then((part) => {
      if (session.disposed) part.dispose();
      else parts.push(part);
    });
    // The worker is at work while the sidecar is read.
    void session.analyze(attached);
  }

  #close(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    const entry = this.#sessions.get(key);
    if (!entry) return;
    this.#sessions.delete(key);
    for (const part of entry.parts) part.dispose();
    entry.session.dispose();
    this.#closed.fire(entry.session);
    if (this.#current === entry.session) this.#show(this.all[0] ?? null);
  }

  #show(session: ArticleSession | null): void {
    if (session === this.#current) return;
    this.#current = session;
    this.#currentChanged.fire(session);
  }
}
