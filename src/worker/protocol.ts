import type { Extraction, ExtractionRequest } from '../core/extract/extraction.ts';

/** To the worker. `id` is unique for the life of the client, also over restarts. */
export interface WorkerRequest {
  readonly id: number;
  readonly request: ExtractionRequest;
}

/** From the worker, one for each request, in the order of the requests. */
export type WorkerResponse =
  | { readonly id: number; readonly extraction: Extraction }
  | { readonly id: number; readonly error: string };

/** A channel to a running worker; one implementation a host, all held to the same contract suite. */
export interface WorkerTransport {
  post(message: WorkerRequest): void;
  onMessage(listener: (message: WorkerResponse) => void): void;
  /** Called once when the worker ends by itself, with a reason in words; not after {@link terminate}. */
  onExit(listener: (reason: string) => void): void;
  terminate(): void;
}

/** Starts a worker. May throw or reject: the client counts that as a crash. */
export type StartWorker = () => Promise<WorkerTransport>;
