import type { ExtractorModels } from '../core/extract/pipeline.ts';
import type { StartWorker, WebWorkerMessage, WorkerResponse } from './protocol.ts';

/** What a web extension host has of the Worker interface. */
interface WebWorker {
  postMessage(message: WebWorkerMessage, transfer?: readonly ArrayBufferLike[]): void;
  terminate(): void;
  onmessage: ((event: { readonly data: WorkerResponse }) => void) | null;
  onmessageerror: (() => void) | null;
  onerror: ((event: { readonly message?: string; preventDefault?(): void }) => void) | null;
}

/** The globals of a web extension host that are used here. */
export interface WebHost {
  readonly Worker: new (url: string) => WebWorker;
  readonly Blob: new (parts: readonly Uint8Array[], options: { type: string }) => unknown;
  readonly URL: { createObjectURL(blob: unknown): string; revokeObjectURL(url: string): void };
}

export interface WebTransportOptions {
  /** Reads the bundled worker. */
  readonly readScript: () => Promise<Uint8Array>;
  /** Reads the models; asked at each start, because their memory goes over to the worker and ends with it. */
  readonly readModels: () => Promise<ExtractorModels>;
  readonly host?: WebHost;
}

/** A classic worker from a blob: the extension's own address is of another origin than the host's. */
export function webTransport({
  readScript,
  readModels,
  host = globalThis as unknown as WebHost,
}: WebTransportOptions): StartWorker {
  return async () => {
    const [script, models] = await Promise.all([readScript(), readModels()]);
    const url = host.URL.createObjectURL(new host.Blob([script], { type: 'text/javascript' }));
    let worker: WebWorker;
    try {
      worker = new host.Worker(url);
    } catch (error) {
      host.URL.revokeObjectURL(url);
      throw error;
    }
    let ended = false;
    const end = () => {
      if (ended) return false;
      ended = true;
      worker.terminate();
      host.URL.revokeObjectURL(url);
      return true;
    };
    const own = ownMemory(models);
    worker.postMessage(
      { models: own },
      Object.values(own).map(({ buffer }) => buffer),
    );
    return {
      post: (message) => worker.postMessage(message),
      onMessage: (listener) => {
        worker.onmessage = ({ data }) => {
          if (!ended) listener(data);
        };
      },
      onExit: (listener) => {
        worker.onerror = (event) => {
          event.preventDefault?.();
          if (end()) listener(event.message || 'the worker could not be started');
        };
        worker.onmessageerror = () => {
          if (end()) listener('an answer could not be read');
        };
      },
      terminate: () => void end(),
    };
  };
}

/** Only memory that holds nothing else can go over to the worker; a file may be read into a part of a larger piece. */
function ownMemory(models: ExtractorModels): ExtractorModels {
  const own = (bytes: Uint8Array) => (bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice());
  return Object.fromEntries(
    Object.entries(models).map(([name, bytes]) => [name, own(bytes)]),
  ) as unknown as ExtractorModels;
}
