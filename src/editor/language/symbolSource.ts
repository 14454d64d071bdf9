import type * as vscode from 'vscode';
import type { ArticleSymbol } from '../../core/present/articleSymbols.ts';

/** An entity or a claim of some article of the workspace. */
export interface FoundSymbol extends Pick<ArticleSymbol, 'kind' | 'name' | 'type'> {
  /** The place to go to first, then all others, in one article; never empty. */
  readonly places: readonly [vscode.Location, ...vscode.Location[]];
}

/** Knows the symbols of some articles of the workspace. The sources of a window know different articles. */
export interface SymbolSource {
  /** Entities whose name has the signs of `query` in their order, claims with its words; bounded in number, an entity that is called so in front; never rejects. */
  symbols(query: string): Promise<readonly FoundSymbol[]>;
}
