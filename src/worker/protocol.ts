import type { CorpusCall } from '../core/corpus/corpusIndex.ts';
import type { DigestRequest } from '../core/corpus/digestArticle.ts';
import type { StandingJudgement } from '../core/corpus/judgements/overrule.ts';
import type { ExtractionRequest } from '../core/extract/extraction.ts';
import type { ExtractorModels } from '../core/extract/pipeline.ts';
import type { ComparedSource } from '../core/present/comparedSource.ts';

/**
 * What a worker does: the extraction of a text, the digest of an article (answered as its {@link DigestText}), the
 * comparison of sources (answered as a {@link ComparisonView}), or a call of the corpus that this worker holds (answered
 * as its method does).
 */
export type WorkerTask =
  | ExtractionRequest
  | { readonly digest: DigestRequest }
  | { readonly compare: readonly ComparedSource[]; readonly judgements: readonly StandingJudgement[] }
  | { readonly corpus: CorpusCall };

/** To the worker. `id` is unique for the life of the client, also over restarts. */
export interface WorkerRequest {
  readonly id: number;
  readonly request: WorkerTask;
}

/** From the worker, one for each request, in the order of the requests. */
export type WorkerResponse =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly error: string; readonly stack?: string };

/** The first message to a worker that cannot read files itself: its models, whose memory goes over to it. */
export interface WorkerModels {
  readonly models: ExtractorModels;
}

/** To a web worker: {@link WorkerModels} once, then requests. */
export type WebWorkerMessage = WorkerModels | WorkerRequest;

/** A channel to a running worker; one implementation a host, all held to the same contract suite. */
export interface WorkerTransport {
  /** @throws when the message cannot be sent. */
  post(message: WorkerRequest): void;
  onMessage(listener: (message: WorkerResponse) => void): void;
  /**
   * Called once when the worker ends by itself or sends what cannot be read, with a reason in words; the worker is gone
   * then. Not called after {@link terminate}.
   */
  onExit(listener: (reason: string) => void): void;
  terminate(): void;
}

/**
 * Starts a worker. May throw or reject: the client counts that as a crash.
 * @param room `small` for a worker that reads one article after another and keeps nothing of them: where the host can
 * limit its memory, it gets a fraction of that of others.
 */
export type StartWorker = (room?: 'small') => Promise<WorkerTransport>;
