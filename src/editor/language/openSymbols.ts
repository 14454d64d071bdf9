import * as vscode from 'vscode';
import { articleSymbols } from '../../core/present/articleSymbols.ts';
import type { Articles } from '../articles/articles.ts';
import { toRange } from '../articles/positions.ts';
import type { FoundSymbol, SymbolSource } from './symbolSource.ts';

/** The symbols of the articles that are open, as they stand. */
export function openSymbols(articles: Articles): SymbolSource {
  return {
    symbols: async (query) =>
      articles.all
        .filter(({ phase }) => phase !== 'analyzing')
        .flatMap(({ uri, index, lines }) =>
          articleSymbols(index, query).map(({ kind, name, type, places: [first, ...others] }): FoundSymbol => {
            const location = (span: typeof first) => new vscode.Location(uri, toRange(lines, span));
            return { kind, name, type, places: [location(first), ...others.map(location)] };
          }),
        ),
  };
}
