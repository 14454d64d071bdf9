import * as vscode from 'vscode';
import type { ArticleSession } from '../articles/articleSession.ts';
import { SELECTOR } from './articleStatus.ts';

/** Warns in the language status that the article of the active editor is another text than when it was first seen. */
export function showFirstSeenStatus(item: vscode.LanguageStatusItem, session: ArticleSession | null): void {
  item.selector = session?.firstSeenHash ? SELECTOR : [];
  item.severity = vscode.LanguageStatusSeverity.Warning;
  item.text = 'Changed since it was first seen';
  item.detail = 'The decisions may be on other words';
  item.command = { command: 'dossier.compareWithFirstSeen', title: 'Compare' };
}
