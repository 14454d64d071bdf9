import * as vscode from 'vscode';
import type { ArticleSession } from '../articles/articleSession.ts';
import type { Articles } from '../articles/articles.ts';

const SELECTOR: vscode.DocumentSelector = [{ language: 'plaintext' }, { language: 'markdown' }];

/** What Dossier makes of the text of the active editor, in the language status. */
export class LanguageStatus implements vscode.Disposable {
  readonly #item = vscode.languages.createLanguageStatusItem('dossier.status', SELECTOR);
  readonly #subscriptions: vscode.Disposable[];

  constructor(articles: Articles) {
    this.#item.name = 'Dossier';
    const show = () => {
      const active = vscode.window.activeTextEditor;
      this.#show(active ? (articles.get(active.document.uri) ?? null) : articles.current);
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

  #show(session: ArticleSession | null): void {
    const item = this.#item;
    item.busy = session?.phase === 'analyzing';
    item.severity = vscode.LanguageStatusSeverity.Information;
    if (!session) {
      item.text = 'Not an article';
      item.detail = 'By the setting for articles';
      item.command = undefined as unknown as vscode.Command;
      return;
    }
    const { entities, claims } = session.store.annotations;
    const decided = [...entities.values(), ...claims.values()].filter(({ state }) => state !== 'suggested').length;
    item.text = `${entities.size} entities, ${claims.size} claims`;
    const changed = session.firstSeenHash === null ? [] : ['Changed since it was first seen'];
    item.detail = [...changed, ...session.facts.notices].join(' · ') || `${decided} decided`;
    item.command = changed.length
      ? { command: 'dossier.compareWithFirstSeen', title: 'Compare' }
      : { command: 'dossier.openSidecar', title: 'Open Sidecar' };
    const { value, basis } = session.facts.referenceDate;
    if (session.blocked) {
      item.severity = vscode.LanguageStatusSeverity.Error;
      item.detail = session.blocked;
    } else if (session.phase === 'failed') {
      item.severity = vscode.LanguageStatusSeverity.Error;
      item.text = 'Analysis failed';
      item.detail = session.problem ?? '';
      item.command = { command: 'dossier.analyzeArticle', title: 'Analyze Again' };
    } else if (session.phase === 'ready' && value === null) {
      item.severity = vscode.LanguageStatusSeverity.Warning;
      item.detail = `The date of the article is not known (${basis}): relative dates stay open`;
      item.command = { command: 'dossier.setArticleDate', title: 'Set Date' };
    }
  }
}
