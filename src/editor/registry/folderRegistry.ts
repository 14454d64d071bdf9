import * as vscode from 'vscode';
import { actOf, takeBack } from '../../core/corpus/acts/registryAct.ts';
import type { Identity } from '../../core/corpus/identities/identity.ts';
import { tiesOf } from '../../core/corpus/identities/ties.ts';
import type { Judgement } from '../../core/corpus/judgements/judgement.ts';
import { knownEntities } from '../../core/corpus/knownEntities.ts';
import type { KnownEntity } from '../../core/corpus/knownEntity.ts';
import { type EntityNews, registerDecisions } from '../../core/corpus/registerDecisions.ts';
import { type Codebook, EMPTY_REGISTRY, joinCodebooks, type Registry } from '../../core/corpus/registry.ts';
import { parseRegistry, serialiseRegistry } from '../../core/corpus/registryFile.ts';
import { renameInRegistry } from '../../core/corpus/renameInRegistry.ts';
import { sameValue } from '../../core/store/sameValue.ts';
import { sha256Hex } from '../../core/text/hash.ts';
import type { EditorHost } from '../host.ts';
import { messageOf, offer } from '../messages.ts';
import { readText, storedFile, writeText } from '../sidecar/sidecarFiles.ts';
import { KeptActs } from './keptActs.ts';

const SAVE_PAUSE = 300;

export interface RegistryChange {
  /** Whether articles have to be read with other names; else only judgements changed. */
  readonly names: boolean;
}

/** How it went to undo an act, or to do it again. */
export interface RegistryStep {
  readonly label: string;
  /** Records that the step changed. */
  readonly changed: number;
  /** Records that somebody changed meanwhile, and that stay as they are. */
  readonly left: number;
}

interface Place {
  /** The workspace folder. */
  readonly folder: vscode.Uri;
  readonly storage: vscode.Uri;
  readonly host: EditorHost;
}

/**
 * The registry of one workspace folder and its file. Decisions are laid onto the file as it is at that moment, so that
 * what others wrote meanwhile stays; a file that cannot be read is never written over.
 */
export class FolderRegistry implements vscode.Disposable {
  readonly uri: vscode.Uri;
  readonly #host: EditorHost;
  readonly #changed = new vscode.EventEmitter<RegistryChange>();
  readonly #watcher: vscode.FileSystemWatcher;
  #registry: Registry = EMPTY_REGISTRY;
  /** Changes that the file does not have yet. */
  #due: ((registry: Registry) => Registry)[] = [];
  /** What people did to the registry itself. */
  readonly #acts: KeptActs;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #queue: Promise<void>;

  /** Fires when the registry says something new. */
  readonly onDidChange = this.#changed.event;

