import * as vscode from 'vscode';
import type { ArticleSession } from '../articles/articleSession.ts';
import { fileName } from '../articles/fileName.ts';
import { readText } from '../sidecar/sidecarFiles.ts';

interface SidecarItem extends vscode.QuickPickItem {
  readonly uri?: vscode.Uri;
}

/** Asks for the sidecar of another annotator of the same text: one beside the article, those of this text first, or any file. */
export async function askOtherSidecar(own: vscode.Uri, session: ArticleSession): Promise<vscode.Uri | undefined> {
  const other: SidecarItem = { label: '$(folder-opened) Another File...' };
  const beside = await sidecarsBeside(own, session);
  const picked =
    beside.length > 0 ? await vscode.window.showQuickPick([...beside, other], { title: 'Compare with' }) : other;
  if (!picked || picked.uri) return picked?.uri;
  const chosen = await vscode.window.showOpenDialog({
    title: 'Sidecar of another annotator',
    openLabel: 'Compare',
    filters: { Sidecars: ['json'] },
  });
  return chosen?.[0];
}

async function sidecarsBeside(own: vscode.Uri, { document, store }: ArticleSession): Promise<SidecarItem[]> {
  const { uri: article, isUntitled } = document;
  if (isUntitled) return [];
  const folder = vscode.Uri.joinPath(article, '..');
  const [ofThis, ofOthers]: [SidecarItem[], SidecarItem[]] = [[], []];
  for (const [name] of await vscode.workspace.fs.readDirectory(folder)) {
    const uri = vscode.Uri.joinPath(folder, name);
    if (!name.endsWith('.dossier.json') || uri.toString() === own.toString()) continue;
    // One that cannot be read says why when it is chosen.
    const content = await readText(uri).catch(() => null);
    const same =
      content?.includes(store.blocks.sha256) || content?.includes(`"path": ${JSON.stringify(fileName(article))}`);
    (same ? ofThis : ofOthers).push({ label: name, uri });
  }
  const group = (label: string, items: readonly SidecarItem[]) =>
    items.length > 0 ? [{ label, kind: vscode.QuickPickItemKind.Separator }, ...items] : [];
  return [...group('of this article', ofThis), ...group('of other articles', ofOthers)];
}
