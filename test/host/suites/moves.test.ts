import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Evidence } from '../../../src/core/model/records.ts';
import { addEvidence } from '../../../src/core/store/edits/caseEdits.ts';
import { setPrivateNote } from '../../../src/core/store/edits/noteEdits.ts';
import type { ArticleSession } from '../../../src/editor/articles/articleSession.ts';
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
  run,
  sidecarOf,
  stateOf,
  takeOffer,
  until,
  untilFile,
  useRegistry,
  writeFile,
} from '../helpers.ts';

const TEXT = 'Angela Merkel said on Monday that the harbour of Bremen would be closed for 14 days.\n';

const at = (path: string) => vscode.Uri.joinPath(folder(), path);

async function rename(from: vscode.Uri, to: vscode.Uri): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.renameFile(from, to);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

/** Gives the first claim evidence; waits until that is saved. */
async function prove(session: ArticleSession, ...refs: string[]): Promise<void> {
  const [id] = session.store.annotations.claims.keys();
  assert.ok(id, 'the article has a claim');
  for (const ref of refs) {
    const evidence: Evidence = { kind: ref.endsWith('.txt') ? 'passage' : 'file', ref, stance: 'for' };
    session.store.apply(addEvidence(session.store, id, evidence, {}));
  }
  await untilFile(sidecarOf(session.uri), (json) => refs.every((ref) => json.includes(`"${ref}"`)), 'it is saved');
}

const refsOf = ({ store }: ArticleSession) =>
  [...store.annotations.claims.values()].flatMap(({ evidence = [] }) => evidence.map(({ ref }) => ref));

const savedRefs = (json: string) => [...json.matchAll(/"ref": "([^"]*)"/g)].map(([, ref]) => ref);

