import { CorpusIndex, callCorpus } from '../core/corpus/corpusIndex.ts';
import { digestArticle } from '../core/corpus/digestArticle.ts';
import { digestText } from '../core/corpus/digestText.ts';
import { createExtractor, type ExtractorModels } from '../core/extract/pipeline.ts';
import { comparisonView } from '../core/present/comparisonView.ts';
import type { WorkerRequest, WorkerResponse, WorkerTask } from './protocol.ts';

/** Articles of one site share paragraphs (menus, credits); more than those need not be remembered from one to the next. */
const REMEMBERED_OF_OTHERS = 20_000;

/**
 * Answers requests with an extractor and a corpus that live as long as the worker. An extractor is made when it is first
 * needed; the handler throws then when a model cannot be read or is not of this version.
 */
export function createHandler(readModels: () => ExtractorModels): (message: WorkerRequest) => WorkerResponse {
  const corpus = new CorpusIndex();
  const ofOne = once(() => createExtractor({ models: readModels() }));
  const ofMany = once(() => createExtractor({ models: readModels(), remembered: REMEMBERED_OF_OTHERS }));
  return ({ id, request }) => {
    if (isCall(request)) return answer(id, () => callCorpus(corpus, request.corpus));
    if (isDigest(request)) {
      const extractor = ofMany();
      return answer(id, () => digestText(digestArticle(request.digest, extractor)));
    }
    if (isComparison(request)) return answer(id, () => comparisonView(request.compare, request.judgements));
    const extractor = ofOne();
    return answer(id, () => extractor.extract(request));
  };
}

function once<T>(make: () => T): () => T {
  let made: T | null = null;
  return () => {
    made ??= make();
    return made;
  };
}

function isDigest(task: WorkerTask | null): task is Extract<WorkerTask, { digest: unknown }> {
  return task !== null && 'digest' in task;
}

function isComparison(task: WorkerTask | null): task is Extract<WorkerTask, { compare: unknown }> {
  return task !== null && 'compare' in task;
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
