import type { StartWorker, WorkerResponse } from './protocol.ts';

/** What a web extension host has of the Worker interface. */
interface WebWorker {
  postMessage(message: unknown): void;
  terminate(): void;
  onmessage: ((event: { readonly data: WorkerResponse }) => void) | null;
  onerror: ((event: { readonly message?: string }) => void) | null;
}
interface WebHost {
  readonly Worker: new (url: string) => WebWorker;
  readonly Blob: new (parts: readonly Uint8Array[], options: { type: string }) => unknown;
  readonly URL: { createObjectURL(blob: unknown): string; revokeObjectURL(url: string): void };
}

/**
 * A classic worker from a blob: the extension's own address is of another origin than the host's.
 * @param readScript reads the bundled worker.
 */
export function webTransport(readScript: () => Promise<Uint8Array>): StartWorker {
  return async () => {
    const host = globalThis as unknown as WebHost;
    const url = host.URL.createObjectURL(new host.Blob([await readScript()], { type: 'text/javascript' }));
    const worker = new host.Worker(url);
    let ended = false;
    return {
      post: (message) => worker.postMessage(message),
      onMessage: (listener) => {
        worker.onmessage = ({ data }) => listener(data);
      },
      onExit: (listener) => {
        worker.onerror = ({ message }) => {
          if (ended) return;
          ended = true;
          worker.terminate();
          listener(message ?? 'the worker could not be started');
        };
      },
      terminate: () => {
        ended = true;
        worker.terminate();
        host.URL.revokeObjectURL(url);
      },
    };
  };
}
