import * as vscode from 'vscode';

/** The part of the built-in git extension's interface that is used here. */
interface GitExtension {
  /** False where the person switched git off; the interface is not to be had then. */
  readonly enabled: boolean;
  getAPI(version: 1): { getRepository(uri: vscode.Uri): GitRepository | null };
}

/** The part of a repository that is used here. */
interface GitRepository {
  getConfig(key: string): Promise<string>;
  getGlobalConfig(key: string): Promise<string>;
  /** The last commits, of those that touched a file where `path` names one; the latest first. */
  log(options: { readonly maxEntries: number; readonly path: string }): Promise<readonly { readonly hash: string }[]>;
  /**
   * The text of a file at a commit; rejects where there is none.
   * @param ref `:1`, `:2` and `:3` are the base, ours and theirs of an unmerged file.
   */
  show(ref: string, path: string): Promise<string>;
}

/** The repository that git knows for a file (yet), or null. */
export async function gitRepository(uri: vscode.Uri): Promise<GitRepository | null> {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  const git = extension && (extension.isActive ? extension.exports : await extension.activate());
  return git?.enabled ? git.getAPI(1).getRepository(uri) : null;
}
