import * as vscode from 'vscode';
import { loadModels } from './core/extract/modelFiles.ts';
import { activateDossier, type DossierApi } from './editor/activate.ts';
import { readInWebWorker } from './worker/readInWebWorker.ts';
import { webTransport } from './worker/webTransport.ts';

let running: DossierApi | undefined;

export function activate(context: vscode.ExtensionContext): DossierApi {
  const read = async (file: string) =>
    vscode.workspace.fs.readFile(vscode.Uri.joinPath(context.extensionUri, 'dist', file));
  running = activateDossier(context, {
    startWorker: webTransport({
      readScript: () => read('web/worker.js'),
      readModels: () => loadModels((file) => read(`models/${file}`)),
    }),
    readOriginal: readInWebWorker(() => read('web/import.js')),
  });
  return running;
}

/** The editor waits for this before it ends: the last decision is written. */
export async function deactivate(): Promise<void> {
  await running?.flush();
}
