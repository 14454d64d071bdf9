import * as vscode from 'vscode';
import { type CommandContext, decide } from '../commands/context.ts';
import { callHierarchyProvider } from './callHierarchyProvider.ts';
import { definitionProvider } from './definitionProvider.ts';
import { foldingProvider } from './foldingProvider.ts';
import { highlightProvider } from './highlightProvider.ts';
import { referenceProvider } from './referenceProvider.ts';
import { registerOutline } from './registerOutline.ts';
import { renameProvider } from './renameProvider.ts';
import { summaryLenses } from './summaryLenses.ts';
import type { SymbolSource } from './symbolSource.ts';
import { valueHintsProvider } from './valueHintsProvider.ts';
import { workspaceSymbols } from './workspaceSymbols.ts';

const ARTICLES: vscode.DocumentSelector = [{ language: 'plaintext' }, { language: 'markdown' }];

/**
 * Makes entities and claims symbols of the editor. Documents that are no articles get nothing from it.
 * @param sources tell about the articles of the workspace, the open ones among them.
 */
export function registerLanguage(context: CommandContext, sources: readonly SymbolSource[]): vscode.Disposable[] {
  const { articles, registries, shown, stamp } = context;
  const rename = renameProvider({ articles, stamp, decide: (session, edit) => decide(context, session, edit) });
  const { languages } = vscode;
  return [
    registerOutline(articles, ARTICLES),
    languages.registerWorkspaceSymbolProvider(workspaceSymbols(sources)),
    languages.registerDefinitionProvider(ARTICLES, definitionProvider(articles, registries)),
    languages.registerReferenceProvider(ARTICLES, referenceProvider(articles, sources)),
    languages.registerDocumentHighlightProvider(ARTICLES, highlightProvider(articles)),
    languages.registerRenameProvider(ARTICLES, rename),
    languages.registerCallHierarchyProvider(ARTICLES, callHierarchyProvider(articles)),
    languages.registerFoldingRangeProvider(ARTICLES, foldingProvider(articles)),
    languages.registerInlayHintsProvider(ARTICLES, valueHintsProvider(articles, shown)),
    languages.registerCodeLensProvider(ARTICLES, summaryLenses(articles, shown)),
  ];
}
