import type { WebWorkerMessage, WorkerResponse } from './protocol.ts';
import { createHandler } from './serve.ts';

/** The members of a dedicated worker's global scope that are used here. */
interface WorkerScope {
  onmessage: ((event: { readonly data: WebWorkerMessage }) => void) | null;
  onmessageerror: (() => void) | null;
  postMessage(message: WorkerResponse): void;
}

const scope = globalThis as unknown as WorkerScope;
scope.onmessage = ({ data }) => {
  if (!('models' in data)) throw new Error('a request came before the models');
  const handle = createHandler(() => data.models);
  scope.onmessage = (event) => {
    if ('id' in event.data) scope.postMessage(handle(event.data));
  };
};
// A request that cannot be read has no id to answer to: the client sees the worker end, and replays.
scope.onmessageerror = () => {
  throw new Error('a message to the worker could not be read');
};
