import type { ReadOriginal } from '../core/source/importedArticle.ts';
import type { StartWorker } from '../worker/protocol.ts';

/** What differs between the desktop and the web, handed in by the entry file. */
export interface EditorHost {
  readonly startWorker: StartWorker;
  readonly readOriginal: ReadOriginal;
  /** Replaces a file of the `file:` scheme in one step; absent where there is no such file system. */
  readonly replaceFile?: (path: string, bytes: Uint8Array) => Promise<void>;
}
