import * as vscode from 'vscode';
import { activateDossier, type DossierApi } from './editor/activate.ts';
import { webTransport } from './worker/webTransport.ts';

let running: DossierApi | undefined;

export function activate(context: vscode.ExtensionContext): DossierApi {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist/web/worker.js');
  running = activateDossier(context, {
    startWorker: webTransport(async () => vscode.workspace.fs.readFile(script)),
  });
  return running;
}

/** The editor waits for this before it ends: the last decision is written. */
export async function deactivate(): Promise<void> {
  await running?.flush();
}
