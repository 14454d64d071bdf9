import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { accept } from '../../../src/core/store/edits/decide.ts';
import {
  api,
  close,
  closeAll,
  entityRow,
  folder,
  insert,
  open,
  openAgain,
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

/** Two decisions, of which the second is taken back; all is saved, and the article is closed. */
async function decideAndClose(uri: vscode.Uri): Promise<void> {
  const session = await open(uri);
  await run('acceptAnnotation', await entityRow('Berlin'));
  await run('rejectAnnotation', await entityRow('Emmanuel Macron'));
  await run('undoAnnotation');
  await untilFile(
    sidecarOf(uri),
    (text) => text.includes('"accepted"') && !text.includes('"rejected"'),
    'the first decision alone is saved',
  );
  await close(session);
}

describe('undo', () => {
  afterEach(closeAll);

  it('and redo go on where they were when the article is opened again, and the sidecar follows', async () => {
    const uri = await writeFile('undo-later.txt', TEXT);
    await decideAndClose(uri);
    const session = await openAgain(uri);
    await run('redoAnnotation');
    assert.equal(stateOf(session, 'Emmanuel Macron'), 'rejected');
    await untilFile(sidecarOf(uri), (text) => text.includes('"rejected"'), 'what was done again is saved');
    await run('undoAnnotation');
    await run('undoAnnotation');
    assert.deepEqual([stateOf(session, 'Emmanuel Macron'), stateOf(session, 'Berlin')], ['suggested', 'suggested']);
    assert.equal(session.store.canUndo, false);
    await untilFile(
      sidecarOf(uri),
      (text) => !text.includes('"rejected"') && !text.includes('"accepted"'),
      'the sidecar has no decision any more',
    );
  });

  it('takes back thousands of decisions that were made at once when the article is opened again', async () => {
    const line = (_: unknown, n: number) => `${n} Angela Merkel met Emmanuel Macron in Berlin, officials said.\n`;
    const uri = await writeFile('undo-batch.txt', Array.from({ length: 1000 }, line).join(''));
    const first = await open(uri);
    const mentions = [...first.store.annotations.mentions.keys()].map((id) => ({ kind: 'mentions', id }) as const);
    assert.ok(mentions.length > 2500, `only ${mentions.length} mentions`);
    const count = ({ store }: typeof first) =>
      [...store.annotations.mentions.values()].filter(({ state }) => state === 'accepted').length;
    // Not by the command, which asks before it decides on many.
    first.store.apply(accept(first.store, mentions, {}));
    await (await api()).flush();
    await close(first);
    const second = await openAgain(uri);
    assert.equal(count(second), mentions.length);
    await run('undoAnnotation');
    assert.deepEqual([count(second), second.store.canUndo], [0, false]);
    await (await api()).flush();
    await close(second);
    const third = await openAgain(uri);
    await run('redoAnnotation');
    assert.equal(count(third), mentions.length);
  });

  it('goes along when the article is renamed', async () => {
    const uri = await writeFile('undo-old-name.txt', TEXT);
    await decideAndClose(uri);
    const renamed = uri.with({ path: uri.path.replace('old-name', 'new-name') });
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(uri, renamed);
    assert.ok(await vscode.workspace.applyEdit(edit));
    await untilFile(sidecarOf(renamed), (text) => text.includes('"accepted"'), 'the sidecar has the new name');
    const session = await open(renamed);
    await run('undoAnnotation');
    assert.equal(stateOf(session, 'Berlin'), 'suggested');
  });

  it('takes back a decision that was made while the article was renamed', async () => {
    const uri = await writeFile('undo-while-old.txt', TEXT);
    await decideAndClose(uri);
    const waiting = await openAgain(uri);
    await insert(waiting, TEXT.length - 1, ' Today.');
    const row = await entityRow('Angela Merkel');
    const renamed = uri.with({ path: uri.path.replace('while-old', 'while-new') });
    await rejectWhileRenamed(row, uri, renamed);
    const session = await open(renamed);
    await until(session.onDidChange, () => stateOf(session, 'Angela Merkel') === 'rejected', 'the decision is here');
    await run('undoAnnotation');
    assert.deepEqual([stateOf(session, 'Angela Merkel'), stateOf(session, 'Berlin')], ['suggested', 'accepted']);
    await run('undoAnnotation');
    assert.equal(stateOf(session, 'Berlin'), 'suggested');
    await run('redoAnnotation');
    await session.document.save();
    await untilFile(sidecarOf(renamed), (json) => json.includes('"accepted"'), 'what was done again is saved');
    assert.equal(await readFile(sidecarOf(uri)), null);
  });

  it('and the decisions that wait go along when the folder of the article is renamed', async () => {
    const uri = await writeFile('undo-old-folder/in it/article.txt', TEXT);
    await decideAndClose(uri);
    const waiting = await openAgain(uri);
    await insert(waiting, TEXT.length - 1, ' Today.');
    await run('rejectAnnotation', await entityRow('Angela Merkel'));
    const [from, to] = ['undo-old-folder', 'undo-new-folder'].map((name) => vscode.Uri.joinPath(folder(), name));
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(from as vscode.Uri, to as vscode.Uri);
    assert.ok(await vscode.workspace.applyEdit(edit));
    const session = await open(uri.with({ path: uri.path.replace('old-folder', 'new-folder') }));
    assert.deepEqual([stateOf(session, 'Angela Merkel'), stateOf(session, 'Berlin')], ['rejected', 'accepted']);
    await session.document.save();
    await untilFile(sidecarOf(session.uri), (json) => json.includes('"rejected"'), 'what waited is saved');
    await (await api()).flush();
    assert.equal(await readFile(sidecarOf(uri)), null);
    await run('undoAnnotation');
    await run('undoAnnotation');
    assert.deepEqual([stateOf(session, 'Angela Merkel'), stateOf(session, 'Berlin')], ['suggested', 'suggested']);
    await closeAll();
    // Another article of the old name is not decided on.
    const other = await open(await writeFile('undo-old-folder/in it/article.txt', TEXT));
    assert.deepEqual([stateOf(other, 'Angela Merkel'), other.store.canUndo], ['suggested', false]);
  });

  it('says that it cannot take back what somebody else changed while the article was closed, and does the rest', async () => {
    const uri = await writeFile('undo-closed.txt', TEXT);
    await decideAndClose(uri);
    const saved = await readFile(sidecarOf(uri));
    await writeFile('undo-closed.txt.dossier.json', `${saved}`.replace('"name": "Berlin"', '"name": "Bonn"'));
    const session = await openAgain(uri);
    assert.equal(stateOf(session, 'Bonn'), 'accepted');
    assert.deepEqual([session.store.canUndo, session.store.lostUndo?.label], [false, 'Accept entity "Berlin"']);
    await run('redoAnnotation');
    assert.equal(stateOf(session, 'Emmanuel Macron'), 'rejected');
  });

  it('says that it cannot take back what somebody else changed while the article is open', async () => {
    const uri = await writeFile('undo-open.txt', TEXT);
    await decideAndClose(uri);
    const session = await openAgain(uri);
    assert.ok(session.store.canUndo);
    const saved = await readFile(sidecarOf(uri));
    await writeFile('undo-open.txt.dossier.json', `${saved}`.replace('"name": "Berlin"', '"name": "Bonn"'));
    await until(session.onDidChange, () => stateOf(session, 'Bonn') === 'accepted', 'the new sidecar is read');
    assert.deepEqual([session.store.canUndo, session.store.lostUndo?.label], [false, 'Accept entity "Berlin"']);
    await run('undoAnnotation');
    assert.equal(stateOf(session, 'Bonn'), 'accepted');
    assert.match(session.store.redoLabel ?? '', /Macron/);
  });

  it('takes back the own decision alone when somebody else decided on something else meanwhile', async () => {
    const uri = await writeFile('undo-joined.txt', TEXT);
    await decideAndClose(uri);
    const session = await openAgain(uri);
    const theirs = `${await readFile(sidecarOf(uri))}`.replace(
      '"name": "Emmanuel Macron",\n      "state": "suggested"',
      '"name": "E. Macron",\n      "state": "edited"',
    );
    await writeFile('undo-joined.txt.dossier.json', theirs);
    await until(session.onDidChange, () => stateOf(session, 'E. Macron') === 'edited', 'the new sidecar is read');
    await run('undoAnnotation');
    assert.deepEqual([stateOf(session, 'Berlin'), stateOf(session, 'E. Macron')], ['suggested', 'edited']);
    // The same where decisions wait while the article has unsaved edits, and both are joined by the save.
    await insert(session, TEXT.length - 1, ' Today.');
    await run('rejectAnnotation', await entityRow('Berlin'));
    await writeFile('undo-joined.txt.dossier.json', theirs.replace('"E. Macron"', '"Em. Macron"'));
    await session.document.save();
    await untilFile(
      sidecarOf(uri),
      (text) => text.includes('"Em. Macron"') && text.includes('"rejected"'),
      'both decisions are saved',
    );
    await run('undoAnnotation');
    assert.notEqual(stateOf(session, 'Berlin'), 'rejected');
    assert.equal(stateOf(session, 'Em. Macron'), 'edited');
  });

  it('goes on where the article became another one meanwhile', async () => {
    const uri = await writeFile('undo-edited.txt', TEXT);
    await decideAndClose(uri);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(uri, new vscode.Position(0, 0), 'News. ');
    await vscode.workspace.applyEdit(edit);
    await (await vscode.workspace.openTextDocument(uri)).save();
    const session = await openAgain(uri);
    assert.equal(stateOf(session, 'Berlin'), 'accepted');
    await run('redoAnnotation');
    assert.equal(stateOf(session, 'Emmanuel Macron'), 'rejected');
    await run('undoAnnotation');
    await run('undoAnnotation');
    assert.deepEqual([stateOf(session, 'Emmanuel Macron'), stateOf(session, 'Berlin')], ['suggested', 'suggested']);
  });
});
