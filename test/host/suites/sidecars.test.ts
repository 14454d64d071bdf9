import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { parseSidecar } from '../../../src/core/sidecar/parseSidecar.ts';
import type { ArticleSession } from '../../../src/editor/articles/articleSession.ts';
import { decodeWaiting } from '../../../src/editor/sidecar/waitingDecisions.ts';
import {
  closeAll,
  entityRow,
  insert,
  open,
  readFile,
  rejectWhileRenamed,
  run,
  sidecarOf,
  stateOf,
  until,
  untilFile,
  writeFile,
} from '../helpers.ts';

const TEXT = 'Angela Merkel met Emmanuel Macron in Berlin.\n';
const HEAD = { format: 'dossier', version: 1, source: { sha256: '0'.repeat(64), offsets: 'utf-16; LF' } };

function hasEntity(session: ArticleSession, wanted: string): boolean {
  return [...session.store.annotations.entities.values()].some(({ name }) => name === wanted);
}

describe('the sidecar', () => {
  afterEach(closeAll);

  it('has what waited for it in a file of version 0.1.0', async () => {
    const extension = vscode.extensions.getExtension('dossier.dossier');
    assert.ok(extension);
    const file = vscode.Uri.joinPath(extension.extensionUri, 'test/fixtures/waiting/version-0.1.0.json');
    const waiting = decodeWaiting(await vscode.workspace.fs.readFile(file));
    const [before, now] = [waiting?.baseBytes, waiting?.sidecar].map((bytes) =>
      parseSidecar(new TextDecoder().decode(bytes ?? undefined)),
    );
    const names = (read: typeof now) =>
      read?.ok ? Object.values(read.value.entities ?? {}).map(({ name, state }) => `${name} ${state}`) : null;
    assert.equal(waiting?.base, '0a75f08c2269aac1c4612f05d0a85fcc2782d005565cbc43d568634d21151e04');
    assert.deepEqual([names(before), names(now)], [['Northport added'], ['Northport added', 'Anna Vale added']]);
  });

  for (const [name, content, reason] of [
    ['not JSON', '{ "format": "dossier", ', /line 1/],
    ['of a newer version', '{ "format": "dossier", "version": 99 }', /version 99/],
    ['with conflict markers', '<<<<<<< ours\n{}\n=======\n{}\n>>>>>>> theirs\n', /conflict/],
    ['something else', '[1, 2, 3]', /object/],
  ] as const) {
    it(`that is ${name} is reported in words and never overwritten`, async () => {
      const uri = await writeFile(`broken ${name}.txt`, TEXT);
      await writeFile(`broken ${name}.txt.dossier.json`, content);
      const session = await open(uri);
      assert.match(session.blocked ?? '', reason);
      const [problem] = vscode.languages.getDiagnostics(sidecarOf(uri)).filter(({ source }) => source === 'Dossier');
      assert.match(problem?.message ?? '', reason);
      await run('acceptAnnotation', await entityRow('Berlin'));
      await run('saveAnnotations');
      assert.equal(await readFile(sidecarOf(uri)), content);
      await vscode.commands.executeCommand('notifications.clearAll');
    });
  }

  it('that is not UTF-8 is reported and never overwritten', async () => {
    const bytes = new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]);
    const uri = await writeFile('bytes.txt', TEXT);
    await writeFile('bytes.txt.dossier.json', bytes);
    const session = await open(uri);
    assert.match(session.blocked ?? '', /UTF-8/);
    await run('saveAnnotations');
    assert.deepEqual(new Uint8Array(await vscode.workspace.fs.readFile(sidecarOf(uri))), bytes);
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  it('is taken when it is mended', async () => {
    const uri = await writeFile('mended.txt', TEXT);
    await writeFile('mended.txt.dossier.json', '{');
    const session = await open(uri);
    assert.ok(session.blocked);
    await writeFile('mended.txt.dossier.json', JSON.stringify(HEAD));
    await until(
      session.onDidChange,
      () => session.blocked === null && hasEntity(session, 'Berlin'),
      'the mended file is read',
    );
    await run('acceptAnnotation', await entityRow('Berlin'));
    await untilFile(sidecarOf(uri), (text) => text.includes('accepted'), 'the decision is saved');
  });

  it('that can no longer be read while decisions wait keeps them for when it is mended, and nothing is undone meanwhile', async () => {
    const uri = await writeFile('broken-later.txt', TEXT);
    const session = await open(uri);
    await run('acceptAnnotation', await entityRow('Berlin'));
    const whole = await untilFile(sidecarOf(uri), (text) => text.includes('accepted'), 'the first decision is saved');
    await insert(session, TEXT.length - 1, ' Today.');
    await run('acceptAnnotation', await entityRow('Angela Merkel'));
    await writeFile('broken-later.txt.dossier.json', '<<<<<<< ours\n');
    await session.document.save();
    await until(vscode.languages.onDidChangeDiagnostics, () => session.blocked !== null, 'the sidecar cannot be read');
    await run('undoAnnotation');
    assert.equal(stateOf(session, 'Angela Merkel'), 'accepted');
    await writeFile('broken-later.txt.dossier.json', whole);
    await until(session.onDidChange, () => session.blocked === null, 'the mended file is read');
    await untilFile(sidecarOf(uri), (text) => text.split('"accepted"').length > 3, 'what waited is saved');
    assert.deepEqual([stateOf(session, 'Angela Merkel'), stateOf(session, 'Berlin')], ['accepted', 'accepted']);
  });

  it('that is broken blocks nothing any more when it is moved away', async () => {
    const uri = await writeFile('moved-away.txt', TEXT);
    await writeFile('moved-away.txt.dossier.json', '{');
    const session = await open(uri);
    assert.ok(session.blocked);
    await vscode.workspace.fs.delete(sidecarOf(uri));
    await until(session.onDidChange, () => session.blocked === null && hasEntity(session, 'Berlin'), 'nothing blocks');
    await run('acceptAnnotation', await entityRow('Berlin'));
    await untilFile(sidecarOf(uri), (text) => text.includes('accepted'), 'the decision is saved');
  });

  it('takes its decisions along when somebody deletes it', async () => {
    const uri = await writeFile('deleted.txt', TEXT);
    await open(uri);
    await run('rejectAnnotation', await entityRow('Berlin'));
    await untilFile(sidecarOf(uri), (text) => text.includes('rejected'), 'the decision is saved');
    // Opened anew: the editor keeps a file that comes and goes at once to itself.
    await closeAll();
    const session = await open(uri);
    await vscode.workspace.fs.delete(sidecarOf(uri));
    const suggested = () =>
      [...session.store.annotations.entities.values()].some(
        ({ name, state }) => name === 'Berlin' && state === 'suggested',
      );
    await until(session.onDidChange, suggested, 'Berlin is a suggestion again');
  });

  it('goes along when the article is renamed', async () => {
    const uri = await writeFile('old-name.txt', TEXT);
    await open(uri);
    await run('rejectAnnotation', await entityRow('Berlin'));
    await untilFile(sidecarOf(uri), (text) => text.includes('rejected'), 'the decision is saved');
    const renamed = uri.with({ path: uri.path.replace('old-name', 'new-name') });
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(uri, renamed);
    assert.ok(await vscode.workspace.applyEdit(edit));
    await untilFile(sidecarOf(renamed), (text) => text.includes('rejected'), 'the sidecar has the new name');
    assert.equal(await readFile(sidecarOf(uri)), null);
    const session = await open(renamed);
    assert.ok(
      [...session.store.annotations.entities.values()].some(
        ({ name, state }) => name === 'Berlin' && state === 'rejected',
      ),
    );
  });

  it('has the decisions that were made while the article was renamed', async () => {
    const uri = await writeFile('while-old.txt', TEXT);
    const session = await open(uri);
    await run('acceptAnnotation', await entityRow('Berlin'));
    await untilFile(sidecarOf(uri), (text) => text.includes('"accepted"'), 'the first decision is saved');
    // The second one cannot be written to the sidecar before the article has its new name.
    await insert(session, TEXT.length - 1, ' Today.');
    const row = await entityRow('Emmanuel Macron');
    const renamed = uri.with({ path: uri.path.replace('while-old', 'while-new') });
    await rejectWhileRenamed(row, uri, renamed);
    await (await open(renamed)).document.save();
    await untilFile(
      sidecarOf(renamed),
      (text) => text.includes('"accepted"') && text.includes('"rejected"'),
      'both decisions have the new name',
    );
    assert.equal(await readFile(sidecarOf(uri)), null);
  });

  it('that somebody else wrote meanwhile is joined with the decisions made here', async () => {
    const uri = await writeFile('two-people.txt', TEXT);
    const session = await open(uri);
    await run('saveAnnotations');
    const saved = await untilFile(sidecarOf(uri), (text) => text.endsWith('}\n'), 'the sidecar is there');
    await insert(session, 0, 'Update. ');
    await run('acceptAnnotation', await entityRow('Berlin'));
    const file = JSON.parse(saved);
    file.entities.e_theirs = { type: 'person', name: 'Their Person', state: 'added', origin: 'person' };
    await writeFile('two-people.txt.dossier.json', JSON.stringify(file));
    await session.document.save();
    await untilFile(
      sidecarOf(uri),
      (text) => text.includes('Their Person') && text.includes('"accepted"'),
      'both are in the file',
    );
    assert.ok(hasEntity(session, 'Their Person') && hasEntity(session, 'Berlin'));
  });

  it('is written with the article when it was asked for while the article had unsaved edits', async () => {
    const uri = await writeFile('asked-early.txt', TEXT);
    const session = await open(uri);
    await insert(session, 0, 'Update. ');
    await run('saveAnnotations');
    assert.equal(await readFile(sidecarOf(uri)), null);
    await session.document.save();
    await untilFile(sidecarOf(uri), (text) => text.includes('Berlin'), 'the sidecar is there');
  });

  it('is made by Save Annotations, and a second save changes no byte', async () => {
    const uri = await writeFile('saved.txt', TEXT);
    await open(uri);
    await run('saveAnnotations');
    const first = await untilFile(sidecarOf(uri), (text) => text.endsWith('}\n'), 'the sidecar is there');
    await closeAll();
    await open(uri);
    await run('saveAnnotations');
    assert.equal(await readFile(sidecarOf(uri)), first);
  });

  it('keeps what it does not know', async () => {
    const uri = await writeFile('unknown.txt', TEXT);
    await writeFile(
      'unknown.txt.dossier.json',
      JSON.stringify({ ...HEAD, source: { ...HEAD.source, shelf: 'B 12' }, 'x-lab': { a: [1] } }),
    );
    await open(uri);
    await run('acceptAnnotation', await entityRow('Berlin'));
    const saved = JSON.parse(
      await untilFile(sidecarOf(uri), (text) => text.includes('accepted'), 'the decision is saved'),
    );
    assert.deepEqual([saved.source.shelf, saved['x-lab']], ['B 12', { a: [1] }]);
  });

  it('is checked and completed by its schema in the editor', async () => {
    const uri = await writeFile(
      'typed.txt.dossier.json',
      JSON.stringify({ ...HEAD, entities: { e_1: { type: 'person', name: 'X', state: 'perhaps', origin: 'x' } } }),
    );
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    assert.equal(document.languageId, 'json');
    const found = () =>
      vscode.languages.getDiagnostics(uri).some(({ message }) => /Value is not accepted/i.test(message));
    await until(vscode.languages.onDidChangeDiagnostics, found, 'the schema finds the wrong state');
  });
});
