import { Worker } from 'node:worker_threads';
import type { StartWorker } from './protocol.ts';

/** Half the usual room for what lives shortly: several workers run at once, and with it they are as fast. */
const LIMITS = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 24 };
/** V8 lets the less garbage grow the lower the limit is. */
const SMALL = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 12 };

/** @param script absolute path of the bundled worker, which reads the folder `models` beside it. */
export function nodeTransport(script: string): StartWorker {
  return async (room) => {
    const worker = new Worker(script, { resourceLimits: room === 'small' ? SMALL : LIMITS });
    let ended = false;
    return {
      post: (message) => worker.postMessage(message),
      onMessage: (listener) => worker.on('message', listener),
      onExit: (listener) => {
        const end = (reason: string) => {
          if (ended) return;
          ended = true;
          void worker.terminate();
          listener(reason);
        };
        worker.on('error', (error) => end(error instanceof Error ? error.message : String(error)));
        worker.on('messageerror', (error) => end(`an answer could not be read (${error.message})`));
        worker.once('exit', (code) => end(`exit code ${code}`));
      },
      terminate: () => {
        ended = true;
        void worker.terminate();
      },
    };
  };
}
