import { createExtractor, type ExtractorModels } from '../core/extract/pipeline.ts';
import type { WorkerRequest, WorkerResponse } from './protocol.ts';

/**
 * Answers requests with an extractor that lives as long as the worker, so that its caches do.
 * @throws Error when a model file is not of this version.
 */
export function createHandler(models: ExtractorModels): (message: WorkerRequest) => WorkerResponse {
  const extractor = createExtractor({ models });
  return ({ id, request }) => {
    try {
      return { id, extraction: extractor.extract(request) };
    } catch (error) {
      if (!(error instanceof Error)) return { id, error: String(error) };
      return { id, error: error.message, ...(error.stack === undefined ? {} : { stack: error.stack }) };
    }
  };
}
