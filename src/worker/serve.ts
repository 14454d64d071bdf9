import { createExtractor } from '../core/extract/pipeline.ts';
import names from '../core/lexicon/models/names.bin';
import type { WorkerRequest, WorkerResponse } from './protocol.ts';

/** Answers requests with an extractor that lives as long as the worker, so that its caches do. */
export function createHandler(): (message: WorkerRequest) => WorkerResponse {
  const extractor = createExtractor({ models: { names } });
  return ({ id, request }) => {
    try {
      return { id, extraction: extractor.extract(request) };
    } catch (error) {
      return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    }
  };
}
