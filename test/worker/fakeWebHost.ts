import { type TransferListItem, Worker } from 'node:worker_threads';
import type { WebHost } from '../../src/worker/webTransport.ts';

/** Gives a worker thread the global scope of a classic web worker. */
const PRELUDE = `
const { parentPort } = require('node:worker_threads');
globalThis.postMessage = (data) => parentPort.postMessage(data);
parentPort.on('message', (data) => globalThis.onmessage({ data }));
`;

class FakeBlob {
  readonly text: string;
  constructor(parts: readonly Uint8Array[]) {
    this.text = parts.map((part) => new TextDecoder().decode(part)).join('');
  }
}

/** Enough of a web extension host for the web transport, on worker threads. */
export function fakeWebHost() {
  const blobs = new Map<string, string>();
  class FakeWorker {
    readonly #thread: Worker;
    onmessage: ((event: { data: unknown }) => void) | null = null;
    onmessageerror: (() => void) | null = null;
    onerror: ((event: { message?: string }) => void) | null = null;

    constructor(url: string) {
      const script = blobs.get(url);
      if (script === undefined) throw new Error(`nothing lies at ${url}`);
      this.#thread = new Worker(PRELUDE + script, { eval: true });
      this.#thread.on('message', (data: unknown) => this.onmessage?.({ data }));
      this.#thread.on('error', (error: unknown) =>
        this.onerror?.({ message: error instanceof Error ? error.message : '' }),
      );
      instances.push(this);
    }
    postMessage(message: unknown, transfer: readonly ArrayBufferLike[] = []): void {
      this.#thread.postMessage(message, transfer as unknown as TransferListItem[]);
    }
    terminate(): void {
      void this.#thread.terminate();
    }
  }
  const instances: FakeWorker[] = [];
  const host: WebHost = {
    Worker: FakeWorker as unknown as WebHost['Worker'],
    Blob: FakeBlob,
    URL: {
      createObjectURL: (blob) => {
        const url = `blob:${blobs.size}`;
        blobs.set(url, (blob as FakeBlob).text);
        return url;
      },
      revokeObjectURL: (url) => void blobs.delete(url),
    },
  };
  return { host, blobs, instances };
}
