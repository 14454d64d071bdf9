import type { WorkerRequest, WorkerResponse } from './protocol.ts';
import { createHandler } from './serve.ts';

/** The two members of a dedicated worker's global scope that are used here. */
interface WorkerScope {
  onmessage: ((event: { readonly data: WorkerRequest }) => void) | null;
  postMessage(message: WorkerResponse): void;
}

const scope = globalThis as unknown as WorkerScope;
const handle = createHandler();
scope.onmessage = ({ data }) => scope.postMessage(handle(data));
