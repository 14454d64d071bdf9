import { Worker } from 'node:worker_threads';
import {
  type ImportedArticle,
  LONGEST_IMPORT,
  type ReadOriginal,
  TOOK_TOO_LONG,
} from '../core/source/importedArticle.ts';
import { fail, type Result } from '../core/util/result.ts';

const TOO_LARGE = 'The file needs too much memory. Save the part that you need as a file of its own.';

/**
 * A thread of its own for each file, which ends with it: a hostile one takes neither time nor memory of the editor.
 * @param script absolute path of the bundle.
 */
export function readInThread(script: string): ReadOriginal {
  return async (file, signal) => {
    signal.throwIfAborted();
    const worker = new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: 1024 }, stdout: true, stderr: true });
    let timer: ReturnType<typeof setTimeout> | undefined;
    try {
      return await new Promise<Result<ImportedArticle>>((resolve, reject) => {
        timer = setTimeout(() => resolve(fail(TOOK_TOO_LONG)), LONGEST_IMPORT * 1000);
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
        worker.once('message', resolve);
        worker.once('error', (error: NodeJS.ErrnoException) => {
          if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve(fail(TOO_LARGE));
          else reject(error);
        });
        worker.once('exit', (code) => reject(new Error(`the import ended with exit code ${code}`)));
        worker.postMessage(file);
      });
    } finally {
      clearTimeout(timer);
      await worker.terminate();
    }
  };
}
