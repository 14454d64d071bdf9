import type * as vscode from 'vscode';
import { type EntityAt, entityAt } from '../../core/present/entityPlaces.ts';
import type { ArticleSession } from '../articles/articleSession.ts';
import type { Articles } from '../articles/articles.ts';
import { toOffset } from '../articles/positions.ts';

/**
 * The session of an article when its text as it stands is analyzed; for answers that VS Code does not ask for again.
 * @returns undefined where the document is no article, was closed meanwhile, or the answer is no longer wanted.
 */
export async function readySession(
  articles: Articles,
  document: vscode.TextDocument,
  token: vscode.CancellationToken,
): Promise<ArticleSession | undefined> {
  const session = articles.get(document.uri);
  await session?.whenAnalyzed();
  return session?.disposed || token.isCancellationRequested ? undefined : session;
}

/** The session with the entity that is mentioned at a position; undefined where there is none. */
export async function entityUnder(
  articles: Articles,
  document: vscode.TextDocument,
  position: vscode.Position,
  token: vscode.CancellationToken,
): Promise<({ readonly session: ArticleSession } & EntityAt) | undefined> {
  const session = await readySession(articles, document, token);
  const found = session && entityAt(session.index, toOffset(session.lines, position));
  return found ? { session, ...found } : undefined;
}
