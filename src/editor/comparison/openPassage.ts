import * as vscode from 'vscode';
import type { ComparedPlace } from '../../core/present/comparisonView.ts';
import { LineIndex } from '../../core/text/lines.ts';
import { normaliseText } from '../../core/text/normalise.ts';
import { toRange } from '../articles/positions.ts';

/**
 * Selects a passage in the editor beside a panel, which keeps the focus: where the article is shown already, else in the
 * group beside.
 * @returns false where other words stand there now; nothing is selected then.
 */
export async function openPassage(
  { file, start, end, words }: ComparedPlace,
  panel: vscode.ViewColumn | undefined,
): Promise<boolean> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(file));
  const text = normaliseText(document.getText());
  const { visibleTextEditors } = vscode.window;
  const columns = [
    ...visibleTextEditors.filter((editor) => editor.document === document),
    ...visibleTextEditors,
  ].flatMap(({ viewColumn }) => (viewColumn !== undefined && viewColumn !== panel ? [viewColumn] : []));
  const same = text.startsWith(words, start);
  const selection = same ? toRange(new LineIndex(text), { start, end }) : null;
  const editor = await vscode.window.showTextDocument(document, {
    viewColumn: columns[0] ?? vscode.ViewColumn.Beside,
    preserveFocus: true,
    preview: true,
    ...(selection ? { selection } : {}),
  });
  if (selection) editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  return same;
}
