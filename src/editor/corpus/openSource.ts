import * as vscode from 'vscode';
import type { SourceRow } from '../../core/present/sourceRows.ts';
import { LineIndex } from '../../core/text/lines.ts';
import { normaliseText } from '../../core/text/normalise.ts';
import { toRange } from '../articles/positions.ts';
import type { Corpus } from './corpus.ts';

/** Opens an article, at the first full mention of an entity where one is named; the list keeps the focus. */
export async function openSource({ engine }: Corpus, { uri, entity }: NonNullable<SourceRow['target']>): Promise<void> {
  const digest = entity === null ? null : await engine.ask('digest', uri);
  const [start, length] = (entity === null ? null : digest?.entities[entity]?.at) ?? [];
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  if (start === undefined || length === undefined) {
    await vscode.window.showTextDocument(document, { preserveFocus: true });
    return;
  }
  const lines = new LineIndex(normaliseText(document.getText()));
  const selection = toRange(lines, { start, end: start + length });
  const editor = await vscode.window.showTextDocument(document, { preserveFocus: true, selection });
  editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
