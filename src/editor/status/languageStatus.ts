import * as vscode from 'vscode';
import type { ArticleSession } from '../articles/articleSession.ts';

/** What Dossier makes of the text of the active editor, in the language status. */
export function showLanguageStatus(item: vscode.LanguageStatusItem, session: ArticleSession | null): void {
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
  item.detail = session.facts.notices.join(' · ') || `${decided} decided`;
  item.command = { command: 'dossier.openSidecar', title: 'Open Sidecar' };
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
