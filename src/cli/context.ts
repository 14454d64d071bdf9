import type { DossierService } from '../core/service/dossierService.ts';
import type { FileStore } from '../core/service/ports.ts';
import type { ReadOriginal } from '../core/source/importedArticle.ts';

/** What the commands work with. */
export interface CliContext {
  /** Built when first asked for: help and validation need no models. */
  readonly service: () => DossierService;
  readonly files: FileStore;
  readonly readOriginal: ReadOriginal;
  readonly version: string;
  readonly input: AsyncIterable<Uint8Array>;
  /** Resolves when the reader is ready for more. */
  readonly print: (text: string) => Promise<void>;
  /** One line to standard error. */
  readonly complain: (line: string) => void;
}

/** The sentence of an error, for standard error. */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? error.code : undefined;
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied';
  if (code === 'EISDIR') return 'is a folder, not a file';
  if (code === 'ENOSPC') return 'the disk is full';
  if (code === 'EROFS') return 'the disk is read-only';
  return error.message;
}
