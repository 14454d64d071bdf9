import type { Extraction, ExtractionRequest } from '../core/extract/extraction.ts';
import type { StartWorker, WorkerResponse, WorkerTransport } from './protocol.ts';

/** The one timer function that the client needs; returns what stops the timer. */
export type After = (milliseconds: number, run: () => void) => () => void;

export interface ExtractorClientOptions {
  readonly start: StartWorker;
  readonly after: After;
  /** The worker ends after this many milliseconds without work. */
  readonly idleAfter?: number;
  /** A request that runs longer is given up and its worker ended; milliseconds. */
  readonly limit?: number;
}

interface Job {
  readonly id: number;
  readonly key: string;
  readonly request: ExtractionRequest;
  readonly resolve: (extraction: Extraction | null) => void;
  readonly reject: (error: Error) => void;
  crashes: number;
}

const MAX_CRASHES = 3;

/**
 * Asks a worker for extractions, one at a time.
 * The worker starts with the first request, is started anew when it crashes (the request is replayed, three times at
 * most) and ends when idle. A newer request of the same key makes older ones answer `null`.
 */
export class ExtractorClient {
  readonly #options: Required<ExtractorClientOptions>;
  #transport: WorkerTransport | null = null;
  #starting = false;
  #queue: Job[] = [];
  #running: Job | null = null;
  #lastId = 0;
  #stopTimer: () => void = () => {};
  #disposed = false;

  constructor(options: ExtractorClientOptions) {
    this.#options = { idleAfter: 60_000, limit: 120_000, ...options };
  }

  /**
   * @param key names the document; at most one request a key is waiting.
   * @returns the extraction, or `null` when a newer request of the key, {@link cancel} or {@link dispose} made it stale.
   * @throws when the extractor failed on this text, ran too long, or its worker crashed three times.
   */
  extract(key: string, request: ExtractionRequest): Promise<Extraction | null> {
    this.cancel(key);
    if (this.#disposed) return Promise.resolve(null);
    return new Promise((resolve, reject) => {
      this.#lastId++;
      this.#queue.push({ id: this.#lastId, key, request, resolve, reject, crashes: 0 });
      this.#next();
    });
  }

  /** Answers the waiting and the running request of `key` with `null`; a running worker finishes and is kept. */
  cancel(key: string): void {
    const stale = this.#queue.filter((job) => job.key === key);
    this.#queue = this.#queue.filter((job) => job.key !== key);
    if (this.#running?.key === key) stale.push(this.#running);
    for (const job of stale) job.resolve(null);
  }

  dispose(): void {
    this.#disposed = true;
    for (const job of this.#queue) job.resolve(null);
    this.#running?.resolve(null);
    this.#queue = [];
    this.#end();
  }

  #next(): void {
    if (this.#running || this.#starting || this.#queue.length === 0) return;
    if (!this.#transport) {
      this.#begin();
      return;
    }
    this.#stopTimer();
    const job = this.#queue.shift() as Job;
    this.#running = job;
    this.#stopTimer = this.#options.after(this.#options.limit, () => {
      this.#end();
      job.reject(new Error(`the analysis took longer than ${this.#options.limit / 1000} s and was stopped`));
      this.#next();
    });
    this.#transport.post({ id: job.id, request: job.request });
  }

  #begin(): void {
    this.#starting = true;
    this.#options.start().then(
      (transport) => {
        this.#starting = false;
        if (this.#disposed) {
          transport.terminate();
          return;
        }
        this.#transport = transport;
        transport.onMessage((message) => this.#answer(message));
        transport.onExit((reason) => this.#crashed(reason));
        this.#next();
      },
      (error) => {
        this.#starting = false;
        this.#crashed(error instanceof Error ? error.message : String(error));
      },
    );
  }

  #answer(message: WorkerResponse): void {
    const job = this.#running;
    if (!job || job.id !== message.id) return;
    this.#running = null;
    this.#stopTimer();
    if ('extraction' in message) job.resolve(message.extraction);
    else job.reject(new Error(message.error));
    if (this.#queue.length > 0) this.#next();
    else this.#stopTimer = this.#options.after(this.#options.idleAfter, () => this.#end());
  }

  #crashed(reason: string): void {
    const job = this.#running ?? this.#queue.shift();
    this.#end();
    if (job) {
      job.crashes++;
      if (job.crashes < MAX_CRASHES) this.#queue.unshift(job);
      else job.reject(new Error(`the analysis worker ended ${MAX_CRASHES} times: ${reason}`));
    }
    this.#next();
  }

  #end(): void {
    this.#stopTimer();
    this.#transport?.terminate();
    this.#transport = null;
    this.#running = null;
  }
}
