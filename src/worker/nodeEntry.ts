import { parentPort } from 'node:worker_threads';
import type { WorkerRequest } from './protocol.ts';
import { createHandler } from './serve.ts';

const handle = createHandler();
parentPort?.on('message', (message: WorkerRequest) => parentPort?.postMessage(handle(message)));
