import type * as vscode from 'vscode';
import { activateDossier, type DossierApi } from './editor/activate.ts';
import { fileStamp, writeFileAtomic } from './node/atomicFile.ts';
import { readInThread } from './node/readInThread.ts';
import { nodeTransport } from './worker/nodeTransport.ts';

let running: DossierApi | undefined;

export function activate(context: vscode.ExtensionContext): DossierApi {
  running = activateDossier(context, {
    startWorker: nodeTransport(context.asAbsolutePath('dist/worker.js')),
    readOriginal: readInThread(context.asAbsolutePath('dist/import.js')),
    files: { replace: writeFileAtomic, stamp: fileStamp },
  });
  return running;
}

/** The editor waits for this before it ends: the last decision is written. */
export async function deactivate(): Promise<void> {
  await running?.flush();
}
