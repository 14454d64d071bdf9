import * as vscode from 'vscode';
import type { Span } from '../../core/text/span.ts';
import type { ArticleSession } from './articleSession.ts';
import { toRange } from './positions.ts';

/** Selects a span in the editor of its article; the editor gets the focus unless it is to stay where it is. */
export async function selectSpan(session: ArticleSession, span: Span, preserveFocus = false): Promise<void> {
  const shown = vscode.window.visibleTextEditors.find(({ document }) => document === session.document);
  const range = toRange(session.lines, span);
  const editor = await vscode.window.showTextDocument(session.document, {
    ...(shown?.viewColumn ? { viewColumn: shown.viewColumn } : {}),
    selection: range,
    preserveFocus,
  });
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
