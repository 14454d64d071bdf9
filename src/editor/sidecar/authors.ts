import * as vscode from 'vscode';
import type { Stamp } from '../../core/store/edits/editContext.ts';
import { readSetting } from '../config/settings.ts';
import { messageOf } from '../messages.ts';
import { gitRepository } from './gitRepository.ts';

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
      .catch((error) => console.warn(`Dossier: git did not tell a name: ${messageOf(error)}`))
      .finally(() => this.#asking.delete(folder));
    return '';
  }

  /** @returns null when git knows no repository there (yet): it is asked again with the next decision. */
  async #askGit(uri: vscode.Uri): Promise<string | null> {
    const repository = await gitRepository(uri);
    if (!repository) return null;
    return (await repository.getConfig('user.name')) || (await repository.getGlobalConfig('user.name'));
  }
}
