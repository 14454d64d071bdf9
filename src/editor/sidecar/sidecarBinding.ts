import * as vscode from 'vscode';
import { TextBlocks } from '../../core/anchor/textBlocks.ts';
import { decisionsOnly } from '../../core/sidecar/decisionsOnly.ts';
import { type DecodedSidecar, decodeSidecar } from '../../core/sidecar/decodeSidecar.ts';
import type { Dossier } from '../../core/sidecar/dossier.ts';
import { serialiseSidecar } from '../../core/sidecar/encodeSidecar.ts';
import { parseSidecar, type SidecarProblem } from '../../core/sidecar/parseSidecar.ts';
import type { ArticleSession } from '../articles/articleSession.ts';
import { readSetting } from '../config/settings.ts';
import type { EditorHost } from '../host.ts';
import { pendingUri, readText, remove, sidecarUri, writeText } from './sidecarFiles.ts';
import type { SidecarProblems } from './sidecarProblems.ts';

interface BindingOptions {
  readonly session: ArticleSession;
  readonly storage: vscode.Uri;
  readonly host: EditorHost;
  readonly problems: SidecarProblems;
}

const SAVE_PAUSE = 300;
const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/**
 * Keeps one article and its sidecar in step, all reading and writing in one queue. While the article has unsaved edits
 * or no file, decisions wait in the storage of the extension, safe from a crash.
 */
export class SidecarBinding implements vscode.Disposable {
  readonly uri: vscode.Uri;
  readonly #session: ArticleSession;
  readonly #host: EditorHost;
  readonly #problems: SidecarProblems;
  readonly #pending: vscode.Uri;
  readonly #subscription: { dispose(): void };
  /** The sidecar on disk as last read or written; null where there is none. */
  #known: string | null = null;
  #head: Omit<Dossier, 'annotations'> = { source: {} };
  /** Decisions that are not in the sidecar yet. */
  #unsaved = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #queue: Promise<unknown> = Promise.resolve();
  #asking = false;

