import * as vscode from 'vscode';
import { fileName } from '../articles/fileName.ts';
import type { GitIgnore } from '../articles/gitIgnore.ts';
import { isNamedArticle } from '../articles/isArticle.ts';
import { isMissing, sidecarPlaces } from '../sidecar/sidecarFiles.ts';

/** An article of a workspace folder and its sidecar, where it has one. */
export interface ArticleFile {
  readonly uri: vscode.Uri;
  readonly sidecar: vscode.Uri | null;
}

const { File, Directory, SymbolicLink } = vscode.FileType;

/** All articles below a folder, by path: what the setting names and git does not ignore. Links to folders are not followed. */
export async function articleFiles(folder: vscode.Uri, ignored: GitIgnore): Promise<ArticleFile[]> {
  const found = await filesBelow(folder, ignored);
  return found.sort((a, b) => (a.uri.path < b.uri.path ? -1 : 1));
}

async function filesBelow(folder: vscode.Uri, ignored: GitIgnore): Promise<ArticleFile[]> {
  const [entries] = await Promise.all([entriesOf(folder), ignored.load(folder)]);
  const sidecars = new Set(entries.map(([name]) => vscode.Uri.joinPath(folder, name).path));
  if (entries.some(([name]) => name === '.dossier')) {
    const own = vscode.Uri.joinPath(folder, '.dossier');
    for (const [name] of await entriesOf(own)) sidecars.add(vscode.Uri.joinPath(own, name).path);
  }
  const below = await Promise.all(
    entries.map(async ([name, type]) => {
      const uri = vscode.Uri.joinPath(folder, name);
      if (type === Directory) {
        const hidden = name === '.git' || name === '.dossier' || ignored.ignoresLoaded(uri, true);
        return hidden ? [] : filesBelow(uri, ignored);
      }
      if ((type & ~SymbolicLink) !== File || !isNamedArticle(uri) || ignored.ignoresLoaded(uri, false)) return [];
      return { uri, sidecar: sidecarPlaces(uri).find(({ path }) => sidecars.has(path)) ?? null };
    }),
  );
  return below.flat();
}

/** A folder that is gone or closed to us has nothing; the log says the latter. */
export async function entriesOf(folder: vscode.Uri): Promise<[string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch (error) {
    if (!isMissing(error)) console.warn(`Dossier: ${fileName(folder)} cannot be read: ${error}`);
    return [];
  }
}
