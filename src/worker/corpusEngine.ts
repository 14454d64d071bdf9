import type { CorpusCall, CorpusIndex, FoundArticle } from '../core/corpus/corpusIndex.ts';
import { SHARD_NAMES } from '../core/corpus/corpusShard.ts';
import type { DigestRequest } from '../core/corpus/digestArticle.ts';
import type { DigestText } from '../core/corpus/digestText.ts';
import { type Disposable, Emitter, type Event } from '../core/util/event.ts';
import type { StartWorker, WorkerTask } from './protocol.ts';
import { type After, WorkerClient } from './workerClient.ts';

/** Where the articles come from and where their digests are kept; given by the host. */
export interface CorpusPorts {
  readonly start: StartWorker;
  readonly after: After;
  /** Every article that is there. */
  list(): Promise<readonly FoundArticle[]>;
  /** What the digest of an article is made from, or null when the article is there no more. */
  read(uri: string): Promise<DigestRequest | null>;
  /** The files of the cache by name. Writing is in one step; an empty text removes the file. */
  readCache(name: string): Promise<string | null>;
  writeCache(name: string, text: string): Promise<void>;
  /** Says in the log what a person need not see. */
  log(words: string): void;
  /** Version of the extractor: digests of another one are made anew. */
  readonly version: string;
}

/** `closed`: nobody asked yet; `opening`: the cache and the list of articles are read; `cancelled`: a part is missing. */
export type CorpusPhase = 'closed' | 'opening' | 'analyzing' | 'cancelled' | 'ready' | 'failed';

export interface CorpusState {
  readonly phase: CorpusPhase;
  /** Articles that were read since the last rest, and how many there are to read. */
  readonly done: number;
  readonly total: number;
  /** Why the corpus could not be opened, or null. */
  readonly problem: string | null;
}

type IndexMethods = {
  readonly [K in keyof CorpusIndex]: (...given: Parameters<CorpusIndex[K]>) => ReturnType<CorpusIndex[K]>;
};

const ANALYSERS = 2;
/** Articles that are read ahead of each worker, so that it never waits for a file. */
const AHEAD = 2;
const ANALYSER_IDLE = 10_000;
/** The worker that holds the corpus is kept while the window is used. */
const CORPUS_IDLE = 24 * 3600 * 1000;
const SAVE_EVERY = 500;
const TABLE = 'articles';

/**
 * Keeps the digests of all articles in a worker of their own, and has new and changed articles analysed by at most two
 * others. Nothing happens before {@link refresh}. What was analysed is kept in the cache, also when the rest is cancelled.
 */
export class CorpusEngine implements Disposable {
  readonly #ports: CorpusPorts;
  readonly #index: WorkerClient<Extract<WorkerTask, { corpus: unknown }>, unknown>;
  readonly #analysers: readonly WorkerClient<Extract<WorkerTask, { digest: unknown }>, DigestText>[];
  readonly #changed = new Emitter<CorpusState>();
  readonly #failures = new Map<string, string>();
  #state: CorpusState = { phase: 'closed', done: 0, total: 0, problem: null };
  /** Articles to be read, by address. */
  readonly #due = new Map<string, FoundArticle>();
  readonly #running = new Set<string>();
  #lanes = 0;
  #unsaved = 0;
  #calls = 0;
  #starts = 0;
  #opened = false;
  #cancels = 0;
  /** What was cancelled is missing until the next refresh. */
  #partial = false;
  #refreshing: Promise<void> | null = null;
  #saving: Promise<void> = Promise.resolve();
  #disposed = false;

  /** Fires when the state changes and, at rest, when articles did. */
  readonly onDidChange: Event<CorpusState> = this.#changed.event;

  constructor(ports: CorpusPorts) {
    this.#ports = ports;
    const { after } = ports;
    const start = async () => {
      const transport = await ports.start();
      this.#starts++;
      // What the worker before held is gone with it.
      if (this.#starts > 1) this.#reopen();
      return transport;
    };
    this.#index = new WorkerClient({ start, after, idleAfter: CORPUS_IDLE });
    this.#analysers = Array.from(
      { length: ANALYSERS },
      () => new WorkerClient({ start: () => ports.start('small'), after, idleAfter: ANALYSER_IDLE }),
    );
  }

  get state(): CorpusState {
    return this.#state;
  }

  /** Articles whose analysis failed, with the reason; they are tried again when they change or at the next refresh. */
  get failures(): ReadonlyMap<string, string> {
    return this.#failures;
  }