describe('an article that gets another name', () => {
  afterEach(closeAll);

  it('takes its private notes along, alone and with its folder', async () => {
    const uri = await writeFile('noted/one.txt', TEXT);
    await noteOnBremen(await open(uri));
    await rename(uri, at('noted/two.txt'));
    const renamed = await open(at('noted/two.txt'));
    await until(renamed.onDidChange, () => renamed.privateNotes.size === 1, 'the note has the new name');
    await closeAll();
    await rename(at('noted'), at('noted-later'));
    const moved = await open(at('noted-later/two.txt'));
    await until(moved.onDidChange, () => moved.privateNotes.size === 1, 'the note is in the new folder');
    assert.deepEqual([...moved.privateNotes.values()], ['call the harbour master']);
    await closeAll();
    const other = await open(await writeFile('noted/one.txt', TEXT));
    assert.equal(other.privateNotes.size, 0);
  });

  it('is evidence under its new name, in articles that are open and in those that are not, and so it is after undo', async () => {
    const [closed, opened] = [await writeFile('proof/closed.txt', TEXT), await writeFile('proof/open.txt', TEXT)];
    const target = await writeFile('proof/target.txt', TEXT);
    const first = await open(closed);
    await prove(first, 'target.txt', 'report.pdf');
    await close(first);
    const session = await open(opened);
    await prove(session, 'target.txt');
    await rename(target, at('proof/moved target.txt'));
    const saved = await untilFile(sidecarOf(closed), (json) => json.includes('moved target'), 'the closed one follows');
    assert.deepEqual(savedRefs(saved), ['moved target.txt', 'report.pdf']);
    await untilFile(sidecarOf(opened), (json) => json.includes('"moved target.txt"'), 'the open one follows');
    assert.deepEqual(refsOf(session), ['moved target.txt']);
    await run('undoAnnotation');
    await run('redoAnnotation');
    assert.deepEqual(refsOf(session), ['moved target.txt']);
    const again = await openAgain(closed);
    await run('undoAnnotation');
    assert.deepEqual(refsOf(again), ['moved target.txt']);
    await run('undoAnnotation');
    await run('redoAnnotation');
    assert.deepEqual(refsOf(again), ['moved target.txt']);
  });

  for (const [which, name] of ['Größe “neu” (1).txt', '文章.txt'].entries()) {
    it(`is evidence under its new name where it was called ${name} and the sidecar writes only ASCII`, async () => {
      const closed = await writeFile(`names/closed${which}.txt`, TEXT);
      const target = await writeFile(`names/${name}`, TEXT);
      const session = await open(closed);
      await prove(session, name);
      await close(session);
      const ascii = (json: string) =>
        json.replace(/[^\n -~]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
      const sidecar = `names/closed${which}.txt.dossier.json`;
      await writeFile(sidecar, ascii((await readFile(at(sidecar))) ?? ''));
      await rename(target, at(`names/plain${which}.txt`));
      await untilFile(at(sidecar), (json) => json.includes(`"plain${which}.txt"`), 'it follows');
    });
  }

  it('finds its own evidence from another folder, and other articles find it in a folder that was renamed', async () => {
    const uri = await writeFile('near/article.txt', TEXT);
    const far = await writeFile('far.txt', TEXT);
    await writeFile('near/within/note.txt', TEXT);
    await prove(await open(far), 'near/within/note.txt');
    await prove(await open(uri), '../far.txt', 'within/note.txt');
    await rename(at('near'), at('deep/er'));
    const saved = await untilFile(
      sidecarOf(at('deep/er/article.txt')),
      (json) => json.includes('../../far'),
      'it follows',
    );
    assert.deepEqual(savedRefs(saved), ['../../far.txt', 'within/note.txt']);
    await untilFile(sidecarOf(far), (json) => json.includes('"deep/er/within/note.txt"'), 'the other one follows');
    await rename(at('deep/er/article.txt'), at('alone.txt'));
    const alone = await untilFile(sidecarOf(at('alone.txt')), (json) => json.includes('"far.txt"'), 'it follows again');
    assert.deepEqual(savedRefs(alone), ['far.txt', 'deep/er/within/note.txt']);
  });

  it('is not looked for in a sidecar that cannot be read, which stays as it is', async () => {
    const broken = '{ "evidence": "target.txt", ';
    await writeFile('unread/broken.txt.dossier.json', broken);
    const target = await writeFile('unread/target.txt', TEXT);
    const other = await writeFile('unread/other.txt', TEXT);
    const session = await open(other);
    await prove(session, 'target.txt');
    await close(session);
    await rename(target, at('unread/moved.txt'));
    await untilFile(sidecarOf(other), (json) => json.includes('"moved.txt"'), 'the other one follows');
    assert.equal(await readFile(at('unread/broken.txt.dossier.json')), broken);
    await vscode.workspace.fs.delete(at('unread/broken.txt.dossier.json'));
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  it('outside the editor takes all along once a person says so: undo, private notes, evidence, the registry', async () => {
    await useRegistry(true);
    try {
      const uri = await writeFile('outside/before.txt', TEXT);
      const other = await writeFile('outside/other.txt', TEXT);
      const first = await open(other);
      await prove(first, 'before.txt');
      await close(first);
      const session = await decided(uri);
      await noteOnBremen(session);
      const registry = at('.dossier/registry.json');
      await untilFile(registry, (json) => json.includes('"outside/before.txt"'), 'the registry names the article');
      await closeAll();
      const moved = at('outside/after.txt');
      await vscode.workspace.fs.rename(uri, moved);
      const again = await open(moved);
      await takeOffer(async () => (await readFile(sidecarOf(moved))) !== null);
      await until(again.onDidChange, () => stateOf(again, 'Bremen') === 'accepted', 'the decision is here');
      await until(again.onDidChange, () => again.privateNotes.size === 1, 'the private note is here');
      await untilFile(sidecarOf(other), (json) => json.includes('"after.txt"'), 'the evidence has the new name');
      await untilFile(registry, (json) => json.includes('"outside/after.txt"'), 'the registry has the new name');
      await run('undoAnnotation');
      assert.equal(again.privateNotes.size, 0);
      await run('undoAnnotation');
      assert.equal(stateOf(again, 'Bremen'), 'suggested');
    } finally {
      await useRegistry(false);
    }
  });

  it('outside the editor with its sidecar takes along what is kept of it on this machine once a person says so', async () => {
    const uri = await writeFile('together/before.txt', TEXT);
    const session = await decided(uri);
    await noteOnBremen(session);
    await closeAll();
    const moved = at('together/after.txt');
    await vscode.workspace.fs.rename(sidecarOf(uri), sidecarOf(moved));
    await vscode.workspace.fs.rename(uri, moved);
    const again = await open(moved);
    assert.deepEqual([stateOf(again, 'Bremen'), again.privateNotes.size], ['accepted', 0]);
    await takeOffer(async () => again.privateNotes.size === 1);
    await until(again.onDidChange, () => again.store.canUndo, 'what can be undone is here');
    await run('undoAnnotation');
    await run('undoAnnotation');
    assert.deepEqual([stateOf(again, 'Bremen'), again.privateNotes.size], ['suggested', 0]);
  });

  it('outside the editor with its sidecar and other words finds its private notes all the same', async () => {
    const uri = await writeFile('edited/before.txt', TEXT);
    await noteOnBremen(await decided(uri));
    await closeAll();
    const moved = await writeFile('edited/after.txt', `An update.\n${TEXT}`);
    await vscode.workspace.fs.rename(sidecarOf(uri), sidecarOf(moved));
    await vscode.workspace.fs.delete(uri);
    const again = await open(moved);
    await takeOffer(async () => again.privateNotes.size === 1);
    assert.deepEqual([...again.privateNotes.values()], ['call the harbour master']);
  });

  it('is not taken for its copy while it is there, nor for another article', async () => {
    const uri = await writeFile('copied/one.txt', TEXT);
    await noteOnBremen(await decided(uri));
    await closeAll();
    const copy = at('copied/two.txt');
    await vscode.workspace.fs.copy(sidecarOf(uri), sidecarOf(copy));
    await vscode.workspace.fs.copy(uri, copy);
    const { formerNames } = await api();
    const session = await open(copy);
    const { firstSha256 } = JSON.parse((await readFile(sidecarOf(copy))) ?? '').source;
    assert.equal(await formerNames.find(copy, firstSha256), null);
    assert.deepEqual([stateOf(session, 'Bremen'), session.privateNotes.size], ['accepted', 0]);
    await vscode.workspace.fs.delete(uri);
    assert.equal((await formerNames.find(copy, firstSha256))?.toString(), uri.toString());
    assert.equal(await formerNames.find(copy, '0'.repeat(64)), null);
    await vscode.workspace.fs.delete(sidecarOf(uri));
  });

  it('outside the editor takes along what waited to be written', async () => {
    // The article stays unsaved, whatever the editor does by itself.
    const files = vscode.workspace.getConfiguration('files');
    await files.update('autoSave', 'off', vscode.ConfigurationTarget.Workspace);
    const uri = await writeFile('waiting/before.txt', TEXT);
    const session = await decided(uri);
    await insert(session, TEXT.length - 1, ' Today.');
    await run('rejectAnnotation', await entityRow('Angela Merkel'));
    await close(session);
    await (await api()).flush();
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await closeAll();
    await files.update('autoSave', undefined, vscode.ConfigurationTarget.Workspace);
    const moved = at('waiting/after.txt');
    await vscode.workspace.fs.rename(uri, moved);
    const again = await open(moved);
    await takeOffer(async () => (await readFile(sidecarOf(moved))) !== null);
    await until(again.onDidChange, () => stateOf(again, 'Angela Merkel') === 'rejected', 'what waited is here');
    assert.equal(stateOf(again, 'Bremen'), 'accepted');
    await untilFile(sidecarOf(moved), (json) => json.includes('"rejected"'), 'it is saved');
  });
});

async function decided(uri: vscode.Uri): Promise<ArticleSession> {
  const session = await open(uri);
  await run('acceptAnnotation', await entityRow('Bremen'));
  await untilFile(sidecarOf(uri), (json) => json.includes('"accepted"'), 'the decision is saved');
  return session;
}

/** Writes a private note; resolves when they are kept. */
async function noteOnBremen({ store }: ArticleSession): Promise<void> {
  const { record } = await entityRow('Bremen');
  assert.ok(record);
  store.apply(setPrivateNote(store, record, 'call the harbour master', {}));
  await (await api()).flush();
}
