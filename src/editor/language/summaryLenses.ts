import * as vscode from 'vscode';
import { paragraphSummaries } from '../../core/present/paragraphSummaries.ts';
import type { Articles } from '../articles/articles.ts';
import type { LinkTarget } from '../hover/hoverProvider.ts';
import type { ShownInText } from './shownInText.ts';

/** A line above each paragraph that says what is in it and leads to its row, where the person has them shown. */
export function summaryLenses(articles: Articles, shown: ShownInText): vscode.CodeLensProvider {
  return {
    onDidChangeCodeLenses: shown.onDidChange,
    provideCodeLenses(document) {
      const session = articles.get(document.uri);
      if (!session || session.phase === 'analyzing' || !shown.isOn('summaries')) return undefined;
      return paragraphSummaries(session.index, session.lines).map(({ line, words, record }) => {
        const target: LinkTarget = { uri: session.uri.toString(), ...record };
        const command = { command: 'dossier.revealInTree', title: words, arguments: [target] };
        return new vscode.CodeLens(new vscode.Range(line, 0, line, 0), command);
      });
    },
  };
}
