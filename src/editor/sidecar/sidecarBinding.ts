import type * as vscode from 'vscode';
import { TextBlocks } from '../../core/anchor/textBlocks.ts';
import { decodeSidecar } from '../../core/sidecar/decodeSidecar.ts';
import type { Dossier } from '../../core/sidecar/dossier.ts';
import { EncodedRecords } from '../../core/sidecar/encodedRecords.ts';
import { serialiseSidecar, sidecarPieces } from '../../core/sidecar/encodeSidecar.ts';
import { parseSidecar, type SidecarProblem } from '../../core/sidecar/parseSidecar.ts';
import { checkedFile } from '../../core/sidecar/rawFile.ts';
import type { SidecarFile } from '../../core/sidecar/schema.ts';
import type { KeptHistory } from '../../core/store/keptHistory.ts';
import { besidePrivateNotes } from '../../core/store/privateNotes.ts';
import { emptyTable } from '../../core/store/recordTable.ts';
import { tellConflicts } from '../conflicts/tellConflicts.ts';
import { messageOf, tellError } from '../messages.ts';
import type { BindingOptions } from './bindingOptions.ts';
import { decodeSaved, decodeWaitingSidecar, type SavedSidecar } from './decodeSaved.ts';
import { contentOf, type FileContent, readContent } from './fileContent.ts';
import { joinInSlices } from './joinInSlices.ts';
import { joinSidecars } from './joinSidecars.ts';
import { tidyLeftOvers } from './leftOvers.ts';
import { type DossierHead, sharedDossier } from './sharedDossier.ts';
import { SidecarBase } from './sidecarBase.ts';
import { decodeText, exists, findSidecar, sidecarPlaces } from './sidecarFiles.ts';
import type { HandedDecisions, WaitingDecisions } from './waitingDecisions.ts';

const SAVE_PAUSE = 300;
const encoder = new TextEncoder();

/**
 * Keeps one article and its sidecar in step, all reading and writing in one queue. While the article has unsaved edits
 * or no file, and while a write fails or the sidecar cannot be read, decisions wait in the storage of the extension.
 */
export class SidecarBinding implements vscode.Disposable {
  readonly #options: BindingOptions;
  readonly #subscriptions: { dispose(): void }[];
  #uri: vscode.Uri;
  readonly #base: SidecarBase;
  readonly #encoded = new EncodedRecords((text) => encoder.encode(text));
  #head: DossierHead = { source: {} };
  /** Grows with every decision of a person. */
  #decisions = 0;
  #savedDecisions = 0;
  /** What waited and was taken up here, and the count of decisions right after that. */
  #resumed: { readonly sidecar: Uint8Array; readonly decisions: number } | null = null;
  /** The hash of the text that the sidecar is for, where the article is another one. */
  #otherText: string | null = null;
  /** The person asked to save while the article could not be written. */
  #wanted = false;
  /** The article was saved: the sidecar is to describe the new text as soon as that is analyzed. */
  #rewriteDue = false;
  #adopted: vscode.Uri | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #queue: Promise<unknown> = Promise.resolve();
  #disposed = false;

  constructor(options: BindingOptions) {
    this.#options = options;
    const { session } = options;
    this.#base = new SidecarBase(options.host);
    [this.#uri] = sidecarPlaces(session.uri);
    this.#subscriptions = [
      session.store.onDidChange(({ origin }) => {
        // A text that is no file is known again by its words alone.
        if (origin === 'textEdit' && this.article.isUntitled) this.#rewriteDue = this.#waits;
        if (origin !== 'user' && origin !== 'undo') return;
        this.#decisions++;
        this.#saveSoon();
      }),
      session.onDidChange(() => {
        if (this.#rewriteDue && session.phase === 'ready') this.#saveSoon();
      }),
    ];
  }

  get uri(): vscode.Uri {
    return this.#uri;
  }

  get article(): vscode.TextDocument {
    return this.#options.session.document;
  }

  /** Hash of the text that the article was first seen with; null where there is no sidecar. */
  get firstSha256(): string | null {
    return this.#head.source.firstSha256 ?? null;
  }

  get #waits(): boolean {
    return this.#decisions !== this.#savedDecisions;
  }

