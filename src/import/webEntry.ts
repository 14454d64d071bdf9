import './withoutNetwork.ts';
import type { ImportedArticle, OriginalFile } from '../core/source/importedArticle.ts';
import type { Result } from '../core/util/result.ts';
import { readOriginal } from './readOriginal.ts';

/** The members of a dedicated worker's global scope that are used here. */
interface WorkerScope {
  onmessage: ((event: { readonly data: OriginalFile }) => void) | null;
  postMessage(message: Result<ImportedArticle>): void;
}

const scope = globalThis as unknown as WorkerScope;
scope.onmessage = async ({ data }) => scope.postMessage(await readOriginal(data));