  /** Calls a method of the corpus in its worker. @throws when the worker is ended, or the method failed. */
  async ask<K extends keyof CorpusIndex>(
    method: K,
    ...given: Parameters<IndexMethods[K]>
  ): Promise<ReturnType<IndexMethods[K]>> {
    const corpus: CorpusCall = { method, given };
    this.#calls++;
    const answer = await this.#index.ask(String(this.#calls), { corpus });
    if (answer === null && this.#disposed) throw new Error('the window is closing');
    return answer as ReturnType<IndexMethods[K]>;
  }

  /**
   * Reads the cache, where that was not done, looks for all articles and has new and changed ones analysed.
   * @returns when all are, or the rest was cancelled. Never rejects: what went wrong is in the state.
   */
  async refresh(): Promise<void> {
    this.#refreshing ??= this.#refresh().finally(() => {
      this.#refreshing = null;
    });
    await this.#refreshing;
    await this.whenAtRest();
  }

  /** Takes over what changed; does nothing before the corpus was opened. */
  async update(found: readonly FoundArticle[], gone: readonly string[] = []): Promise<void> {
    if (!this.#opened) return;
    for (const uri of gone) {
      this.#due.delete(uri);
      this.#failures.delete(uri);
      await this.ask('remove', uri);
    }
    this.#unsaved += gone.length;
    this.#work(await this.ask('stale', found));
  }

  /** Leaves what is not analysed yet. */
  cancel(): void {
    if (this.#due.size === 0 && this.#running.size === 0) return;
    this.#due.clear();
    this.#cancels++;
    this.#partial = true;
    for (const analyser of this.#analysers) for (const uri of this.#running) analyser.cancel(uri);
    this.#set({ phase: 'cancelled' });
  }

  /** Resolves when nothing is being read or analysed, and what was is in the cache. */
  async whenAtRest(): Promise<void> {
    while (this.#lanes > 0)
      await new Promise<void>((resolve) => {
        const subscription = this.onDidChange(() => {
          subscription.dispose();
          resolve();
        });
      });
    await this.#saving;
  }

  dispose(): void {
    this.#disposed = true;
    this.#due.clear();
    this.#index.dispose();
    for (const analyser of this.#analysers) analyser.dispose();
    this.#lanes = 0;
    this.#changed.fire(this.#state);
    this.#changed.dispose();
  }

  #reopen(): void {
    this.#opened = false;
    void Promise.resolve().then(() => this.refresh());
  }

  async #refresh(): Promise<void> {
    this.#set({ phase: 'opening', problem: null });
    try {
      if (!this.#opened) await this.#open();
      this.#failures.clear();
      this.#partial = false;
      const stale = await this.ask('sync', await this.#ports.list());
      this.#set({ phase: 'ready' });
      this.#work(stale);
    } catch (error) {
      if (!this.#disposed) this.#set({ phase: 'failed', problem: wordsOf(error) });
    }
  }

  async #open(): Promise<void> {
    const { version } = this.#ports;
    for (const name of SHARD_NAMES) {
      const text = await this.#readCache(name);
      if (text !== null && !(await this.ask('loadShard', name, text, version))) {
        this.#ports.log(
          `the part ${name} of the cache of the corpus is of another version or damaged, and is made anew`,
        );
      }
    }
    const table = await this.#readCache(TABLE);
    if (table !== null && !(await this.ask('loadTable', table))) {
      this.#ports.log('the list of articles of the cache of the corpus is damaged, and is made anew');
    }
    this.#opened = true;
  }

  async #readCache(name: string): Promise<string | null> {
    try {
      return await this.#ports.readCache(name);
    } catch (error) {
      this.#ports.log(`the part ${name} of the cache of the corpus cannot be read: ${wordsOf(error)}`);
      return null;
    }
  }

  /** Puts articles into the queue and starts what works it off. */
  #work(stale: readonly FoundArticle[]): void {
    if (this.#disposed) return;
    if (this.#lanes === 0) this.#state = { ...this.#state, done: 0, total: 0 };
    for (const article of stale) this.#due.set(article.uri, article);
    const { done } = this.#state;
    this.#set({
      phase: this.#due.size > 0 ? 'analyzing' : this.#state.phase,
      total: done + this.#running.size + this.#due.size,
    });
    const wanted = Math.min(ANALYSERS * AHEAD, this.#due.size);
    while (this.#lanes < wanted) {
      this.#lanes++;
      void this.#lane(this.#lanes % ANALYSERS);
    }
    if (this.#lanes === 0) this.#save();
  }

  async #lane(analyser: number): Promise<void> {
    for (let article = this.#next(); article; article = this.#next()) {
      const { uri } = article;
      this.#running.add(uri);
      try {
        await this.#digest(article, analyser);
        this.#failures.delete(uri);
      } catch (error) {
        this.#failures.set(uri, wordsOf(error));
      }
      this.#running.delete(uri);
      if (this.#disposed) return;
      this.#unsaved++;
      if (this.#unsaved >= SAVE_EVERY) this.#save();
      this.#set({ done: this.#state.done + 1 });
    }
    this.#lanes--;
    if (this.#lanes > 0 || this.#disposed) return;
    if (this.#state.phase === 'analyzing') {
      this.#state = { ...this.#state, phase: this.#partial ? 'cancelled' : 'ready' };
    }
    this.#save();
    this.#set({});
  }

  /** An article that is being read already waits for its turn, so that the newer answer is the last. */
  #next(): FoundArticle | null {
    for (const [uri, article] of this.#due) {
      if (this.#running.has(uri)) continue;
      this.#due.delete(uri);
      return article;
    }
    return null;
  }

  async #digest(article: FoundArticle, analyser: number): Promise<void> {
    const { uri } = article;
    const cancels = this.#cancels;
    const digest = await this.#ports.read(uri);
    if (!digest) return this.ask('remove', uri);
    const key = await this.ask('reuse', article, digest);
    if (key === null) return;
    // Cancelled while the file was read.
    if (this.#cancels > cancels) return;
    const made = await this.#analysers[analyser]?.ask(uri, { digest });
    if (made) await this.ask('put', article, key, made);
  }

  /** Writes what changed, after what is being written. */
  #save(): void {
    if (this.#unsaved === 0) return;
    this.#unsaved = 0;
    this.#saving = this.#saving
      .then(() => this.#write())
      .catch((error) => {
        if (!this.#disposed) this.#ports.log(`the cache of the corpus cannot be written: ${wordsOf(error)}`);
      });
  }

  async #write(): Promise<void> {
    const { version } = this.#ports;
    for (const name of await this.ask('takeUnsaved')) {
      await this.#ports.writeCache(name, await this.ask('shard', name, version));
    }
    // Behind the shards: what it names is there.
    await this.#ports.writeCache(TABLE, await this.ask('articleTable'));
  }

  #set(state: Partial<CorpusState>): void {
    this.#state = { ...this.#state, ...state };
    if (!this.#disposed) this.#changed.fire(this.#state);
  }
}

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
