import * as vscode from 'vscode';
import { judgementWords } from '../../core/corpus/judgements/overrule.ts';
import type { OtherPassage, Reading } from '../../core/present/readings.ts';
import { shortLine } from '../../core/present/short.ts';
import { LineIndex } from '../../core/text/lines.ts';
import type { ArticleSession } from '../articles/articleSession.ts';
import type { Articles } from '../articles/articles.ts';
import { fileName } from '../articles/fileName.ts';
import { toRange } from '../articles/positions.ts';
import type { AcrossSources } from './acrossSources.ts';
import { type PassagePair, pairOf } from './passage.ts';

interface Shown {
  readonly problem: vscode.Diagnostic;
  /** The quick fixes: a title, and the command with what it is given. */
  readonly fixes: readonly (readonly [title: string, command: string, ...given: unknown[]])[];
}

/** Shows where another source contradicts an open article, with quick fixes that say what a person thinks of it. */
export class ContradictionProblems implements vscode.Disposable, vscode.CodeActionProvider {
  readonly #articles: Articles;
  readonly #across: AcrossSources;
  readonly #collection = vscode.languages.createDiagnosticCollection('dossier-contradictions');
  readonly #shown = new Map<string, readonly Shown[]>();
  readonly #subscriptions: vscode.Disposable[];

  constructor(articles: Articles, across: AcrossSources) {
    this.#articles = articles;
    this.#across = across;
    this.#subscriptions = [
      this.#collection,
      across.onDidChange((session) => this.#show(session)),
      articles.onDidClose(({ uri }) => {
        this.#shown.delete(uri.toString());
        this.#collection.delete(uri);
      }),
      vscode.languages.registerCodeActionsProvider([{ language: 'plaintext' }, { language: 'markdown' }], this, {
        providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
      }),
    ];
  }

  provideCodeActions(document: vscode.TextDocument, range: vscode.Range): vscode.CodeAction[] {
    if (!this.#articles.get(document.uri)) return [];
    const here = this.#shown.get(document.uri.toString())?.filter(({ problem }) => problem.range.intersection(range));
    return (here ?? []).flatMap(({ problem, fixes }) =>
      fixes.map(([title, command, ...given]) => {
        const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
        action.command = { command, title, arguments: given };
        action.diagnostics = [problem];
        return action;
      }),
    );
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #show(session: ArticleSession): void {
    const found = this.#across
      .contradictions(session)
      .flatMap((reading) =>
        reading.others
          .filter(({ relation }) => relation === 'contradiction')
          .map((other) => this.#contradiction(session, reading, other)),
      );
    const shown = [...found, ...this.#lost(session)];
    if (shown.length === 0 && !this.#collection.has(session.uri)) return;
    this.#shown.set(session.uri.toString(), shown);
    this.#collection.set(
      session.uri,
      shown.map(({ problem }) => problem),
    );
  }

  #contradiction(session: ArticleSession, reading: Reading, other: OtherPassage): Shown {
    const uri = vscode.Uri.parse(other.article.uri);
    const text = this.#across.text(session, other.article.uri);
    const words = shortLine(text?.slice(other.statement.start, other.statement.end) ?? other.statement.words);
    const question = reading.statement.question || other.statement.question;
    const problem = problemOf(
      toRange(session.lines, reading),
      `${fileName(uri)} says otherwise${question ? ` (${question})` : ''}: “${words}”. ${shortLine(other.reason)}`,
      'contradiction',
    );
    if (text !== null) {
      const at = new vscode.Location(uri, toRange(new LineIndex(text), other.statement));
      const sentence = shortLine(text.slice(other.statement.sentence.start, other.statement.sentence.end));
      problem.relatedInformation = [new vscode.DiagnosticRelatedInformation(at, sentence)];
    }
    const pair: PassagePair = pairOf(session, reading, other);
    const judge = (title: string, is: string) => [title, 'dossier.judgePassages', pair, is] as const;
    return {
      problem,
      fixes: [
        judge('Same', 'same'),
        judge('Explained by...', 'explained'),
        judge('Contradiction', 'contradiction'),
        judge('Not Comparable', 'not comparable'),
        ['Compare Passages', 'dossier.comparePassages', pair],
      ],
    };
  }

  /** Judgements are never dropped because a text changed: a person is told, and may let them go. */
  #lost(session: ArticleSession): Shown[] {
    return this.#across.lost(session).map(({ id, judgement, passages }) => {
      const side = passages.findIndex(({ uri, span }) => uri === session.uri.toString() && !span);
      const words = shortLine(judgement.passages[side]?.selector.quote.exact ?? '');
      const problem = problemOf(
        new vscode.Range(0, 0, 0, 0),
        `The words “${words}” are gone, on which a judgement stands (${shortLine(judgementWords(judgement))}). It is kept.`,
        'lostJudgement',
      );
      return { problem, fixes: [['Remove the Judgement', 'dossier.removeJudgement', session.uri.toString(), id]] };
    });
  }
}

function problemOf(range: vscode.Range, message: string, code: string): vscode.Diagnostic {
  const problem = new vscode.Diagnostic(range, message, vscode.DiagnosticSeverity.Information);
  problem.source = 'Dossier';
  problem.code = code;
  return problem;
}
