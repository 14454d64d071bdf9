import type { Sentence } from '../extract/document.ts';
import type { Extraction, ExtractionRequest } from '../extract/extraction.ts';

/** Turns text into suggestions; the same text gives the same answer. */
export interface Extractor {
  extract(request: ExtractionRequest): Extraction;
}

/** An extractor that hands out the sentences that it read too, where they need not cross to another thread. */
export interface ArticleReader {
  read(request: ExtractionRequest): { readonly extraction: Extraction; readonly sentences: readonly Sentence[] };
}

/** Where sidecars are kept. Paths are the host's own. */
export interface FileStore {
  /** The bytes of a file, or null when there is none. Fails with an error in words otherwise. */
  read(path: string): Promise<Uint8Array | null>;
  /** Replaces a file as a whole or leaves it as it was. */
  write(path: string, bytes: Uint8Array): Promise<void>;
}
