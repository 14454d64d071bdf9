import * as vscode from 'vscode';
import type { GitIgnore } from '../articles/gitIgnore.ts';
import { articleFiles } from '../corpus/articleFiles.ts';

/** A file or folder, and where it goes. */
export interface FileMove {
  readonly oldUri: vscode.Uri;
  readonly newUri: vscode.Uri;
}

/**
 * The articles that go along when a file or folder gets a new name: itself, or all below it.
 * @param now where it is at this moment.
 */
export async function movedArticles(
  { oldUri, newUri }: FileMove,
  now: keyof FileMove,
  ignored: GitIgnore,
): Promise<readonly FileMove[]> {
  const place = now === 'oldUri' ? oldUri : newUri;
  const { type } = await vscode.workspace.fs.stat(place);
  if (!(type & vscode.FileType.Directory)) return [{ oldUri, newUri }];
  return (await articleFiles(place, ignored)).map(({ uri }) => {
    const path = uri.path.slice(place.path.length);
    const under = (folder: vscode.Uri) => folder.with({ path: folder.path + path });
    return { oldUri: under(oldUri), newUri: under(newUri) };
  });
}
