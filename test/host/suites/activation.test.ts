import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import manifest from '../../../package.json';
import { api, closeAll } from '../helpers.ts';

describe('activation', () => {
  after(closeAll);

  it('does not happen before an article or a view asks for it', () => {
    const extension = vscode.extensions.getExtension('dossier.dossier');
    assert.ok(extension);
    // Nothing was opened yet: the workspace alone starts nothing.
    assert.equal(extension.isActive, false);
  });

  it('registers every command of the manifest', async () => {
    await api();
    const known = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      manifest.contributes.commands.map(({ command }) => command).filter((command) => !known.has(command)),
      [],
    );
  });

  it('leaves files alone that are no articles', async () => {
    const { session } = await api();
    const document = await vscode.workspace.openTextDocument({ language: 'json', content: '{"Paris": 1}' });
    await vscode.window.showTextDocument(document);
    assert.equal(session(document.uri), undefined);
  });
});
