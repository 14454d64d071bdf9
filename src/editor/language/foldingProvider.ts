import * as vscode from 'vscode';
import { foldingPlan } from '../../core/present/foldingPlan.ts';
import type { Articles } from '../articles/articles.ts';
import { readySession } from './readySession.ts';

/** Folds page furniture, also with "Fold All Regions", and long sections. */
export function foldingProvider(articles: Articles): vscode.FoldingRangeProvider {
  return {
    async provideFoldingRanges(document, _context, token) {
      const session = await readySession(articles, document, token);
      if (!session) return undefined;
      return foldingPlan(session.facts.zones, session.text, session.lines).map(({ kind, first, last }) =>
        kind === 'furniture'
          ? new vscode.FoldingRange(first, last, vscode.FoldingRangeKind.Region)
          : new vscode.FoldingRange(first, last),
      );
    },
  };
}
