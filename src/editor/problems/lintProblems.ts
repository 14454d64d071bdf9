import * as vscode from 'vscode';
import type { LintFinding, LintRule } from '../../core/lint/finding.ts';
import { lintAnnotations } from '../../core/lint/lintAnnotations.ts';
import { hull } from '../../core/text/span.ts';
import type { ArticleSession } from '../articles/articleSession.ts';
import type { Articles } from '../articles/articles.ts';
import { toRange } from '../articles/positions.ts';
import { onDidChangeSettings, readSetting } from '../config/settings.ts';
import type { LinkTarget } from '../hover/hoverProvider.ts';

const PAUSE = 500;

/** What mends each kind of finding: the words of the quick fix, and the command that is run with the record. */
const FIXES: Readonly<Record<LintRule, readonly (readonly [words: string, command: string])[]>> = {
  noSource: [['Set Who Says the Claim...', 'dossier.setClaimSource']],
  misspeltAlias: [
    ['Keep It as a Name', 'dossier.vouchForAlias'],
    ['Rename the Entity...', 'dossier.renameEntity'],
  ],
  noEvidence: [
    ['Add Evidence...', 'dossier.addEvidence'],
    ['Change the Verdict...', 'dossier.setVerdict'],
  ],
  otherFigure: [['Edit Claim Text...', 'dossier.editClaim']],
};

/** Says what a person may want to mend in what they decided on, with quick fixes; a setting turns it off. */
export class LintProblems implements vscode.CodeActionProvider, vscode.Disposable {
  readonly #articles: Articles;
  readonly #collection = vscode.languages.createDiagnosticCollection('dossier-lint');
  readonly #findings = new Map<string, readonly (readonly [vscode.Range, LintFinding])[]>();
  readonly #due = new Set<ArticleSession>();
  readonly #subscriptions: vscode.Disposable[];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(articles: Articles) {
    this.#articles = articles;
    this.#subscriptions = [
      articles.onDidChange((session) => this.#lintSoon([session])),
      articles.onDidClose(({ uri }) => {
        this.#findings.delete(uri.toString());
        this.#collection.delete(uri);
      }),
      onDidChangeSettings(() => this.#lintSoon(articles.all)),
      vscode.languages.registerCodeActionsProvider([{ language: 'plaintext' }, { language: 'markdown' }], this, {
        providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
      }),
    ];
  }

  provideCodeActions(document: vscode.TextDocument, range: vscode.Range): vscode.CodeAction[] {
    const here = (this.#findings.get(document.uri.toString()) ?? []).filter(([at]) => at.intersection(range));
    return here.flatMap(([at, { rule, record, alias, message }]) =>
      FIXES[rule].map(([words, command]) => {
        const target: LinkTarget = { uri: document.uri.toString(), ...record };
        const action = new vscode.CodeAction(words, vscode.CodeActionKind.QuickFix);
        action.command = { command, title: words, arguments: alias === undefined ? [target] : [target, alias] };
        action.diagnostics = [problemOf(at, message, rule)];
        return action;
      }),
    );
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#collection.dispose();
  }

  /** Nobody waits for these: they come when the hands rest. */
  #lintSoon(sessions: Iterable<ArticleSession>): void {
    for (const session of sessions) this.#due.add(session);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const due = [...this.#due];
      this.#due.clear();
      for (const session of due) if (this.#articles.all.includes(session)) this.#lint(session);
    }, PAUSE);
  }

  #lint(session: ArticleSession): void {
    const wanted = readSetting('lint.enabled', session.uri);
    const findings = (wanted ? lintAnnotations(session.index, session.text) : []).map(
      (finding) => [toRange(session.lines, hull(finding.spans)), finding] as const,
    );
    this.#findings.set(session.uri.toString(), findings);
    this.#collection.set(
      session.uri,
      findings.map(([range, { message, rule }]) => problemOf(range, message, rule)),
    );
  }
}

function problemOf(range: vscode.Range, message: string, rule: LintRule): vscode.Diagnostic {
  const problem = new vscode.Diagnostic(range, message, vscode.DiagnosticSeverity.Information);
  problem.source = 'Dossier';
  problem.code = rule;
  return problem;
}
