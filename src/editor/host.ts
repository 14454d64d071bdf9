import type { StartWorker } from '../worker/protocol.ts';

/** What differs between the desktop and the web, handed in by the entry file. */
export interface EditorHost {
  readonly startWorker: StartWorker;
  /** Replaces a file of the `file:` scheme in one step; absent where there is no such file system. */
  readonly replaceFile?: (path: string, bytes: Uint8Array) => Promise<void>;
}
