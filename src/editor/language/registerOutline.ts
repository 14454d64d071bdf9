import * as vscode from 'vscode';
import type { ArticleSession } from '../articles/articleSession.ts';
import type { Articles } from '../articles/articles.ts';
import { outlineProvider } from './outlineProvider.ts';

/** Behind a decision, so that the outline does not hold up the next one. */
const PAUSE = 1000;

/**
 * The outline, registered anew when decisions changed what it shows: VS Code asks a provider again only after an edit of
 * the text, and has no event for it.
 */
export function registerOutline(articles: Articles, selector: vscode.DocumentSelector): vscode.Disposable {
  const register = () =>
    vscode.languages.registerDocumentSymbolProvider(selector, outlineProvider(articles), { label: 'Dossier' });
  let registration = register();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const shapes = new WeakMap<ArticleSession, object>();
  const listening = articles.onDidChange((session) => {
    if (session.phase === 'analyzing') return;
    const before = shapes.get(session);
    const { shape } = session.index;
    shapes.set(session, shape);
    if (!before || before === shape) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      registration.dispose();
      registration = register();
    }, PAUSE);
  });
  return new vscode.Disposable(() => {
    clearTimeout(timer);
    listening.dispose();
    registration.dispose();
  });
}
