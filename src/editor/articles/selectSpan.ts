import * as vscode from 'vscode';
import type { Span } from '../../core/text/span.ts';
import type { ArticleSession } from './articleSession.ts';
import { toRange } from './positions.ts';

/** The editor that shows an article: the active one where that does. */
export function editorOf({ document }: ArticleSession): vscode.TextEditor | undefined {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  return activeTextEditor?.document === document
    ? activeTextEditor
    : visibleTextEditors.find((editor) => editor.document === document);
}

/** Shows an article in the editor that has it, else in the active group. */
export function showArticle(
  session: ArticleSession,
  options: Pick<vscode.TextDocumentShowOptions, 'selection' | 'preserveFocus'> = {},
): Thenable<vscode.TextEditor> {
  const column = editorOf(session)?.viewColumn;
  return vscode.window.showTextDocument(session.document, { ...(column ? { viewColumn: column } : {}), ...options });
}

/** Selects a span in the editor of its article; the editor gets the focus unless it is to stay where it is. */
export async function selectSpan(session: ArticleSession, span: Span, preserveFocus = false): Promise<void> {
  const range = toRange(session.lines, span);
  const editor = await showArticle(session, { selection: range, preserveFocus });
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
