import type * as vscode from 'vscode';
import type { RecordRef } from '../../core/model/records.ts';
import type { ArticleSession } from '../articles/articleSession.ts';
import type { EditorHost } from '../host.ts';
import { readText, remove, storedFile, writeText } from '../sidecar/sidecarFiles.ts';

const keyOf = ({ kind, id }: RecordRef) => `${kind} ${id}`;

/** Notes that stay on this machine, in the storage of the extension; they never enter a sidecar. */
export class PrivateNotes {
  readonly #storage: vscode.Uri;
  readonly #host: EditorHost;

  constructor(storage: vscode.Uri, host: EditorHost) {
    this.#storage = storage;
    this.#host = host;
  }

  /** Gives the session the notes on its article. @throws when their file cannot be read; it is left as it is. */
  async load(session: ArticleSession): Promise<void> {
    session.privateNotes = await this.of(session.uri);
  }

  /** Writes a note on a record; empty words take it away. */
  async set(session: ArticleSession, ref: RecordRef, words: string): Promise<void> {
    const notes = new Map(await this.of(session.uri));
    if (words.trim() === '') notes.delete(keyOf(ref));
    else notes.set(keyOf(ref), words.trim());
    await this.#write(session.uri, notes);
    session.privateNotes = notes;
  }

  /** Notes on one article become notes on another, beside those that are there: it was renamed or moved. */
  async move(from: vscode.Uri, to: vscode.Uri): Promise<void> {
    const moved = await this.of(from);
    if (moved.size === 0) return;
    const notes = new Map([...moved, ...(await this.of(to))]);
    await this.#write(to, notes);
    await remove(this.#file(from));
  }

  /** The notes on an article by kind and id of their records. @throws when their file cannot be read. */
  async of(article: vscode.Uri): Promise<ReadonlyMap<string, string>> {
    const text = await readText(this.#file(article));
    const entries = text === null ? [] : Object.entries(JSON.parse(text) as Record<string, unknown>);
    return new Map(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  }

  async #write(article: vscode.Uri, notes: ReadonlyMap<string, string>): Promise<void> {
    const file = this.#file(article);
    if (notes.size === 0) await remove(file);
    else await writeText(this.#host, file, JSON.stringify(Object.fromEntries(notes)));
  }

  #file(article: vscode.Uri): vscode.Uri {
    return storedFile(this.#storage, 'private-notes', article);
  }
}
