import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import manifest from '../../../package.json';
import { api, closeAll, writeFile } from '../helpers.ts';

describe('activation', () => {
  after(closeAll);

  it('does not happen before an article or a view asks for it', () => {
    const extension = vscode.extensions.getExtension('dossier.dossier');
    assert.ok(extension);
    // The workspace alone starts nothing; some releases of the editor open a plain text document of their own.
    const text = vscode.workspace.textDocuments.filter(({ languageId }) => languageId === 'plaintext');
    assert.equal(extension.isActive, text.length > 0, text.map(({ uri }) => uri.toString()).join());
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
    const document = await vscode.workspace.openTextDocument(await writeFile('data.json', '{"Paris": 1}'));
    await vscode.window.showTextDocument(document);
    assert.equal(session(document.uri), undefined);
  });
});
