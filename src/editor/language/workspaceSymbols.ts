import * as vscode from 'vscode';
import { shortLine } from '../../core/present/short.ts';
import { typeWords } from '../../core/present/words.ts';
import { fileName } from '../articles/fileName.ts';
import { CLAIM_KIND, entityKind } from './symbolKinds.ts';
import type { SymbolSource } from './symbolSource.ts';

/** Entities and claims among the symbols of the workspace. */
export function workspaceSymbols(sources: readonly SymbolSource[]): vscode.WorkspaceSymbolProvider {
  return {
    async provideWorkspaceSymbols(query) {
      const found = await Promise.all(sources.map((source) => source.symbols(query)));
      return found.flat().map(({ name, type, places: [first] }) => {
        const what = type === null ? 'Claim' : shortLine(typeWords(type).one);
        const kind = type === null ? CLAIM_KIND : entityKind(type);
        return new vscode.SymbolInformation(name, kind, `${what}, ${fileName(first.uri)}`, first);
      });
    },
  };
}