  constructor({ folder, storage, host }: Place) {
    this.uri = vscode.Uri.joinPath(folder, '.dossier', 'registry.json');
    this.#host = host;
    this.#acts = new KeptActs(storedFile(storage, 'registry-acts', folder), host);
    this.#watcher = vscode.workspace.createFileSystemWatcher(
      new vscode.RelativePattern(folder, '.dossier/registry.json'),
    );
    const again = () => void this.#enqueue(() => this.#read());
    this.#watcher.onDidChange(again);
    this.#watcher.onDidCreate(again);
    this.#watcher.onDidDelete(again);
    this.#queue = Promise.resolve();
    again();
  }

  get codebook(): Codebook {
    return this.#registry.codebook;
  }

  get judgements(): ReadonlyMap<string, Judgement> {
    return this.#registry.judgements;
  }

  /** What holds of entities of different articles: see {@link tiesOf}. */
  get identities(): Identity[] {
    const { same, different } = tiesOf(this.#registry);
    return [...same, ...different];
  }

  /** Tells one state of the names and the codebook from another. */
  get stamp(): string {
    const names = { ...this.#registry, judgements: EMPTY_REGISTRY.judgements };
    return sha256Hex(serialiseRegistry(names)).slice(0, 16);
  }

  /** Resolves when what was asked so far is read and written. */
  settled(): Promise<void> {
    return this.#queue;
  }

  /** What other articles decided; what is known from `article` alone is its own. Name lists count for all. */
  knownFor(article: string): readonly KnownEntity[] {
    const entities = [...this.#registry.entities].filter(
      ([, { articles, list }]) => list !== undefined || articles.some((path) => path !== article),
    );
    return knownEntities({ ...this.#registry, entities: new Map(entities) });
  }

  /** Where the file tells of an entity; null where it does not, or is not there. */
  async entryOf(id: string): Promise<vscode.Location | null> {
    if (!this.#registry.entities.has(id)) return null;
    await this.flush();
    const key = `${JSON.stringify(id)}: {`;
    const lines = ((await readText(this.uri)) ?? '').split('\n');
    const line = lines.findIndex((words) => words.trimStart().startsWith(key));
    if (line < 0) return null;
    const start = (lines[line] ?? '').indexOf(key);
    return new vscode.Location(this.uri, new vscode.Range(line, start, line, start + key.length - 3));
  }

  /** @param codebook the words of the settings, carried along. */
  register(article: string, news: readonly EntityNews[], codebook: Codebook): void {
    this.#change((registry) =>
      registerDecisions({ ...registry, codebook: joinCodebooks(registry.codebook, codebook) }, article, news),
    );
  }

  /** What a change would do to the registry as it is. */
  preview<T>(change: (registry: Registry) => T): T {
    return change(this.#registry);
  }

  /**
   * An act on the registry itself, which {@link undo} takes back, also after a reload.
   * @param label what was done, for people.
   */
  act(label: string, change: (registry: Registry) => Registry): void {
    const before = this.#registry;
    if (!this.#change(change)) return;
    const act = actOf(label, before, this.#registry);
    void this.#enqueue(() => this.#acts.add(act));
  }

  /** Takes the last act back. @returns null where there is none, or the file cannot be read, which is told. */
  undo(): Promise<RegistryStep | null> {
    return this.#step('done');
  }

  /** Does again what was undone last; returns as {@link undo}. */
  redo(): Promise<RegistryStep | null> {
    return this.#step('undone');
  }

  /** An article, or a folder with all in it, was renamed or moved inside the folder. */
  move(from: string, to: string): void {
    this.#change((registry) => renameInRegistry(registry, from, to));
    void this.#enqueue(() => this.#acts.move(from, to));
  }

  /** Writes what waits. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#due.length > 0) await this.#enqueue(() => this.#write());
    await this.#queue;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#watcher.dispose();
    this.#changed.dispose();
  }

  /** What others wrote to the file meanwhile counts, although it was not heard of yet. */
  async #step(from: 'done' | 'undone'): Promise<RegistryStep | null> {
    let step: RegistryStep | null = null;
    await this.#enqueue(async () => {
      const act = (await this.#read()) ? await this.#acts.step(from) : null;
      if (!act) return;
      const { changed, left } = takeBack(this.#registry, act);
      this.#change((registry) => takeBack(registry, act).registry);
      step = { label: act.label, changed, left };
    });
    return step;
  }

  /** @returns whether it says something new. */
  #change(change: (registry: Registry) => Registry): boolean {
    if (!this.#take(change(this.#registry))) return false;
    this.#due.push(change);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#enqueue(() => this.#write()), SAVE_PAUSE);
    return true;
  }

  /** @returns whether it says something new. */
  #take(next: Registry): boolean {
    const { judgements: oldJudgements, ...oldNames } = this.#registry;
    const { judgements, ...newNames } = next;
    this.#registry = next;
    const names = !sameValue(newNames, oldNames);
    const changed = names || !sameValue(judgements, oldJudgements);
    if (changed) this.#changed.fire({ names });
    return changed;
  }

  #enqueue(run: () => Promise<unknown>): Promise<void> {
    this.#queue = this.#queue.then(run).then(
      () => undefined,
      (error) => this.#report(messageOf(error)),
    );
    return this.#queue;
  }

  /** @returns whether the file could be read; what waits is laid onto it. */
  async #read(): Promise<boolean> {
    const text = await readText(this.uri);
    const parsed = text === null ? null : parseRegistry(text);
    if (parsed && !parsed.ok) {
      this.#report(`It cannot be read, and Dossier will not write over it. ${parsed.error}`);
      return false;
    }
    this.#take(this.#due.reduce((registry, change) => change(registry), parsed?.value ?? EMPTY_REGISTRY));
    return true;
  }

  async #write(): Promise<void> {
    if (this.#due.length === 0 || !(await this.#read())) return;
    const written = this.#due.length;
    await writeText(this.#host, this.uri, serialiseRegistry(this.#registry));
    this.#due = this.#due.slice(written);
  }

  #report(message: string): void {
    offer('error', `.dossier/registry.json: ${message}`, 'Open Registry', () =>
      vscode.window.showTextDocument(this.uri),
    );
  }
}
