import {
  type ImportedArticle,
  LONGEST_IMPORT,
  type ReadOriginal,
  TOOK_TOO_LONG,
} from '../core/source/importedArticle.ts';
import { fail, type Result } from '../core/util/result.ts';
import type { WebHost } from './webTransport.ts';

/**
 * A classic worker for each file, which ends with it.
 * @param readScript reads the bundle.
 */
export function readInWebWorker(
  readScript: () => Promise<Uint8Array>,
  host: WebHost = globalThis as unknown as WebHost,
): ReadOriginal {
  return async (file, signal) => {
    const script = await readScript();
    signal.throwIfAborted();
    const url = host.URL.createObjectURL(new host.Blob([script], { type: 'text/javascript' }));
    const worker = new host.Worker(url);
    let timer: ReturnType<typeof setTimeout> | undefined;
    try {
      return await new Promise<Result<ImportedArticle>>((resolve, reject) => {
        timer = setTimeout(() => resolve(fail(TOOK_TOO_LONG)), LONGEST_IMPORT * 1000);
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
        worker.onmessage = ({ data }) => resolve(data as unknown as Result<ImportedArticle>);
        worker.onerror = (event) => {
          event.preventDefault?.();
          reject(new Error(event.message || 'the import could not be started'));
        };
        worker.postMessage(file as never);
      });
    } finally {
      clearTimeout(timer);
      worker.terminate();
      host.URL.revokeObjectURL(url);
    }
  };
}