  /**
   * Reads the sidecar, and decisions that wait from an earlier session. Never rejects.
   * @param closed resolves when articles that were closed have written what they had to write.
   */
  load(closed: Promise<unknown>): Promise<void> {
    return this.#enqueue(async () => {
      await closed;
      if (!this.article.isUntitled) {
        this.#uri = await findSidecar(this.article.uri);
        await this.#readSidecar('load');
        tidyLeftOvers(this.#uri).catch(tellError);
      }
      await this.#loadPending(this.article.uri);
    });
  }

  /** Takes over the decisions that waited for an untitled document, when they were made on this very text. */
  adopt(untitled: vscode.Uri): Promise<boolean> {
    return this.#enqueue(async () => {
      if (this.#base.hash !== null || this.#waits || !(await this.#loadPending(untitled, true))) return false;
      this.#adopted = untitled;
      return true;
    });
  }

  /**
   * Takes decisions that were made under the former name of the article after those that `load` found. With what was
   * decided here since then they are joined, and cannot be undone.
   */
  takeOver(handed: HandedDecisions): Promise<void> {
    const { session } = this.#options;
    return this.#enqueue(async () => {
      const read = session.blocked ? null : await decodeWaitingSidecar(this.#options, handed, this.article.uri);
      if (!read) return;
      const resumed = this.#resumed;
      if (this.#decisions !== (resumed?.decisions ?? 0)) {
        this.#join(resumed?.sidecar ?? handed.baseBytes, checkedFile(decodeText(handed.sidecar)));
        this.#decisions++;
        this.#saveSoon();
      } else this.#resume(handed, { ...read, history: handed.history ?? read.history ?? null });
      void session.analyze();
    });
  }

  /**
   * The sidecar on disk changed: it is read again, unless decisions wait here; then both are joined at the save.
   * @param origin `load`: what is kept beside it changed, and is read with it.
   */
  readAgain(origin: 'load' | 'disk' = 'disk'): Promise<void> {
    const { session } = this.#options;
    return this.#enqueue(async () => {
      if (session.disposed || (this.#waits && !session.blocked)) return;
      const wasBlocked = session.blocked !== null;
      if (wasBlocked && this.#waits) {
        // what was decided before the file could not be read is joined with what it holds now
        this.#unblock();
        await this.#write();
        void session.analyze();
        return;
      }
      if (!(await this.#readSidecar(origin))) return;
      if (wasBlocked) await this.#loadPending(this.article.uri);
      void session.analyze();
    });
  }

  /** The article is as it is on disk: what waited is written; a sidecar that was there before its text is read again. */
  textOnDisk(): void {
    void this.flush();
    void this.#enqueue(async () => {
      if (this.#waits || this.#otherText !== this.#options.session.store.blocks.sha256) return;
      if (await this.#readSidecar('load')) void this.#options.session.analyze();
    });
  }

  articleSaved(): void {
    this.#rewriteDue = this.#base.hash !== null || this.#waits || this.#wanted;
    if (this.#waits || this.#wanted || (this.#rewriteDue && this.#options.session.phase === 'ready')) this.#saveSoon();
  }

  /** Saves at once, also when nothing was decided. @returns whether the sidecar on disk holds all decisions. */
  save(): Promise<boolean> {
    this.#wanted = true;
    return this.#saveNow();
  }

  /** Saves if decisions wait. @returns when all is written. */
  async flush(): Promise<void> {
    if (this.#waits) await this.#saveNow();
    await this.#queue;
  }

  exists(): Promise<boolean> {
    return this.#enqueue(async () => !this.article.isUntitled && (await exists(this.#uri).catch(() => true)));
  }

  /** @returns when what waited is written. */
  async close(): Promise<void> {
    this.dispose();
    await this.flush();
  }

  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    for (const subscription of this.#subscriptions) subscription.dispose();
    clearTimeout(this.#timer);
    this.#options.problems.clear(this.#uri);
  }

  #saveSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#saveNow(), SAVE_PAUSE);
  }

  #saveNow(): Promise<boolean> {
    clearTimeout(this.#timer);
    return this.#enqueue(() => this.#write());
  }

  async #write(): Promise<boolean> {
    const { session, pending, histories, movedTo, handOver } = this.#options;
    if (session.blocked) return false;
    let decisions = this.#decisions;
    const { blocks } = session.store;
    let history = session.store.history();
    let sidecar = await this.#content();
    const waiting = () => ({ base: this.#base.hash, baseBytes: this.#base.bytes, sidecar: sidecar.bytes });
    const wait = async () => {
      await pending.write(this.article.uri, waiting());
      await this.#keepHistory(history, sidecar);
    };
    const to = await movedTo();
    if (to === 'moving') {
      await wait();
      this.#saveSoon();
      return false;
    }
    if (to) {
      if (this.#waits) {
        await this.#keepHistory(history, sidecar, to);
        await handOver(to, { ...waiting(), history });
      }
      this.#savedDecisions = decisions;
      return false;
    }
    if (this.article.isUntitled || this.article.isDirty) {
      if (this.article.isUntitled) this.#rewriteDue = false;
      await wait();
      return false;
    }
    try {
      const onDisk = await this.#base.readNew(this.#uri);
      if (onDisk !== 'same' && onDisk?.hash !== sidecar.hash) {
        if (!this.#waits && !this.#wanted) return this.#readSidecar('disk');
        if (!(await this.#mergeFromDisk(onDisk))) {
          await wait();
          return false;
        }
        decisions = this.#decisions;
        history = session.store.history();
        sidecar = await this.#content();
        void session.analyze();
      } else if (onDisk !== 'same') this.#base.set(onDisk);
      if (this.#base.hash !== sidecar.hash) await this.#base.write(this.#uri, sidecar);
    } catch (error) {
      await wait();
      throw error;
    }
    this.#savedDecisions = decisions;
    this.#wanted = false;
    if (session.phase === 'ready') this.#rewriteDue = false;
    await this.#keepText(blocks);
    await pending.remove(this.article.uri);
    await this.#keepHistory(history, sidecar);
    const adopted = this.#adopted;
    this.#adopted = null;
    if (adopted) await Promise.all([pending.remove(adopted), histories.remove(adopted)]);
    return true;
  }

  #keepHistory(history: KeptHistory, { hash: sidecar }: FileContent, article = this.article.uri): Promise<void> {
    return this.#options.histories.keep(article, history, { sidecar, encoded: this.#encoded });
  }

  /**
   * Somebody else wrote the sidecar while decisions waited here: both are joined by meaning, and what two people
   * disagree on is kept for a person. @returns whether what is on disk could be read.
   */
  async #mergeFromDisk(onDisk: FileContent | null): Promise<boolean> {
    const theirs = onDisk && parseSidecar(decodeText(onDisk.bytes));
    if (theirs?.ok === false) return this.#block(theirs.error);
    if (theirs) this.#join(this.#base.bytes, theirs.value);
    this.#base.set(onDisk);
    return true;
  }

  #join(baseBytes: Uint8Array | null, theirs: SidecarFile): void {
    // At once, so that no decision falls between what is joined and what is taken.
    const ours = serialiseSidecar(this.#dossier(), this.#options.session.store.blocks);
    const { file, conflicts } = joinSidecars(baseBytes, ours, theirs);
    this.#take(decodeSidecar(file, new TextBlocks(this.#options.session.text)), 'disk');
    tellConflicts(this.article.uri, conflicts);
  }

  #block(problem: SidecarProblem): false {
    this.#options.session.blocked = this.#options.problems.report(this.#uri, problem);
    return false;
  }

  #unblock(): void {
    this.#options.session.blocked = null;
    this.#options.problems.clear(this.#uri);
  }

  /** The sidecar as it would be written now. */
  async #content(): Promise<FileContent> {
    const { blocks } = this.#options.session.store;
    return contentOf(await joinInSlices(sidecarPieces(this.#dossier(), blocks, this.#encoded)));
  }

  #dossier(): Dossier {
    return sharedDossier(this.#options.session, this.#head, this.#options.version);
  }

  /** The sidecar on disk is for this text: kept for the day when the article is another one. */
  async #keepText({ text, sha256 }: TextBlocks): Promise<void> {
    const { session, snapshots, formerNames } = this.#options;
    const { firstSha256 = sha256 } = this.#head.source;
    this.#head = { ...this.#head, source: { ...this.#head.source, firstSha256 } };
    session.seenFirstAs(firstSha256);
    await snapshots.keep(sha256, text, firstSha256 === sha256);
    await formerNames.remember(session.uri, firstSha256);
  }

  /** Makes a sidecar's content, or an empty one, the state of the session. */
  #take(decoded: SavedSidecar | null, origin: 'load' | 'disk'): void {
    const { session } = this.#options;
    const { annotations: saved, ...head } = decoded?.dossier ?? { annotations: emptyTable(), source: {} };
    const annotations = besidePrivateNotes(saved, session.store.annotations.notes);
    this.#head = head;
    session.seenFirstAs(head.source.firstSha256 ?? null);
    const kept = decoded?.history ?? null;
    // What was kept for another sidecar is older than what this window knows.
    const history = origin === 'load' || (kept && !kept.asLeft) ? kept : session.store.history();
    session.store.load(annotations, { source: head.source, origin, history });
  }

  /** @returns whether decisions waited for the article and are now those of the session. */
  async #loadPending(article: vscode.Uri, sameTextOnly = article.scheme === 'untitled'): Promise<boolean> {
    const { session, pending } = this.#options;
    const waiting = session.blocked ? null : await pending.read(article);
    const read = waiting && (await decodeWaitingSidecar(this.#options, waiting, article));
    // An untitled document is told by its text alone: its name comes back for another one.
    if (!read || this.#waits || (sameTextOnly && !read.sameText)) return false;
    this.#resume(waiting, read);
    return true;
  }

  /** Makes decisions that waited those of the session. */
  #resume({ base, baseBytes, sidecar }: WaitingDecisions, read: SavedSidecar): void {
    this.#take(read, 'load');
    this.#base.resume(base, baseBytes);
    this.#resumed = { sidecar, decisions: ++this.#decisions };
    this.#saveSoon();
  }

  /**
   * Makes the sidecar on disk the state of the session; one that cannot be read blocks it with the reason. Decisions
   * that were made meanwhile are kept: the base stays as it was, and both are joined at the save.
   * @returns whether there was anything new.
   */
  async #readSidecar(origin: 'load' | 'disk'): Promise<boolean> {
    const { session } = this.#options;
    const decisions = this.#decisions;
    let [content, text]: [FileContent | null | 'same', string | null] = [null, null];
    try {
      const whole = session.blocked || (origin === 'load' && this.#base.hash !== null);
      content = await (whole ? readContent(this.#uri) : this.#base.readNew(this.#uri));
      // one that went along with its article is not gone
      if (content === 'same' || (content === null && (await this.#options.movedTo()))) return false;
      text = content && decodeText(content.bytes);
    } catch (error) {
      return this.#block({ kind: 'foreign', message: `The file cannot be read as UTF-8 text (${messageOf(error)}).` });
    }
    const parsed = text === null ? null : parseSidecar(text);
    const decoded =
      content && parsed?.ok ? await decodeSaved(this.#options, content.hash, parsed.value, this.article.uri) : null;
    if (this.#decisions !== decisions && !session.blocked) return false;
    if (parsed && !parsed.ok) return this.#block(parsed.error);
    this.#unblock();
    clearTimeout(this.#timer);
    // Before anything is waited for: a decision made meanwhile would be lost.
    this.#take(decoded, origin);
    this.#otherText = parsed && !decoded?.sameText ? parsed.value.source.sha256 : null;
    this.#base.set(content);
    if (decoded?.sameText) await this.#keepText(session.store.blocks);
    return true;
  }

  /** Runs after all that was asked before. A failure to read or write blocks nothing else and is told. */
  #enqueue<T>(run: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(run);
    this.#queue = result.catch((error) => tellError(new Error(`${this.#uri.path}: ${messageOf(error)}`)));
    return result.catch(() => undefined as T);
  }
}
