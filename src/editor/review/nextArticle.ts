import * as vscode from 'vscode';
import { reviewQueue } from '../../core/present/reviewQueue.ts';
import { parseSidecar } from '../../core/sidecar/parseSidecar.ts';
import type { ArticleSession } from '../articles/articleSession.ts';
import type { Articles } from '../articles/articles.ts';
import type { GitIgnore } from '../articles/gitIgnore.ts';
import { readSetting } from '../config/settings.ts';
import { articleFiles } from '../corpus/articleFiles.ts';
import { findSidecar, readText } from '../sidecar/sidecarFiles.ts';

/**
 * Opens the next article of the workspace folder, by path and around its end once, that has something to review: one
 * without a sidecar, or whose sidecar holds something open.
 * @returns its session when it is analyzed, or null when there is none.
 */
export async function openNextArticle(
  articles: Articles,
  ignored: GitIgnore,
  { uri }: ArticleSession,
): Promise<ArticleSession | null> {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  const paths = folder ? (await articleFiles(folder.uri, ignored)).map((file) => file.uri) : [];
  const at = paths.findIndex((path) => path.toString() === uri.toString());
  for (const path of [...paths.slice(at + 1), ...paths.slice(0, Math.max(0, at))]) {
    if (!(await isOpen(path))) continue;
    const document = await vscode.workspace.openTextDocument(path);
    await vscode.window.showTextDocument(document);
    const session = articles.get(path);
    // The setting may name files that the editor takes for code.
    if (!session) continue;
    await session.whenAnalyzed();
    // Where suggestions are not kept, only the analysis tells.
    if (session.phase !== 'ready' || reviewQueue(session.index).length > 0) return session;
  }
  return null;
}

async function isOpen(article: vscode.Uri): Promise<boolean> {
  const text = await readText(await findSidecar(article));
  if (text === null || !readSetting('sidecar.suggestions', article)) return true;
  const sidecar = parseSidecar(text);
  if (!sidecar.ok) return false;
  const { entities = {}, mentions = {}, claims = {} } = sidecar.value;
  const records = [entities, mentions, claims].flatMap((kind) => Object.values(kind));
  return records.some((record) => record.state === 'suggested' || ('recheck' in record && record.recheck));
}
