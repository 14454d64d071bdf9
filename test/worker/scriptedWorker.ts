import type { ExtractionRequest } from '../../src/core/extract/extraction.ts';
import type { WorkerRequest, WorkerResponse, WorkerTransport } from '../../src/worker/protocol.ts';

/** A worker whose answers and end are said by the test. */
export class ScriptedWorker implements WorkerTransport {
  readonly posted: WorkerRequest[] = [];
  terminated = false;
  #message: (message: WorkerResponse) => void = () => {};
  #exit: (reason: string) => void = () => {};

  post(message: WorkerRequest): void {
    this.posted.push(message);
  }
  onMessage(listener: (message: WorkerResponse) => void): void {
    this.#message = listener;
  }
  onExit(listener: (reason: string) => void): void {
    this.#exit = listener;
  }
  terminate(): void {
    this.terminated = true;
  }

  /** The texts that it was asked for. */
  get texts(): readonly string[] {
    return this.posted.map(textOf);
  }

  /** Answers the last request, or the one of `id`, with an extraction that names its text as the language. */
  answer(id = this.posted.at(-1)?.id ?? 0): void {
    const message = this.posted.find((posted) => posted.id === id);
    this.#message({ id, answer: { language: message && textOf(message) } });
  }
  fail(error: string): void {
    this.#message({ id: this.posted.at(-1)?.id ?? 0, error });
  }
  crash(reason: string): void {
    this.#exit(reason);
  }
}

const textOf = ({ request }: WorkerRequest) => (request as ExtractionRequest).text;
