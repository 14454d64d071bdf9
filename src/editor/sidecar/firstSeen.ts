import * as vscode from 'vscode';
import type { ArticleSession } from '../articles/articleSession.ts';
import { fileName } from '../articles/fileName.ts';
import type { Snapshots } from './snapshots.ts';

const SCHEME = 'dossier-first-seen';

/** Shows articles as they were when they were first seen. */
export class FirstSeen implements vscode.Disposable {
  readonly #snapshots: Snapshots;
  readonly #registration: vscode.Disposable;

  constructor(snapshots: Snapshots) {
    this.#snapshots = snapshots;
    this.#registration = vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      provideTextDocumentContent: ({ query }) => snapshots.read(query),
    });
  }

  /** Opens the article beside its first text, or says why not. */
  async compare({ uri, firstSeenHash }: ArticleSession): Promise<void> {
    if (firstSeenHash === null) {
      void vscode.window.showInformationMessage('This article has not changed since it was first seen.');
      return;
    }
    if ((await this.#snapshots.read(firstSeenHash)) === null) {
      void vscode.window.showInformationMessage('The text of this article as first seen is not on this machine.');
      return;
    }
    const name = fileName(uri);
    const first = uri.with({ scheme: SCHEME, query: firstSeenHash, fragment: '' });
    await vscode.commands.executeCommand('vscode.diff', first, uri, `${name} (as first seen ↔ now)`);
  }

  dispose(): void {
    this.#registration.dispose();
  }
}
