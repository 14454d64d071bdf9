import * as vscode from 'vscode';
import type { ConflictSide, RecordRef } from '../../core/model/records.ts';
import { conflictsOf, conflictWords, type ShownConflict } from '../../core/present/conflicts.ts';
import { oneLine } from '../../core/present/valueWords.ts';
import type { ArticleSession } from '../articles/articleSession.ts';
import type { Articles } from '../articles/articles.ts';
import { toRange } from '../articles/positions.ts';

/** What a quick fix hands to `dossier.settleConflict`. */
export interface ConflictTarget {
  readonly uri: string;
  /** Null for what the sidecar says of the article itself. */
  readonly record: RecordRef | null;
  readonly at: number;
  readonly take: 'ours' | 'theirs' | 'neither';
}

interface ConflictProblem {
  readonly problem: vscode.Diagnostic;
  readonly shown: ShownConflict;
}

/** What a side of a conflict is called: by its author, else by where it was. */
export function sideName({ by }: ConflictSide, label: 'ours' | 'theirs'): string {
  if (by) return `${oneLine(by)}'s`;
  return label === 'ours' ? 'Ours' : 'Theirs';
}

/** Shows the conflicts that a merge kept where their records stand, with quick fixes to settle them. */
export class ConflictProblems implements vscode.Disposable, vscode.CodeActionProvider {
  readonly #articles: Articles;
  readonly #collection = vscode.languages.createDiagnosticCollection('dossier-conflicts');
  readonly #shown = new Map<string, readonly ConflictProblem[]>();
  readonly #subscriptions: vscode.Disposable[];

  constructor(articles: Articles) {
    this.#articles = articles;
    this.#subscriptions = [
      articles.onDidChange((session) => {
        // Between a keystroke and its analysis the problems move with the text.
        if (session.phase !== 'analyzing') this.#show(session);
      }),
      articles.onDidClose(({ uri }) => {
        this.#shown.delete(uri.toString());
        this.#collection.delete(uri);
      }),
    ];
  }

  provideCodeActions(document: vscode.TextDocument, range: vscode.Range): vscode.CodeAction[] {
    const session = this.#articles.get(document.uri);
    const here = this.#shown.get(document.uri.toString())?.filter(({ problem }) => problem.range.intersection(range));
    return session && here ? here.flatMap((one) => fixes(session, one)) : [];
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#collection.dispose();
  }

  #show(session: ArticleSession): void {
    const { store } = session;
    const problems = conflictsOf(store).map((shown): ConflictProblem => {
      const range = shown.span ? toRange(session.lines, shown.span) : new vscode.Range(0, 0, 0, 0);
      const message = `Two people disagree on the ${conflictWords(store.annotations, shown.conflict)}`;
      const problem = new vscode.Diagnostic(range, message, vscode.DiagnosticSeverity.Information);
      problem.source = 'Dossier';
      return { problem, shown };
    });
    if (problems.length === 0 && !this.#collection.has(session.uri)) return;
    this.#shown.set(session.uri.toString(), problems);
    this.#collection.set(
      session.uri,
      problems.map(({ problem }) => problem),
    );
  }
}

function fixes(session: ArticleSession, { problem, shown }: ConflictProblem): vscode.CodeAction[] {
  const { record, at, conflict } = shown;
  const fix = (title: string, take: ConflictTarget['take']) => {
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    const target: ConflictTarget = { uri: session.uri.toString(), record, at, take };
    action.command = { command: 'dossier.settleConflict', title, arguments: [target] };
    action.diagnostics = [problem];
    return action;
  };
  return [
    fix(`Take ${sideName(conflict.ours, 'ours')}`, 'ours'),
    fix(`Take ${sideName(conflict.theirs, 'theirs')}`, 'theirs'),
    fix('Keep as It Is', 'neither'),
  ];
}
