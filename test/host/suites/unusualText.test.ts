import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { setPrivateNote } from '../../../src/core/store/edits/noteEdits.ts';
import {
  analyzed,
  api,
  claimRows,
  closeAll,
  entityRow,
  folder,
  insert,
  open,
  readFile,
  run,
  show,
  sidecarOf,
  until,
  untilFile,
  writeFile,
} from '../helpers.ts';

describe('unusual text', () => {
  afterEach(closeAll);

  it('empty: nothing found, nothing wrong', async () => {
    const session = await open(await writeFile('empty.txt', ''));
    assert.equal(session.store.annotations.entities.size, 0);
    assert.deepEqual((await api()).rows('entities'), []);
  });

  for (const [name, text] of [
    ['emoji', '😀🎉 Angela Merkel 👩‍👩‍👧 visited Berlin 🇩🇪.\n'],
    ['right to left', 'قال الرئيس: «السلام». Angela Merkel visited Berlin.\n'],
    ['combining marks', 'Ange\u0301lique Kidjo came. Angela Merkel visited Berlin.\n'],
  ] as const) {
    it(`${name}: marks stand on their words`, async () => {
      const session = await open(await writeFile(`text ${name}.txt`, text));
      await entityRow('Angela Merkel');
      for (const { place } of session.store.annotations.mentions.values()) {
        assert.equal(place.spans.map(({ start, end }) => text.slice(start, end)).join(' … '), place.exact);
      }
    });
  }

  it('not UTF-8: opens without harm', async () => {
    const session = await open(
      await writeFile('latin.txt', new Uint8Array([0x4d, 0xfc, 0x6e, 0x63, 0x68, 0x65, 0x6e, 0x20, 0xff, 0x0a])),
    );
    assert.equal(session.phase, 'ready');
  });

  it('untitled: decisions wait for the file', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'plaintext',
      content: 'Angela Merkel visited Berlin.\n',
    });
    const session = await show(document);
    await run('acceptAnnotation', await entityRow('Berlin'));
    const { record } = await entityRow('Angela Merkel');
    assert.ok(record);
    session.store.apply(setPrivateNote(session.store, record, 'ask her office', {}));
    await run('saveAnnotations');
    await insert(session, 0, 'Yesterday ');
    await (await api()).flush();
    const uri = await writeFile('was-untitled.txt', document.getText());
    assert.equal(await readFile(sidecarOf(uri)), null);
    const saved = await open(uri);
    await analyzed(saved);
    await untilFile(sidecarOf(uri), (text) => text.includes('accepted'), 'the decisions came along');
    await until(saved.onDidChange, () => saved.privateNotes.size === 1, 'the private note came along');
  });

  it('Markdown is an article, a README is not', async () => {
    const { session } = await api();
    await open(await writeFile('note.md', '# Visit\n\nAngela Merkel visited Berlin.\n'));
    await entityRow('Angela Merkel');
    const readme = await vscode.workspace.openTextDocument(
      await writeFile('README.md', 'Angela Merkel visited Berlin.\n'),
    );
    await vscode.window.showTextDocument(readme);
    assert.equal(session(readme.uri), undefined);
  });

  it('in another folder of the workspace works the same', async () => {
    const second = vscode.workspace.workspaceFolders?.[1]?.uri ?? folder();
    const uri = vscode.Uri.joinPath(second, 'elsewhere.txt');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('Angela Merkel said Berlin is safe.\n'));
    await open(uri);
    await run('acceptAnnotation', (await claimRows())[0]);
    await untilFile(sidecarOf(uri), (text) => text.includes('accepted'), 'the decision is saved there');
  });
});
