import * as vscode from 'vscode';
import { placesOfEntity } from '../../core/present/entityPlaces.ts';
import type { Articles } from '../articles/articles.ts';
import { toRange } from '../articles/positions.ts';
import { entityUnder } from './readySession.ts';

/** All mentions of the entity at the caret; elsewhere VS Code highlights equal words, as ever. */
export function highlightProvider(articles: Articles): vscode.DocumentHighlightProvider {
  return {
    async provideDocumentHighlights(document, position, token) {
      const found = await entityUnder(articles, document, position, token);
      if (!found) return undefined;
      const { session, entity } = found;
      return placesOfEntity(session.index, entity.id).map(
        (span) => new vscode.DocumentHighlight(toRange(session.lines, span)),
      );
    },
  };
}
