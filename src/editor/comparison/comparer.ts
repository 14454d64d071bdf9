import type * as vscode from 'vscode';
import type { DigestRequest } from '../../core/corpus/digestArticle.ts';
import { type DigestText, readDigest } from '../../core/corpus/digestText.ts';
import type { StandingJudgement } from '../../core/corpus/judgements/overrule.ts';
import { standingJudgements } from '../../core/corpus/judgements/standing.ts';
import { type ComparedSource, comparedSource } from '../../core/present/comparedSource.ts';
import type { ComparisonView } from '../../core/present/comparisonView.ts';
import { sameValue } from '../../core/store/sameValue.ts';
import type { StartWorker, WorkerTask } from '../../worker/protocol.ts';
import { type After, WorkerClient } from '../../worker/workerClient.ts';
import { fileName } from '../articles/fileName.ts';
import { type Corpus, standingSidecar } from '../corpus/corpus.ts';
import type { Registries } from '../registry/registries.ts';

export interface ComparerOptions {
  readonly corpus: Pick<Corpus, 'digestRequest'>;
  readonly registries: Pick<Registries, 'judgementsOn'>;
  readonly start: StartWorker;
  readonly after: After;
}

type Task = Extract<WorkerTask, { digest: unknown } | { compare: unknown }>;

/** Says how far a comparison is. */
export type Tell = (words: string, done: number, total: number) => void;

const IDLE = 20_000;

/** Reads articles and compares them, in a worker of its own, so that the analysis of what is being read does not wait. */
export class Comparer implements vscode.Disposable {
  readonly #options: ComparerOptions;
  readonly #read = new Map<string, { readonly request: DigestRequest; readonly source: ComparedSource }>();
  #client: WorkerClient<Task, unknown>;
  #last: {
    readonly sources: readonly ComparedSource[];
    readonly judgements: readonly StandingJudgement[];
    readonly view: ComparisonView;
  } | null = null;

  constructor(options: ComparerOptions) {
    this.#options = options;
    this.#client = this.#connect();
  }

  /**
   * Only articles that changed since the last comparison are read again.
   * @returns the comparison, the same object where nothing changed; `few` when less than two of the articles are there;
   * null when it was cancelled.
   * @throws when an article cannot be read or compared.
   */
  async compare(articles: readonly vscode.Uri[], tell: Tell): Promise<ComparisonView | 'few' | null> {
    const client = this.#client;
    const wanted = new Set(articles.map(String));
    for (const file of this.#read.keys()) if (!wanted.has(file)) this.#read.delete(file);
    const sources: ComparedSource[] = [];
    for (const [done, uri] of articles.entries()) {
      tell(`Reading ${fileName(uri)}`, done, articles.length);
      const source = await this.#source(uri, client);
      if (client !== this.#client) return null;
      if (source) sources.push(source);
    }
    if (sources.length < 2) return 'few';
    const judgements = await this.#judgements(articles);
    if (client !== this.#client) return null;
    const last = this.#last;
    const same = last?.sources.length === sources.length && last.sources.every((source, at) => source === sources[at]);
    if (last && same && sameValue(last.judgements, judgements)) return last.view;
    tell('Comparing', articles.length, articles.length);
    const view = (await client.ask('compare', { compare: sources, judgements })) as ComparisonView | null;
    if (view) this.#last = { sources, judgements, view };
    return view;
  }

  /** Ends what is under way at once: it answers null. What was read is kept. */
  cancel(): void {
    this.#client.dispose();
    this.#client = this.#connect();
  }

  dispose(): void {
    this.#client.dispose();
  }

  #connect(): WorkerClient<Task, unknown> {
    const { start, after } = this.#options;
    return new WorkerClient({ start, after, idleAfter: IDLE });
  }

  /** What people judged of pairs of these articles, each once, where its words stand now. */
  async #judgements(articles: readonly vscode.Uri[]): Promise<StandingJudgement[]> {
    const found = new Map<string, StandingJudgement>();
    for (const uri of articles) {
      const { judgements, addressOf } = await this.#options.registries.judgementsOn(uri);
      const textOf = (file: string) => this.#read.get(file)?.request.text ?? null;
      for (const one of standingJudgements(judgements, { addressOf, textOf })) found.set(one.id, one);
    }
    return [...found.values()];
  }

  async #source(uri: vscode.Uri, client: WorkerClient<Task, unknown>): Promise<ComparedSource | null> {
    const file = uri.toString();
    const request = await this.#options.corpus.digestRequest(uri, await standingSidecar(uri));
    if (!request) return null;
    const known = this.#read.get(file);
    if (known && sameValue(known.request, request)) return known.source;
    const made = (await client.ask(file, { digest: request })) as DigestText | null;
    if (!made) return null;
    const source = comparedSource(file, fileName(uri), readDigest(made));
    this.#read.set(file, { request, source });
    return source;
  }
}
