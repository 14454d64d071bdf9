import * as vscode from 'vscode';
import { sayBriefly } from '../messages.ts';
import type { Commands } from './context.ts';

export const comparisonCommands: Commands = {
  /** From the explorer with what is selected there, else about the article that is read. */
  'dossier.compareSources': async ({ articles, comparison }, clicked, selected) => {
    const chosen = Array.isArray(selected) ? selected.filter((one) => one instanceof vscode.Uri) : [];
    if (chosen.length > 1) return comparison.show({ articles: chosen.map(String), ofFolder: false });
    const article = clicked instanceof vscode.Uri ? clicked : articles.current?.uri;
    if (!article) return sayBriefly('open an article first, or select articles in the explorer.');
    await comparison.show({ articles: [article.toString()], ofFolder: true });
  },
};
