import * as vscode from 'vscode';
import type { ArticleSession } from '../articles/articleSession.ts';
import type { Articles } from '../articles/articles.ts';

/** Where the items are shown. */
export const SELECTOR: vscode.DocumentSelector = [{ language: 'plaintext' }, { language: 'markdown' }];

interface StatusOptions {
  readonly id: string;
  readonly name: string;
  readonly articles: Articles;
  /** Fills the item for the article of the active editor; null where that is no article. */
  readonly show: (item: vscode.LanguageStatusItem, session: ArticleSession | null) => void;
}

/** An item of the language status that is kept up with the article of the active editor. */
export function articleStatus({ id, name, articles, show }: StatusOptions): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem(id, SELECTOR);
  item.name = name;
  const update = () => {
    const active = vscode.window.activeTextEditor;
    show(item, active ? (articles.get(active.document.uri) ?? null) : articles.current);
  };
  update();
  return vscode.Disposable.from(
    item,
    articles.onDidChange(update),
    articles.onDidChangeCurrent(update),
    articles.onDidClose(update),
    vscode.window.onDidChangeActiveTextEditor(update),
  );
}
