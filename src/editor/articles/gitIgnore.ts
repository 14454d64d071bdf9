import * as vscode from 'vscode';
import { IgnoreRules } from '../../core/corpus/ignoreRules.ts';
import { exists, readText } from '../sidecar/sidecarFiles.ts';

/**
 * What git ignores in the workspace folders: by the `.gitignore` files from the root of the repository down to a file,
 * and `.git/info/exclude`. Rules are read once, when a file below them is first asked for, and again when they change.
 */
export class GitIgnore implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #watcher: vscode.FileSystemWatcher;
  #rules = new IgnoreRules();
  #read = new Map<string, Promise<void>>();

  /** Fires when other files may be ignored than before. */
  readonly onDidChange = this.#changed.event;

  constructor() {
    this.#watcher = vscode.workspace.createFileSystemWatcher('**/.gitignore');
    const again = () => {
      this.#rules = new IgnoreRules();
      this.#read = new Map();
      this.#changed.fire();
    };
    this.#watcher.onDidChange(again);
    this.#watcher.onDidCreate(again);
    this.#watcher.onDidDelete(again);
  }

  /** Whether a file or folder is ignored by the rules that are read so far; those for it are asked for. */
  ignores(uri: vscode.Uri): boolean {
    if (!vscode.workspace.getWorkspaceFolder(uri)) return false;
    const parent = vscode.Uri.joinPath(uri, '..');
    if (!this.#read.has(parent.toString())) {
      void this.load(parent).then(() => {
        if (this.#rules.ignores(pathOf(uri))) this.#changed.fire();
      });
    }
    return this.#rules.ignores(pathOf(uri));
  }

  /** The same for what stands in a folder whose rules were loaded. */
  ignoresLoaded(uri: vscode.Uri, isFolder: boolean): boolean {
    return this.#rules.ignores(pathOf(uri), isFolder);
  }

  /** Reads the rules for what stands in a folder. Never rejects: rules that cannot be read are none, which the log says. */
  load(folder: vscode.Uri): Promise<void> {
    const key = folder.toString();
    const known = this.#read.get(key);
    if (known) return known;
    const reading = this.#load(folder).catch((error) => {
      console.warn(`Dossier: what git ignores in ${folder} cannot be read: ${error}`);
    });
    this.#read.set(key, reading);
    return reading;
  }

  dispose(): void {
    this.#watcher.dispose();
    this.#changed.dispose();
  }

  async #load(folder: vscode.Uri): Promise<void> {
    const rules = this.#rules;
    const repository = await exists(vscode.Uri.joinPath(folder, '.git'));
    const parent = vscode.Uri.joinPath(folder, '..');
    if (!repository && parent.path !== folder.path) await this.load(parent);
    const files = [...(repository ? ['.git/info/exclude'] : []), '.gitignore'];
    const texts = await Promise.all(files.map((file) => readText(vscode.Uri.joinPath(folder, file))));
    const found = texts.filter((text) => text !== null);
    if (found.length > 0) rules.set(pathOf(folder), found.join('\n'));
  }
}

/** The path without a slash at its end; articles of two file systems with one path have the rules of both. */
const pathOf = ({ path }: vscode.Uri): string => path.replace(/\/$/, '');
