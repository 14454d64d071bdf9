import * as vscode from 'vscode';
import { articleOutline, type OutlineNode } from '../../core/present/articleOutline.ts';
import type { ArticleSession } from '../articles/articleSession.ts';
import type { Articles } from '../articles/articles.ts';
import { toRange } from '../articles/positions.ts';
import { readySession } from './readySession.ts';
import { CLAIM_KIND, entityKind, SECTION_KIND } from './symbolKinds.ts';

/** Outline, breadcrumbs and "Go to Symbol": headings with their claims, and the entities by type. */
export function outlineProvider(articles: Articles): vscode.DocumentSymbolProvider {
  return {
    async provideDocumentSymbols(document, token) {
      const session = await readySession(articles, document, token);
      if (!session) return undefined;
      const { index, text, facts } = session;
      return articleOutline({ index, text, zones: facts.zones }).map((node) => symbolOf(session, node));
    },
  };
}

function symbolOf(session: ArticleSession, node: OutlineNode): vscode.DocumentSymbol {
  const symbol = new vscode.DocumentSymbol(
    node.name,
    node.detail,
    kindOf(node),
    toRange(session.lines, node.span),
    toRange(session.lines, node.selection),
  );
  symbol.children = node.children.map((child) => symbolOf(session, child));
  return symbol;
}

function kindOf({ kind, type }: OutlineNode): vscode.SymbolKind {
  if (kind === 'claim') return CLAIM_KIND;
  return type ? entityKind(type) : SECTION_KIND;
}
