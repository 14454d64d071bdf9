import * as vscode from 'vscode';
import { TextBlocks } from '../../core/anchor/textBlocks.ts';
import type { NoteRecord } from '../../core/model/records.ts';
import { decodeSidecar } from '../../core/sidecar/decodeSidecar.ts';
import { sidecarText } from '../../core/sidecar/merge/sidecarText.ts';
import { checkedFile, rawFile } from '../../core/sidecar/rawFile.ts';
import type { SidecarFile } from '../../core/sidecar/schema.ts';
import { isPrivate, withPrivateNotes } from '../../core/store/privateNotes.ts';
import { emptyTable } from '../../core/store/recordTable.ts';
import type { StoreEvent } from '../../core/store/storeEvent.ts';
import type { ArticleSession } from '../articles/articleSession.ts';
import type { EditorHost } from '../host.ts';
import { tellError } from '../messages.ts';
import { readText, remove, storedFile, writeText } from '../sidecar/sidecarFiles.ts';
import type { Snapshots } from '../sidecar/snapshots.ts';

interface PrivateNotesOptions {
  readonly storage: vscode.Uri;
  readonly host: EditorHost;
  readonly snapshots: Snapshots;
}

/**
 * Keeps the notes that stay on this machine in the storage of the extension, for each article in the form of a sidecar
 * that holds nothing else. In the store they are notes like others.
 */
export class PrivateNotes {
  readonly #options: PrivateNotesOptions;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(options: PrivateNotesOptions) {
    this.#options = options;
  }

  /** Gives the session the notes on its article, and keeps them from then on. Never rejects: what fails is told. */
  async attach(session: ArticleSession): Promise<vscode.Disposable> {
    await this.#enqueue(() => this.#load(session)).catch(tellError);
    let described = session.store.blocks.sha256;
    const save = () => {
      described = session.store.blocks.sha256;
      void this.#enqueue(() => this.#save(session)).catch(tellError);
    };
    const saveAnew = () => {
      if ([...session.store.annotations.notes.keys()].some(isPrivate)) save();
    };
    return vscode.Disposable.from(
      session.store.onDidChange((event) => {
        if (touchesPrivate(event)) save();
      }),
      // Their places are described anew, in the text that is on disk now.
      vscode.workspace.onDidSaveTextDocument((document) => {
        if (document === session.document) saveAnew();
      }),
      // A text that is no file is known again by its words alone.
      session.onDidChange(() => {
        const { document, phase, store } = session;
        if (document.isUntitled && phase === 'ready' && store.blocks.sha256 !== described) saveAnew();
      }),
    );
  }

  /**
   * Notes on one article become notes on another, beside those that are there: it was renamed, moved or saved as a file.
   * @param session the other one, where it was opened before its notes were there.
   */
  move(from: vscode.Uri, to: vscode.Uri, session?: ArticleSession): Promise<void> {
    return this.#enqueue(async () => {
      const [moved, there] = [await this.#read(from), await this.#read(to)];
      if (!moved || (from.scheme === 'untitled' && moved.source.sha256 !== session?.store.blocks.sha256)) return;
      await this.#write(to, { ...moved, notes: { ...there?.notes, ...moved.notes } });
      await remove(this.#file(from));
      if (session) await this.#load(session);
    });
  }

  /** The notes on an article that is not open: nowhere in its text. @throws when what is kept cannot be read. */
  async of(article: vscode.Uri): Promise<ReadonlyMap<string, NoteRecord>> {
    const kept = await this.#read(article);
    return kept ? decodeSidecar(kept, new TextBlocks('')).dossier.annotations.notes : new Map();
  }

  /** Resolves when all is written. */
  async flush(): Promise<void> {
    await this.#queue;
  }

  /** @throws when what is kept cannot be read. */
  async #load(session: ArticleSession): Promise<void> {
    const kept = await this.#read(session.uri);
    if (!kept) return;
    const { store } = session;
    const { sha256 } = kept.source;
    const sameText = sha256 === store.blocks.sha256;
    // The name of an untitled document comes back for another one, which is told by its text.
    if (!sameText && session.document.isUntitled) return;
    const oldText = sameText ? null : await this.#options.snapshots.find(sha256, session.uri);
    if (session.disposed) return;
    const { notes } = decodeSidecar(kept, store.blocks, { oldText }).dossier.annotations;
    const history = store.history();
    store.load(withPrivateNotes(store.annotations, notes), { source: store.source, origin: 'disk', history });
  }

  /** @throws when what is kept cannot be read; it is left as it is. */
  async #save({ uri, document, store }: ArticleSession): Promise<void> {
    if (!document.isUntitled) await this.#read(uri);
    await this.#write(uri, rawFile(withPrivateNotes(emptyTable(), store.annotations.notes), store.blocks));
  }

  async #read(article: vscode.Uri): Promise<SidecarFile | null> {
    const text = await readText(this.#file(article));
    return text === null ? null : checkedFile(text);
  }

  async #write(article: vscode.Uri, kept: SidecarFile): Promise<void> {
    const file = this.#file(article);
    if (kept.notes) await writeText(this.#options.host, file, sidecarText(kept));
    else await remove(file);
  }

  #enqueue<T>(run: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(run);
    this.#queue = result.catch(() => undefined);
    return result;
  }

  #file(article: vscode.Uri): vscode.Uri {
    return storedFile(this.#options.storage, 'private-notes', article);
  }
}

const touchesPrivate = ({ origin, added, updated, removed }: StoreEvent): boolean =>
  (origin === 'user' || origin === 'undo') &&
  [...added, ...updated, ...removed].some(({ kind, id }) => kind === 'notes' && isPrivate(id));
