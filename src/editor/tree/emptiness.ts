import * as vscode from 'vscode';
import { listedEntities } from '../../core/present/articleIndex.ts';
import type { ArticleSession } from '../articles/articleSession.ts';
import { isReadable } from '../articles/isArticle.ts';

/** Why the views may have no rows; the manifest has a welcome for each. */
export type Emptiness = 'none' | 'excluded' | 'analyzing' | 'failed' | 'nothing' | 'found';

/** @param session of the article that the views show; without one the active editor says why there is none. */
export function emptinessOf(session: ArticleSession | null): Emptiness {
  if (!session) {
    const active = vscode.window.activeTextEditor;
    return active && isReadable(active.document) ? 'excluded' : 'none';
  }
  const { entities, claims, notes } = session.store.annotations;
  if (entities.size > 0 || claims.size > 0 || notes.size > 0) return 'found';
  if (session.phase === 'failed') return 'failed';
  return session.phase === 'ready' ? 'nothing' : 'analyzing';
}

/** Whether a tree is empty because all that it could show was rejected. */
export function isAllRejected(id: 'entities' | 'claims', session: ArticleSession | null): boolean {
  if (!session) return false;
  const { index } = session;
  if (id === 'entities' && listedEntities(index).length > 0) return false;
  let rejected = false;
  for (const { state } of index.annotations[id].values()) {
    if (state === 'rejected') rejected = true;
    else if (id === 'claims') return false;
  }
  return rejected;
}