  constructor({ session, storage, host, problems }: BindingOptions) {
    this.#session = session;
    this.#host = host;
    this.#problems = problems;
    this.uri = sidecarUri(session.uri);
    this.#pending = pendingUri(storage, session.uri);
    this.#subscription = session.store.onDidChange(({ origin }) => {
      if (origin === 'user' || origin === 'undo') this.#saveSoon();
    });
  }

  get article(): vscode.TextDocument {
    return this.#session.document;
  }

  get pending(): vscode.Uri {
    return this.#pending;
  }

  /** Reads the sidecar, and decisions that wait from an earlier session. Never rejects. */
  load(): Promise<void> {
    return this.#enqueue(async () => {
      if (!this.article.isUntitled) await this.#readSidecar('load');
      const waiting = this.#session.blocked ? null : await readText(this.#pending);
      if (waiting === null) return;
      const read = this.#decode(waiting);
      // An untitled document is told by its text alone: its name comes back for another one.
      if (!read || (this.article.isUntitled && !read.sameText)) return;
      this.#session.store.load(read.dossier.annotations);
      this.#saveSoon();
    });
  }

  /** Takes over the decisions that waited for an untitled document with this very text. */
  adopt(waiting: string): boolean {
    const read = this.#decode(waiting);
    if (!read?.sameText || this.#known !== null || this.#unsaved) return false;
    this.#session.store.load(read.dossier.annotations);
    this.#saveSoon();
    return true;
  }

  /** The sidecar on disk changed: it is read again, unless decisions wait here; these ask when they are saved. */
  readAgain(): Promise<void> {
    return this.#enqueue(async () => {
      if (this.#session.disposed) return;
      if ((this.#unsaved && !this.#session.blocked) || !(await this.#readSidecar('disk'))) return;
      void this.#session.analyze();
    });
  }

  articleSaved(): Promise<void> {
    if (this.#known !== null || this.#unsaved) this.#saveSoon();
    return Promise.resolve();
  }

  /** @returns whether all decisions are in the sidecar on disk. */
  save(): Promise<boolean> {
    clearTimeout(this.#timer);
    return this.#enqueue(() => this.#write());
  }

  /** Saves if anything waits. */
  async flush(): Promise<void> {
    if (this.#unsaved) await this.save();
  }

  exists(): Promise<boolean> {
    return this.#enqueue(
      async () => this.#session.blocked !== null || (!this.article.isUntitled && (await readText(this.uri)) !== null),
    );
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#problems.clear(this.uri);
    clearTimeout(this.#timer);
    void this.flush();
  }

  #saveSoon(): void {
    this.#unsaved = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), SAVE_PAUSE);
  }

  async #write(): Promise<boolean> {
    const session = this.#session;
    if (session.blocked) return false;
    const { revision } = session.store;
    const text = this.#serialise();
    if (this.article.isUntitled || this.article.isDirty) {
      await writeText(this.#host, this.#pending, text);
      return false;
    }
    const onDisk = await readText(this.uri);
    if (onDisk !== this.#known && onDisk !== text) {
      await writeText(this.#host, this.#pending, text);
      if (!this.#asking) void this.#askAboutChange();
      return false;
    }
    if (onDisk !== text) await writeText(this.#host, this.uri, text);
    this.#known = text;
    // What was decided while this was written has its own save coming.
    this.#unsaved = session.store.revision !== revision && this.#unsaved;
    await remove(this.#pending);
    return true;
  }

  /** Somebody else wrote the sidecar while decisions waited here: nothing is overwritten before the person says so. */
  async #askAboutChange(): Promise<void> {
    this.#asking = true;
    const name = this.uri.path.slice(this.uri.path.lastIndexOf('/') + 1);
    const answer = await vscode.window.showWarningMessage(
      `${name} was changed by somebody else since Dossier read it. Your decisions here are kept aside until you choose.`,
      'Use the File',
      'Write Mine over It',
    );
    this.#asking = false;
    if (!answer) return;
    await this.#enqueue(async () => {
      if (answer === 'Use the File') await this.#readSidecar('disk');
      else this.#known = await readText(this.uri);
    });
    if (answer === 'Use the File') await this.#session.analyze();
    else await this.save();
  }

  #serialise(): string {
    const { store, published, facts, uri, blocked } = this.#session;
    const all = store.annotations;
    const annotations = readSetting('sidecar.suggestions', uri) || blocked ? all : decisionsOnly(all);
    const { published: _, ...about } = this.#head.source;
    const source = {
      ...about,
      path: uri.path.slice(uri.path.lastIndexOf('/') + 1),
      ...(facts.language === 'und' ? {} : { language: facts.language }),
      ...(published ? { published } : {}),
    };
    return serialiseSidecar({ ...this.#head, source, annotations }, store.blocks);
  }

  #decode(text: string): DecodedSidecar | null {
    const parsed = parseSidecar(text);
    return parsed.ok ? decodeSidecar(parsed.value, new TextBlocks(this.#session.text)) : null;
  }

  /**
   * Makes the sidecar on disk the state of the session; one that cannot be read blocks it with the reason.
   * @returns whether there was anything new.
   */
  async #readSidecar(origin: 'load' | 'disk'): Promise<boolean> {
    const session = this.#session;
    const blocked = (problem: SidecarProblem) => {
      session.blocked = this.#problems.report(this.uri, problem);
      return false;
    };
    let text: string | null;
    try {
      text = await readText(this.uri);
    } catch (error) {
      return blocked({ kind: 'foreign', message: `The file cannot be read as UTF-8 text (${messageOf(error)}).` });
    }
    if (text === this.#known && !session.blocked) return false;
    const parsed = text === null ? null : parseSidecar(text);
    if (parsed && !parsed.ok) return blocked(parsed.error);
    session.blocked = null;
    this.#problems.clear(this.uri);
    this.#known = text;
    this.#unsaved = false;
    clearTimeout(this.#timer);
    if (!parsed) return false;
    const { dossier } = decodeSidecar(parsed.value, new TextBlocks(session.text));
    const { annotations, ...head } = dossier;
    this.#head = head;
    session.published = head.source.published ?? null;
    session.store.load(annotations, { origin });
    return true;
  }

  /** Runs after all that was asked before. A failure to read or write blocks nothing else and is told. */
  #enqueue<T>(run: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(run);
    this.#queue = result.catch((error) => {
      void vscode.window.showErrorMessage(`Dossier: ${this.uri.path}: ${messageOf(error)}`);
    });
    return result.catch(() => undefined as T);
  }
}
