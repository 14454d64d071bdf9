import * as vscode from 'vscode';
import type { Tree } from '../../core/present/treeNode.ts';
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
  const { entities, claims } = session.store.annotations;
  if (entities.size > 0 || claims.size > 0) return 'found';
  if (session.phase === 'failed') return 'failed';
  return session.phase === 'ready' ? 'nothing' : 'analyzing';
}

/** Whether a tree is empty because all that it could show was rejected. */
export function isAllRejected(id: 'entities' | 'claims', tree: Tree | null, session: ArticleSession | null): boolean {
  if (!session || !tree || tree.total > 0) return false;
  return [...session.store.annotations[id].values()].some(({ state }) => state === 'rejected');
}
