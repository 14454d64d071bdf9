import path from 'node:path';
import { parentPort } from 'node:worker_threads';
import { readModels } from '../node/readModels.ts';
import type { WorkerRequest } from './protocol.ts';
import { createHandler } from './serve.ts';

const handle = createHandler(() => readModels(path.join(__dirname, 'models')));
parentPort?.on('message', (message: WorkerRequest) => parentPort?.postMessage(handle(message)));
// A request that cannot be read has no id to answer to: the client sees the worker end, and replays.
parentPort?.on('messageerror', (error) => {
  throw error;
});
