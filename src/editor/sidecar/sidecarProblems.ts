import * as vscode from 'vscode';
import type { SidecarProblem } from '../../core/sidecar/parseSidecar.ts';
import { fileName } from '../articles/fileName.ts';
import { offer } from '../messages.ts';

const MERGE = 'Merge by Meaning';

/** Says in words why sidecars cannot be read: in the Problems view, and once in a message. */
export class SidecarProblems implements vscode.Disposable, vscode.CodeActionProvider {
  readonly #collection = vscode.languages.createDiagnosticCollection('dossier-sidecars');
  readonly #actions = vscode.languages.registerCodeActionsProvider({ pattern: '**/*.dossier.json' }, this);

  /** @returns the whole sentence, for whoever wants to decide on something meanwhile. */
  report(uri: vscode.Uri, { kind, message, line = 1, column = 1 }: SidecarProblem): string {
    const name = fileName(uri);
    const whole = `${name} cannot be read, and Dossier will not write over it. ${message} Mend the file, or move it away.`;
    const start = new vscode.Position(Math.max(0, line - 1), Math.max(0, column - 1));
    const problem = new vscode.Diagnostic(new vscode.Range(start, start), message, vscode.DiagnosticSeverity.Error);
    problem.source = 'Dossier';
    problem.code = kind;
    this.#collection.set(uri, [problem]);
    if (kind === 'conflict') {
      const merge = () => vscode.commands.executeCommand('dossier.mergeSidecar', uri.toString());
      offer('error', `${whole} Or let Dossier join the two sides record by record.`, MERGE, merge);
      return whole;
    }
    offer('error', whole, 'Open Sidecar', () => vscode.window.showTextDocument(uri, { selection: problem.range }));
    return whole;
  }

  provideCodeActions({ uri }: vscode.TextDocument): vscode.CodeAction[] {
    const conflicts = this.#collection.get(uri)?.filter(({ code }) => code === 'conflict') ?? [];
    return conflicts.map((problem) => {
      const action = new vscode.CodeAction(MERGE, vscode.CodeActionKind.QuickFix);
      action.command = { command: 'dossier.mergeSidecar', title: MERGE, arguments: [uri.toString()] };
      action.diagnostics = [problem];
      return action;
    });
  }

  clear(uri: vscode.Uri): void {
    this.#collection.delete(uri);
  }

  dispose(): void {
    this.#actions.dispose();
    this.#collection.dispose();
  }
}
