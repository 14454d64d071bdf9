import * as vscode from 'vscode';
import { shorten } from '../../core/store/edits/label.ts';
import { hull, type Span } from '../../core/text/span.ts';
import type { ArticleSession } from '../articles/articleSession.ts';
import type { Articles } from '../articles/articles.ts';
import { toRange } from '../articles/positions.ts';
import { onDidChangeSettings, readSetting } from '../config/settings.ts';
import type { LinkTarget } from '../hover/hoverProvider.ts';
import { type LostAnnotation, lostAnnotations } from './lostAnnotations.ts';

interface Shown {
  readonly problem: vscode.Diagnostic;
  readonly lost: LostAnnotation;
}

/** Says aloud which decided annotations lost their words, each with what a person can do about it; the setting of lint turns it off. */
export class OrphanProblems implements vscode.Disposable, vscode.CodeActionProvider {
  readonly #articles: Articles;
  readonly #collection = vscode.languages.createDiagnosticCollection('dossier-orphans');
  readonly #shown = new WeakMap<ArticleSession, { readonly key: string; readonly problems: readonly Shown[] }>();
  readonly #subscriptions: vscode.Disposable[];

  constructor(articles: Articles) {
    this.#articles = articles;
    this.#subscriptions = [
      articles.onDidChange((session) => this.#show(session)),
      articles.onDidClose(({ uri }) => this.#collection.delete(uri)),
      onDidChangeSettings(() => {
        for (const session of articles.all) this.#show(session);
      }),
      vscode.languages.registerCodeActionsProvider([{ language: 'plaintext' }, { language: 'markdown' }], this, {
        providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
      }),
    ];
  }

  provideCodeActions(document: vscode.TextDocument, range: vscode.Range): vscode.CodeAction[] {
    const session = this.#articles.get(document.uri);
    const shown = session && this.#shown.get(session)?.problems;
    if (!session || !shown) return [];
    return shown
      .filter(({ problem }) => problem.range.intersection(range))
      .flatMap(({ problem, lost }) => actionsFor(session, lost, problem));
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#collection.dispose();
  }

  #show(session: ArticleSession): void {
    const wanted = readSetting('lint.enabled', session.uri);
    const key = `${session.store.revision} ${session.phase} ${wanted}`;
    if (this.#shown.get(session)?.key === key) return;
    const lost = wanted ? lostAnnotations(session) : [];
    const problems = lost.map((one) => ({ lost: one, problem: problemOf(session, one) }));
    this.#shown.set(session, { key, problems });
    if (problems.length > 0 || this.#collection.has(session.uri)) {
      this.#collection.set(
        session.uri,
        problems.map(({ problem }) => problem),
      );
    }
  }
}

const WHAT: Readonly<Record<LostAnnotation['ref']['kind'], string>> = {
  mentions: 'a mention',
  claims: 'a claim',
  quotations: 'a quotation',
  notes: 'a note',
};

/** At the changed words, at the best place for lost ones, or at the top where there is none. */
function problemOf(session: ArticleSession, { ref, place, candidates }: LostAnnotation): vscode.Diagnostic {
  const what = WHAT[ref.kind];
  const at = place.spans.length > 0 ? hull(place.spans) : candidates[0];
  const message =
    place.anchor === 'changed'
      ? `The words “${place.exact}” of ${what} were changed here.`
      : `The words “${place.exact}” of ${what} are no longer in the text. The annotation is kept.${
          candidates.length > 0 ? ' This may be the place.' : ''
        }`;
  const range = at ? toRange(session.lines, at) : new vscode.Range(0, 0, 0, 0);
  const problem = new vscode.Diagnostic(range, message, vscode.DiagnosticSeverity.Information);
  problem.source = 'Dossier';
  return problem;
}

function actionsFor(
  session: ArticleSession,
  { ref, place, candidates }: LostAnnotation,
  problem: vscode.Diagnostic,
): vscode.CodeAction[] {
  const target: LinkTarget = { uri: session.uri.toString(), ...ref };
  const action = (title: string, command: string, ...more: unknown[]) => {
    const fix = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    fix.command = { command: `dossier.${command}`, title, arguments: [target, ...more] };
    fix.diagnostics = [problem];
    return fix;
  };
  const removal = action(`Remove “${shorten(place.exact)}”`, 'removeLostAnnotation');
  if (place.anchor === 'changed') {
    return [
      action('Accept the New Words', 'acceptAnnotation'),
      action('Keep without a Place', 'keepLostAnnotation'),
      removal,
    ];
  }
  return [
    ...candidates.map((span) => action(`Attach Here: ${inContext(session.text, span)}`, 'attachAnnotation', span)),
    action('Attach to the Selected Words', 'attachAnnotation', 'selection'),
    action('Keep without a Place', 'keepLostAnnotation'),
    removal,
  ];
}

/** Words with some of what stands around them, on one line. */
export function inContext(text: string, { start, end }: Span): string {
  const before = text.slice(Math.max(0, start - 24), start);
  const after = text.slice(end, end + 24);
  return `…${before}“${shorten(text.slice(start, end))}”${after}…`.replace(/\s+/g, ' ');
}
