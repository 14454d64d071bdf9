import * as vscode from 'vscode';
import { resolve } from '../../core/anchor/resolve.ts';
import { TextBlocks } from '../../core/anchor/textBlocks.ts';
import type { Evidence } from '../../core/model/records.ts';
import { normaliseText } from '../../core/text/normalise.ts';
import { hull } from '../../core/text/span.ts';
import { toRange } from '../articles/positions.ts';
import { sayBriefly } from '../messages.ts';
import { exists } from '../sidecar/sidecarFiles.ts';
import { fileOf } from './reference.ts';

/**
 * Shows a piece of evidence: a passage selected in its article beside, an address in the browser, a file in its editor.
 * Sidecars come from others: only web addresses leave the editor.
 */
export async function openEvidence(article: vscode.Uri, { kind, ref, selector }: Evidence): Promise<void> {
  if (kind === 'url') {
    const address = vscode.Uri.parse(ref);
    if (address.scheme === 'https' || address.scheme === 'http') await vscode.env.openExternal(address);
    else sayBriefly(`“${ref}” is no web address, so it is not opened.`);
    return;
  }
  const file = fileOf(article, ref);
  if (!(await exists(file))) {
    sayBriefly(`“${ref}” is no longer there: it was renamed or removed outside the editor.`);
    return;
  }
  if (kind === 'file') {
    await vscode.commands.executeCommand('vscode.open', file, vscode.ViewColumn.Beside);
    return;
  }
  const document = await vscode.workspace.openTextDocument(file);
  const same = file.toString() === article.toString();
  const editor = await vscode.window.showTextDocument(document, same ? {} : { viewColumn: vscode.ViewColumn.Beside });
  const blocks = new TextBlocks(normaliseText(document.getText()));
  const found = selector && resolve(selector, blocks, { sameText: false });
  if (!found || found.anchor === 'orphan') {
    sayBriefly('the words of the evidence are no longer in that text.');
    return;
  }
  const { start, end } = toRange(blocks.index, hull(found.spans));
  editor.selection = new vscode.Selection(start, end);
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
