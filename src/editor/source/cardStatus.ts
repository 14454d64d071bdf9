import * as vscode from 'vscode';
import { cardLine } from '../../core/present/cardWords.ts';
import type { Articles } from '../articles/articles.ts';

const SELECTOR: vscode.DocumentSelector = [{ language: 'plaintext' }, { language: 'markdown' }];

/** Who published the article of the active editor, when, and how reliable it is, in the language status. */
export class CardStatus implements vscode.Disposable {
  readonly #item = vscode.languages.createLanguageStatusItem('dossier.source', SELECTOR);
  readonly #subscriptions: vscode.Disposable[];

  constructor(articles: Articles) {
    this.#item.name = 'Dossier Source Card';
    const show = () => {
      const active = vscode.window.activeTextEditor;
      const session = active && articles.get(active.document.uri);
      this.#item.text = (session && cardLine(session.source)) || 'No source card';
      this.#item.detail = session?.source.title ?? 'Source';
      this.#item.command = { command: 'dossier.editSourceCard', title: 'Edit' };
    };
    this.#subscriptions = [
      articles.onDidChange(show),
      articles.onDidChangeCurrent(show),
      articles.onDidClose(show),
      vscode.window.onDidChangeActiveTextEditor(show),
    ];
    show();
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#item.dispose();
  }
}
