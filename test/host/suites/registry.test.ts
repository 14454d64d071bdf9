import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { NamedEntity } from '../../../src/core/corpus/identities/identity.ts';
import { judgeIdentity } from '../../../src/core/corpus/identities/judgeIdentity.ts';
import { FolderRegistry } from '../../../src/editor/registry/folderRegistry.ts';
import { folder, readFile, writeFile } from '../helpers.ts';

const AID: NamedEntity = { type: 'organization', name: 'Red Aid' };
const RELIEF: NamedEntity = { type: 'organization', name: 'Harbour Relief' };
const FUND: NamedEntity = { type: 'organization', name: 'North Fund' };
const PLACE = vscode.Uri.joinPath(folder(), 'registry folder');
const host = {
  startWorker: () => assert.fail('no worker is needed'),
  readOriginal: () => assert.fail('no file is imported'),
};

const same = (registry: FolderRegistry, kept: NamedEntity, other: NamedEntity) =>
  registry.act(`“${other.name}” is “${kept.name}”`, (now) =>
    judgeIdentity(now, { kept, other, is: 'same', stamp: {} }),
  );

describe('acts on the registry', () => {
  let window: FolderRegistry;
  /** A registry as the next window has it. */
  async function reload(): Promise<void> {
    await window.flush();
    window.dispose();
    window = new FolderRegistry({ folder: PLACE, storage: vscode.Uri.joinPath(PLACE, 'storage'), host });
    await window.settled();
  }
  const others = () => window.identities.map(({ entities: [, other] }) => other.name).sort();

  before(() => {
    window = new FolderRegistry({ folder: PLACE, storage: vscode.Uri.joinPath(PLACE, 'storage'), host });
  });
  after(async () => {
    await window.flush();
    window.dispose();
    await vscode.workspace.fs.delete(PLACE, { recursive: true });
  });

  it('are undone and done again after a reload, and the file follows', async () => {
    same(window, AID, RELIEF);
    same(window, AID, FUND);
    await reload();
    assert.deepEqual(others(), ['Harbour Relief', 'North Fund']);
    assert.equal((await window.undo())?.label, '“North Fund” is “Red Aid”');
    await reload();
    assert.deepEqual(others(), ['Harbour Relief']);
    assert.deepEqual(await window.undo(), { label: '“Harbour Relief” is “Red Aid”', changed: 1, left: 0 });
    assert.equal(await window.undo(), null);
    await reload();
    assert.deepEqual(others(), []);
    await window.redo();
    await window.redo();
    assert.equal(await window.redo(), null);
    await reload();
    assert.deepEqual(others(), ['Harbour Relief', 'North Fund']);
    assert.match((await readFile(window.uri)) ?? '', /"North Fund"/);
  });

  it('leave what others wrote to the file meanwhile, and say so', async () => {
    await window.flush();
    const text = (await readFile(window.uri)) ?? '';
    // The decision on the fund was turned around by somebody else.
    const [head, tail] = text.split('"North Fund"') as [string, string];
    await writeFile(
      'registry folder/.dossier/registry.json',
      `${head}"North Fund"${tail.replace('"is": "same"', '"is": "different"')}`,
    );
    await reload();
    assert.deepEqual(await window.undo(), { label: '“North Fund” is “Red Aid”', changed: 0, left: 1 });
    assert.deepEqual(await window.undo(), { label: '“Harbour Relief” is “Red Aid”', changed: 1, left: 0 });
    await window.flush();
    const file = (await readFile(window.uri)) ?? '';
    assert.match(file, /"is": "different"/);
    assert.doesNotMatch(file, /Harbour Relief/);
  });
});
