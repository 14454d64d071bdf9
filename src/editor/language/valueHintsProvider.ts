import * as vscode from 'vscode';
import { valueHints } from '../../core/present/valueHints.ts';
import type { Articles } from '../articles/articles.ts';
import { toOffset } from '../articles/positions.ts';
import type { ShownInText } from './shownInText.ts';

/** Resolved dates and figures as inlay hints, where the person has them shown. */
export function valueHintsProvider(articles: Articles, shown: ShownInText): vscode.InlayHintsProvider {
  return {
    onDidChangeInlayHints: shown.onDidChange,
    provideInlayHints(document, range) {
      const session = articles.get(document.uri);
      if (!session || session.phase === 'analyzing' || !shown.isOn('values')) return undefined;
      const { index, text, lines } = session;
      const window = { start: toOffset(lines, range.start), end: toOffset(lines, range.end) };
      return valueHints(index, text, window).map(({ offset, label, explanation }) => {
        const { line, character } = lines.positionAt(offset);
        const hint = new vscode.InlayHint(new vscode.Position(line, character), label);
        hint.paddingLeft = true;
        hint.tooltip = explanation;
        return hint;
      });
    },
  };
}
