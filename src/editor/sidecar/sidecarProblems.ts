import * as vscode from 'vscode';
import type { SidecarProblem } from '../../core/sidecar/parseSidecar.ts';
import { offer } from '../messages.ts';

/** Says in words why sidecars cannot be read: in the Problems view, and once in a message. */
export class SidecarProblems implements vscode.Disposable {
  readonly #collection = vscode.languages.createDiagnosticCollection('dossier-sidecars');

  /** @returns the whole sentence, for whoever wants to decide on something meanwhile. */
  report(uri: vscode.Uri, { message, line = 1, column = 1 }: SidecarProblem): string {
    const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
    const whole = `${name} cannot be read, and Dossier will not write over it. ${message} Mend the file, or move it away.`;
    const start = new vscode.Position(Math.max(0, line - 1), Math.max(0, column - 1));
    const problem = new vscode.Diagnostic(new vscode.Range(start, start), message, vscode.DiagnosticSeverity.Error);
    problem.source = 'Dossier';
    this.#collection.set(uri, [problem]);
    offer('error', whole, 'Open Sidecar', () => vscode.window.showTextDocument(uri, { selection: problem.range }));
    return whole;
  }

  clear(uri: vscode.Uri): void {
    this.#collection.delete(uri);
  }

  dispose(): void {
    this.#collection.dispose();
  }
}
