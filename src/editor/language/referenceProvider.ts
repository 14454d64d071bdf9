import * as vscode from 'vscode';
import { normaliseName } from '../../core/model/ids.ts';
import { placesOfEntity } from '../../core/present/entityPlaces.ts';
import { shortLine } from '../../core/present/short.ts';
import type { Articles } from '../articles/articles.ts';
import { toRange } from '../articles/positions.ts';
import { entityUnder } from './readySession.ts';
import type { SymbolSource } from './symbolSource.ts';

/** All mentions of an entity: here, and in other sources of the one with the same type and name. */
export function referenceProvider(articles: Articles, sources: readonly SymbolSource[]): vscode.ReferenceProvider {
  return {
    async provideReferences(document, position, _context, token) {
      const found = await entityUnder(articles, document, position, token);
      if (!found) return undefined;
      const { session, entity } = found;
      const here = placesOfEntity(session.index, entity.id);
      const symbols = (await Promise.all(sources.map((source) => source.symbols(entity.name)))).flat();
      const name = normaliseName(shortLine(entity.name));
      const elsewhere = symbols
        .filter((symbol) => symbol.type === entity.type && normaliseName(symbol.name) === name)
        .flatMap(({ places }) => places)
        .filter(({ uri }) => uri.toString() !== session.uri.toString());
      return [...here.map((span) => new vscode.Location(session.uri, toRange(session.lines, span))), ...elsewhere];
    },
  };
}
