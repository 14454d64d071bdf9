import type { ReadOriginal } from '../core/source/importedArticle.ts';
import type { StartWorker } from '../worker/protocol.ts';

/** What differs between the desktop and the web, handed in by the entry file. */
export interface EditorHost {
  readonly startWorker: StartWorker;
  readonly readOriginal: ReadOriginal;
  /** Files of the `file:` scheme; absent where there is no such file system. */
  readonly files?: HostFiles;
}

export interface HostFiles {
  /**
   * Replaces a file in one step.
   * @returns the stamp that the file keeps until somebody else writes it; null where that cannot be told.
   */
  replace(path: string, bytes: Uint8Array): Promise<string | null>;
  /** The stamp of a file as it is, or null. */
  stamp(path: string): Promise<string | null>;
}
