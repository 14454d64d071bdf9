import * as vscode from 'vscode';
import type { Stamp } from '../../core/store/edits/editContext.ts';
import { readSetting } from '../config/settings.ts';

/** The part of the built-in git extension's interface that is used here. */
interface GitExtension {
  /** False where the person switched git off; the interface is not to be had then. */
  readonly enabled: boolean;
  getAPI(version: 1): {
    getRepository(
      uri: vscode.Uri,
    ): { getConfig(key: string): Promise<string>; getGlobalConfig(key: string): Promise<string> } | null;
  };
}

/** Who signs decisions: the name of the setting, else the one that git is configured with, else nobody. */
export class Authors {
  readonly #gitNames = new Map<string, string>();
  readonly #asking = new Set<string>();

  stamp(uri: vscode.Uri): Stamp {
    if (!readSetting('author.record', uri)) return {};
    const name = readSetting('author.name', uri).trim() || this.#gitName(uri);
    return { ...(name ? { by: name } : {}), on: new Date().toISOString().replace(/\.\d+Z$/, 'Z') };
  }

  /** Answers from memory; git is asked in the background, so that no decision waits for it. */
  #gitName(uri: vscode.Uri): string {
    const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri.toString() ?? '';
    const known = this.#gitNames.get(folder);
    if (known !== undefined || this.#asking.has(folder)) return known ?? '';
    this.#asking.add(folder);
    this.#askGit(uri)
      .then((name) => {
        if (name !== null) this.#gitNames.set(folder, name);
      })
      .catch((error) =>
        console.warn(`Dossier: git did not tell a name: ${error instanceof Error ? error.message : error}`),
      )
      .finally(() => this.#asking.delete(folder));
    return '';
  }

  /** @returns null when git knows no repository there (yet): it is asked again with the next decision. */
  async #askGit(uri: vscode.Uri): Promise<string | null> {
    const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
    const git = extension && (extension.isActive ? extension.exports : await extension.activate());
    const repository = git?.enabled ? git.getAPI(1).getRepository(uri) : null;
    if (!repository) return null;
    return (await repository.getConfig('user.name')) || (await repository.getGlobalConfig('user.name'));
  }
}
