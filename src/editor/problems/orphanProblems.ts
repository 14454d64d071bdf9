import * as vscode from 'vscode';
import { placeOf } from '../../core/model/recordSpans.ts';
import { recordsOf } from '../../core/store/recordTable.ts';
import type { ArticleSession } from '../articles/articleSession.ts';
import type { Articles } from '../articles/articles.ts';

/** Says aloud which decided annotations lost their words. */
export class OrphanProblems implements vscode.Disposable {
  readonly #collection = vscode.languages.createDiagnosticCollection('dossier-orphans');
  readonly #subscriptions: vscode.Disposable[];

  constructor(articles: Articles) {
    this.#subscriptions = [
      articles.onDidChange((session) => this.#show(session)),
      articles.onDidClose(({ uri }) => this.#collection.delete(uri)),
    ];
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#collection.dispose();
  }

  #show(session: ArticleSession): void {
    const problems = session.index.orphans.flatMap(({ kind, id }) => {
      const record = recordsOf(session.store.annotations, kind).get(id);
      const place = record && placeOf(record);
      if (!place) return [];
      const message = `The words “${place.exact}” of ${kind === 'claims' ? 'a claim' : 'a mention'} are no longer in the text. The annotation is kept.`;
      const problem = new vscode.Diagnostic(
        new vscode.Range(0, 0, 0, 0),
        message,
        vscode.DiagnosticSeverity.Information,
      );
      problem.source = 'Dossier';
      return problem;
    });
    if (problems.length > 0 || this.#collection.has(session.uri)) this.#collection.set(session.uri, problems);
  }
}
