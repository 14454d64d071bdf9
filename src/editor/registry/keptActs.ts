import type * as vscode from 'vscode';
import { opposite, type RegistryAct } from '../../core/corpus/acts/registryAct.ts';
import { parseActs, type RegistryActs, serialiseActs } from '../../core/corpus/acts/registryActs.ts';
import { renameInRegistry } from '../../core/corpus/renameInRegistry.ts';
import type { EditorHost } from '../host.ts';
import { tellError } from '../messages.ts';
import { readText, writeText } from '../sidecar/sidecarFiles.ts';

const NONE: RegistryActs = { done: [], undone: [] };

/** What people did to a registry, in the storage of the extension: it outlives the window. Read when first asked for. */
export class KeptActs {
  readonly #file: vscode.Uri;
  readonly #host: EditorHost;
  #acts: RegistryActs | null = null;

  constructor(file: vscode.Uri, host: EditorHost) {
    this.#file = file;
    this.#host = host;
  }

  /** What was undone before it cannot be done again. */
  async add(act: RegistryAct): Promise<void> {
    const { done } = await this.#read();
    await this.#keep({ done: [...done, act], undone: [] });
  }

  /** Moves the last act of a list to the other one. @returns it, to be taken back; null where there is none. */
  async step(from: 'done' | 'undone'): Promise<RegistryAct | null> {
    const { done, undone } = await this.#read();
    const act = (from === 'done' ? done : undone).at(-1);
    if (!act) return null;
    await this.#keep(
      from === 'done'
        ? { done: done.slice(0, -1), undone: [...undone, opposite(act)] }
        : { done: [...done, opposite(act)], undone: undone.slice(0, -1) },
    );
    return act;
  }

  /** An article, or a folder with all in it, has another name. */
  async move(from: string, to: string): Promise<void> {
    const { done, undone } = await this.#read();
    if (done.length + undone.length === 0) return;
    const moved = ({ label, before, after }: RegistryAct) => ({
      label,
      before: renameInRegistry(before, from, to),
      after: renameInRegistry(after, from, to),
    });
    await this.#keep({ done: done.map(moved), undone: undone.map(moved) });
  }

  async #read(): Promise<RegistryActs> {
    this.#acts ??= await this.#kept();
    return this.#acts;
  }

  async #kept(): Promise<RegistryActs> {
    try {
      const json = await readText(this.#file);
      const parsed = json === null ? null : parseActs(json);
      if (parsed && !parsed.ok) throw new Error(parsed.error);
      return parsed?.value ?? NONE;
    } catch (error) {
      console.warn(`Dossier: what was done to the registry cannot be read: ${error}`);
      return NONE;
    }
  }

  /** Never rejects: a failure, which is told, costs only the way back after a reload. */
  async #keep(acts: RegistryActs): Promise<void> {
    this.#acts = acts;
    await writeText(this.#host, this.#file, serialiseActs(acts)).catch(tellError);
  }
}
