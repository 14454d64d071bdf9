import { CorpusIndex, callCorpus } from '../core/corpus/corpusIndex.ts';
import { digestArticle } from '../core/corpus/digestArticle.ts';
import { digestText } from '../core/corpus/digestText.ts';
import { createExtractor, type Extractor, type ExtractorModels } from '../core/extract/pipeline.ts';
import type { WorkerRequest, WorkerResponse, WorkerTask } from './protocol.ts';

/**
 * Answers requests with an extractor and a corpus that live as long as the worker. The extractor is made when it is first
 * needed; the handler throws then when a model cannot be read or is not of this version.
 */
export function createHandler(readModels: () => ExtractorModels): (message: WorkerRequest) => WorkerResponse {
  const corpus = new CorpusIndex();
  let made: Extractor | null = null;
  const extractor = () => {
    made ??= createExtractor({ models: readModels() });
    return made;
  };
  return ({ id, request }) => {
    if (isCall(request)) return answer(id, () => callCorpus(corpus, request.corpus));
    const ready = extractor();
    return answer(id, () =>
      'digest' in request ? digestText(digestArticle(request.digest, ready)) : ready.extract(request),
    );
  };
}

function isCall(task: WorkerTask | null): task is Extract<WorkerTask, { corpus: unknown }> {
  return task !== null && 'corpus' in task;
}

function answer(id: number, work: () => unknown): WorkerResponse {
  try {
    return { id, answer: work() };
  } catch (error) {
    if (!(error instanceof Error)) return { id, error: String(error) };
    return { id, error: error.message, ...(error.stack === undefined ? {} : { stack: error.stack }) };
  }
}
