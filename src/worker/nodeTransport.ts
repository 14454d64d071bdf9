import { Worker } from 'node:worker_threads';
import type { StartWorker } from './protocol.ts';

/** @param script absolute path of the bundled worker. */
export function nodeTransport(script: string): StartWorker {
  return async () => {
    const worker = new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: 1024 } });
    let ended = false;
    return {
      post: (message) => worker.postMessage(message),
      onMessage: (listener) => worker.on('message', listener),
      onExit: (listener) => {
        const end = (reason: string) => {
          if (!ended) listener(reason);
          ended = true;
        };
        worker.once('error', (error) => end(error.message));
        worker.once('exit', (code) => end(`exit code ${code}`));
      },
      terminate: () => {
        ended = true;
        void worker.terminate();
      },
    };
  };
}
