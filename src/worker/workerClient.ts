import type { Extraction, ExtractionRequest } from '../core/extract/extraction.ts';
import type { StartWorker, WorkerResponse, WorkerTask, WorkerTransport } from './protocol.ts';

/** The one timer function that the client needs; returns what stops the timer. */
export type After = (milliseconds: number, run: () => void) => () => void;

export interface WorkerClientOptions {
  readonly start: StartWorker;
  readonly after: After;
  /** The worker ends after this many milliseconds without work. */
  readonly idleAfter?: number;
  /** A request that runs longer is given up and its worker ended; milliseconds. */
  readonly limit?: number;
}

interface Job<Task, Answer> {
  readonly id: number;
  readonly key: string;
  readonly request: Task;
  readonly resolve: (answer: Answer | null) => void;
  readonly reject: (error: Error) => void;
  crashes: number;
  /** Answered with `null` while it ran: nobody waits for it any more. */
  stale: boolean;
}

const MAX_CRASHES = 3;

/** Asks for the extractions of open articles. */
export type ExtractorClient = WorkerClient<ExtractionRequest, Extraction>;

/**
 * Asks a worker to do tasks of one kind, one at a time.
 * The worker starts with the first request, is started anew when it crashes (a request is tried three times in all) and
 * ends when idle. A newer request of the same key makes older ones answer `null`.
 */
export class WorkerClient<Task extends WorkerTask, Answer> {
  readonly #options: Required<WorkerClientOptions>;
  #transport: WorkerTransport | null = null;
  /** Names the start that is under way; one that was given up finds another name here. */
  #starting: symbol | null = null;
  #queue: Job<Task, Answer>[] = [];
  #running: Job<Task, Answer> | null = null;
  #lastId = 0;
  #stopTimer: () => void = () => {};
  #disposed = false;

  constructor(options: WorkerClientOptions) {
    this.#options = { idleAfter: 60_000, limit: 120_000, ...options };
  }

  /**
   * @param key names the document; at most one request a key is waiting.
   * @returns the answer, or `null` when a newer request of the key, {@link cancel} or {@link dispose} made it stale.
   * @throws when the task failed, ran too long, or its worker crashed three times.
   */
  ask(key: string, request: Task): Promise<Answer | null> {
    this.cancel(key);
    if (this.#disposed) return Promise.resolve(null);
    return new Promise((resolve, reject) => {
      this.#lastId++;
      this.#queue.push({ id: this.#lastId, key, request, resolve, reject, crashes: 0, stale: false });
      this.#next();
    });
  }

  /** Answers the waiting and the running request of `key` with `null`; a running worker finishes and is kept. */
  cancel(key: string): void {
    this.#drop((job) => job.key === key);
  }

  dispose(): void {
    this.#disposed = true;
    this.#drop(() => true);
    this.#end();
  }

  #drop(unwanted: (job: Job<Task, Answer>) => boolean): void {
    const waiting = this.#queue.filter(unwanted);
    this.#queue = this.#queue.filter((job) => !unwanted(job));
    for (const job of waiting) job.resolve(null);
    if (this.#running && unwanted(this.#running)) {
      this.#running.stale = true;
      this.#running.resolve(null);
    }
  }

  #next(): void {
    if (this.#running || this.#starting) return;
    const [job] = this.#queue;
    if (!job) this.#rest();
    else if (this.#transport) this.#run(job, this.#transport);
    else this.#begin();
  }

  #run(job: Job<Task, Answer>, transport: WorkerTransport): void {
    this.#queue.shift();
    this.#running = job;
    this.#time(this.#options.limit, () => this.#giveUp(job));
    try {
      transport.post({ id: job.id, request: job.request });
    } catch (error) {
      this.#running = null;
      job.reject(new Error(`the text could not be sent to the analysis: ${wordsOf(error)}`));
      this.#next();
    }
  }

  #begin(): void {
    const attempt = Symbol('start');
    this.#starting = attempt;
    this.#time(this.#options.limit, () => this.#giveUp(this.#queue.shift()));
    void this.#start(attempt);
  }

  async #start(attempt: symbol): Promise<void> {
    let transport: WorkerTransport;
    try {
      transport = await this.#options.start();
    } catch (error) {
      if (this.#starting === attempt) this.#crashed(wordsOf(error));
      return;
    }
    if (this.#starting !== attempt) {
      transport.terminate();
      return;
    }
    this.#starting = null;
    this.#transport = transport;
    transport.onMessage((message) => this.#answer(message));
    transport.onExit((reason) => {
      if (this.#transport === transport) this.#crashed(reason);
    });
    this.#next();
  }

  #answer(message: WorkerResponse): void {
    const job = this.#running;
    if (!job || job.id !== message.id) return;
    this.#running = null;
    if ('answer' in message) job.resolve(message.answer as Answer);
    else job.reject(Object.assign(new Error(message.error), message.stack ? { stack: message.stack } : {}));
    this.#next();
  }

  #crashed(reason: string): void {
    // Without a running request the worker did not start, and the first that waits was to be served.
    const job = this.#running ?? this.#queue.shift();
    this.#end();
    if (job && !job.stale) {
      job.crashes++;
      if (job.crashes < MAX_CRASHES) this.#queue.unshift(job);
      else job.reject(new Error(`the analysis worker ended ${MAX_CRASHES} times: ${reason}`));
    }
    this.#next();
  }

  #giveUp(job: Job<Task, Answer> | undefined): void {
    this.#end();
    job?.reject(new Error(`the analysis took longer than ${this.#options.limit / 1000} s and was stopped`));
    this.#next();
  }

  /** Nothing to do: the worker is kept for a while. */
  #rest(): void {
    this.#stopTimer();
    if (this.#transport) this.#time(this.#options.idleAfter, () => this.#end());
  }

  #time(milliseconds: number, run: () => void): void {
    this.#stopTimer();
    this.#stopTimer = this.#options.after(milliseconds, run);
  }

  #end(): void {
    this.#stopTimer();
    this.#starting = null;
    this.#running = null;
    const transport = this.#transport;
    this.#transport = null;
    transport?.terminate();
  }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
