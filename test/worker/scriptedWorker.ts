import type { Extraction } from '../../src/core/extract/extraction.ts';
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
    return this.posted.map(({ request }) => request.text);
  }

  /** Answers the last request, or the one of `id`, with an extraction that names its text as the language. */
  answer(id = this.posted.at(-1)?.id ?? 0): void {
    const text = this.posted.find((message) => message.id === id)?.request.text;
    this.#message({ id, extraction: { language: text } as unknown as Extraction });
  }
  fail(error: string): void {
    this.#message({ id: this.posted.at(-1)?.id ?? 0, error });
  }
  crash(reason: string): void {
    this.#exit(reason);
  }
}
