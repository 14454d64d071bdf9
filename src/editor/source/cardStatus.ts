import type * as vscode from 'vscode';
import { cardLine } from '../../core/present/cardWords.ts';
import type { ArticleSession } from '../articles/articleSession.ts';

/** Who published the article of the active editor, when, and how reliable it is, in the language status. */
export function showCardStatus(item: vscode.LanguageStatusItem, session: ArticleSession | null): void {
  item.text = (session && cardLine(session.source)) || 'No source card';
  item.detail = session?.source.title ?? 'Source';
  item.command = { command: 'dossier.editSourceCard', title: 'Edit' };
}
