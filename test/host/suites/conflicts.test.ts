import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import type { ArticleSession } from '../../../src/editor/articles/articleSession.ts';
import {
  closeAll,
  entityRow,
  eventually,
  folder,
  insert,
  open,
  readFile,
  rows,
  run,
  runAndAccept,
  sidecarOf,
  until,
  untilFile,
  writeFile,
} from '../helpers.ts';
import { ben, berlin, type Entities, HEAD, saved, TEXT, withBerlin } from '../savedArticle.ts';

const ada = { type: 'group', by: 'Ada', on: '2026-01-02T00:00:00Z' };
const CONFLICT = [{ field: 'type', ours: { value: 'group', by: 'Ada' }, theirs: { value: 'event', by: 'Ben' } }];
const problems = (uri: vscode.Uri, words: RegExp) =>
  vscode.languages.getDiagnostics(uri).filter(({ source, message }) => source === 'Dossier' && words.test(message));

async function disputed(name: string): Promise<ArticleSession> {
  const uri = await writeFile(name, TEXT);
  const file = await saved(uri);
  await writeFile(`${name}.dossier.json`, withBerlin(file, { ...ben, conflict: CONFLICT }));
  const session = await open(uri);
  await until(
    vscode.languages.onDidChangeDiagnostics,
    () => problems(uri, /disagree/).length > 0,
    'the problem is shown',
  );
  return session;
}

interface GitApi {
  openRepository(root: vscode.Uri): Promise<object | null>;
}

async function gitApi(): Promise<GitApi | null> {
  const extension = vscode.extensions.getExtension<{ enabled: boolean; getAPI(version: 1): GitApi }>('vscode.git');
  const git = await extension?.activate();
  return git?.enabled ? git.getAPI(1) : null;
}

describe('kept conflicts', () => {
  afterEach(closeAll);

  it('are problems at the words, rows and cards with both sides, and quick fixes settle them in one step', async () => {
    const session = await disputed('disputed.txt');
    const [problem] = problems(session.uri, /disagree/);
    assert.match(problem?.message ?? '', /type: group \(Ada\) or event \(Ben\)/);
    assert.equal(session.document.getText(problem?.range), 'Berlin');
    assert.match((await entityRow('Berlin')).description, /conflict/);
    const at = problem?.range.start ?? new vscode.Position(0, 0);
    const cards = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', session.uri, at);
    const shown = cards.flatMap(({ contents }) => contents.map((c) => (c as vscode.MarkdownString).value)).join('\n');
    assert.match(shown, /Conflict: .*group .*Ada.* or event .*Ben/);
    const fixes = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      session.uri,
      problem?.range,
    );
    const titles = fixes.map(({ title }) => title).filter((title) => /^(Take|Keep as)/.test(title));
    assert.deepEqual(titles, ["Take Ada's", "Take Ben's", 'Keep as It Is']);
    const take = fixes.find(({ title }) => title === "Take Ada's")?.command;
    await vscode.commands.executeCommand(take?.command ?? '', ...(take?.arguments ?? []));
    assert.deepEqual([berlin(session)?.type, berlin(session)?.conflict], ['group', undefined]);
    await until(
      vscode.languages.onDidChangeDiagnostics,
      () => problems(session.uri, /disagree/).length === 0,
      'it is gone',
    );
    await untilFile(sidecarOf(session.uri), (json) => !json.includes('"conflict"'), 'the choice is saved');
    await run('undoAnnotation');
    assert.deepEqual([berlin(session)?.type, berlin(session)?.conflict?.length], ['event', 1]);
  });

  it('on what the sidecar says of the article are problems too, and settled in the same way', async () => {
    const uri = await writeFile('two-titles.txt', TEXT);
    const conflict = [{ field: 'source.title', ours: { value: 'One' }, theirs: { value: 'Two' } }];
    const source = { sha256: '0'.repeat(64), offsets: 'utf-16; LF', title: 'Two' };
    const head = { format: 'dossier', version: 1, source, conflict };
    await writeFile('two-titles.txt.dossier.json', JSON.stringify(head));
    const session = await open(uri);
    const found = () => problems(uri, /source\.title: One or Two/);
    await until(vscode.languages.onDidChangeDiagnostics, () => found().length === 1, 'the problem is shown');
    await run('acceptAnnotation', await entityRow('Berlin'));
    await untilFile(sidecarOf(uri), (json) => json.includes('accepted') && json.includes('source.title'), 'it is kept');
    await run('nextConflict');
    assert.equal(vscode.window.activeTextEditor?.selection.start.line, 0);
    await runAndAccept('settleConflict');
    await until(vscode.languages.onDidChangeDiagnostics, () => found().length === 0, 'it is gone');
    await untilFile(
      sidecarOf(uri),
      (json) => json.includes('"title": "One"') && !json.includes('source.title'),
      'the first side is saved',
    );
    await run('undoAnnotation');
    assert.deepEqual([session.source.title, session.source.conflict?.length], ['Two', 1]);
    const [problem] = found();
    const fixes = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      problem?.range,
    );
    const take = fixes.find(({ title }) => title === 'Take Theirs')?.command;
    await vscode.commands.executeCommand(take?.command ?? '', ...(take?.arguments ?? []));
    assert.deepEqual([session.source.title, session.source.conflict], ['Two', undefined]);
  });

  it('on a free note are settled from its row, in one step', async () => {
    const uri = await writeFile('disputed-note.txt', TEXT);
    const conflict = [
      { field: 'text', ours: { value: 'Why there?', by: 'Ada' }, theirs: { value: 'When?', by: 'Ben' } },
    ];
    const note = { text: 'When?', state: 'added', origin: 'person', conflict };
    const json = { format: 'dossier', version: 1, source: HEAD, notes: { n_1: note } };
    await writeFile('disputed-note.txt.dossier.json', JSON.stringify(json));
    const session = await open(uri);
    const row = async () => (await rows('claims')).find(({ record }) => record?.kind === 'notes');
    assert.match((await row())?.description ?? '', /conflict/);
    assert.match((await row())?.context ?? '', /conflict/);
    await runAndAccept('settleConflict', await row());
    const now = () => session.store.annotations.notes.get('n_1');
    assert.deepEqual([now()?.text, now()?.conflict], ['Why there?', undefined]);
    await untilFile(
      sidecarOf(uri),
      (text) => text.includes('Why there?') && !text.includes('"conflict"'),
      'it is saved',
    );
    await run('undoAnnotation');
    assert.deepEqual([now()?.text, now()?.conflict?.length], ['When?', 1]);
  });

  it('are found by Next Conflict', async () => {
    const session = await disputed('next-conflict.txt');
    await run('nextConflict');
    const editor = vscode.window.activeTextEditor;
    assert.equal(session.document.getText(editor?.selection), 'Berlin');
  });

  it('on what stands nowhere in the text are asked by Next Conflict, behind those that have a place', async () => {
    const session = await disputed('no-place.txt');
    const entity = { type: 'group', name: 'Nowhere', state: 'added', origin: 'person', conflict: CONFLICT };
    const json = JSON.parse(`${await readFile(sidecarOf(session.uri))}`);
    await writeFile(
      'no-place.txt.dossier.json',
      JSON.stringify({ ...json, entities: { ...json.entities, e_nowhere: entity } }),
    );
    const nowhere = () => session.store.annotations.entities.get('e_nowhere');
    await until(session.onDidChange, () => nowhere() !== undefined, 'the sidecar is read');
    await run('nextConflict');
    assert.equal(session.document.getText(vscode.window.activeTextEditor?.selection), 'Berlin');
    await runAndAccept('nextConflict');
    assert.deepEqual([nowhere()?.conflict, berlin(session)?.conflict?.length], [undefined, 1]);
    assert.equal(session.document.getText(vscode.window.activeTextEditor?.selection), 'Berlin');
  });

  it('come from a sidecar that changed on disk while decisions waited here', async () => {
    const uri = await writeFile('both-decide.txt', TEXT);
    const file = await saved(uri);
    const session = await open(uri);
    await insert(session, 0, 'Update. ');
    await run('rejectAnnotation', await entityRow('Berlin'));
    await writeFile('both-decide.txt.dossier.json', withBerlin(file, ben));
    await session.document.save();
    const json = await untilFile(sidecarOf(uri), (text) => text.includes('"conflict"'), 'both decisions are kept');
    assert.match(json, /"value": "rejected"/);
    assert.match(json, /"value": "edited"/);
    await vscode.commands.executeCommand('notifications.clearAll');
  });
});

describe('a sidecar with conflict markers of git', () => {
  afterEach(closeAll);

  it('is joined by meaning from the two sides of the markers', async () => {
    const uri = await writeFile('markers.txt', TEXT);
    const file = await saved(uri);
    const sides = [withBerlin(file, ada), withBerlin(file, ben)];
    await writeFile('markers.txt.dossier.json', `<<<<<<< HEAD\n${sides[0]}=======\n${sides[1]}>>>>>>> other\n`);
    const session = await open(uri);
    const found = () => problems(sidecarOf(uri), /conflict markers/);
    await until(vscode.languages.onDidChangeDiagnostics, () => found().length > 0, 'the problem is shown');
    assert.match(session.blocked ?? '', /conflict markers/);
    const [problem] = found();
    const sidecar = await vscode.workspace.openTextDocument(sidecarOf(uri));
    const fixes = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      sidecar.uri,
      problem?.range,
    );
    const merge = fixes.find(({ title }) => title === 'Merge by Meaning')?.command;
    await vscode.commands.executeCommand(merge?.command ?? '', ...(merge?.arguments ?? []));
    assert.equal(session.blocked, null);
    assert.equal(berlin(session)?.type, 'event');
    assert.match((await readFile(sidecarOf(uri))) ?? '', /"value": "group"/);
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  it('is joined from the versions of the index, where git has them', async function () {
    const api = await gitApi();
    if (!api || folder().scheme !== 'file') return this.skip();
    const root = path.join(folder().fsPath, 'repository');
    fs.mkdirSync(root);
    const git = (...args: string[]) =>
      spawnSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@x', ...args], { cwd: root, encoding: 'utf8' });
    if (git('init', '-q', '-b', 'main').status !== 0) return this.skip();
    const uri = await writeFile('repository/indexed.txt', TEXT);
    const file = await saved(uri);
    const commit = (json: string) => {
      fs.writeFileSync(sidecarOf(uri).fsPath, json);
      git('add', '.');
      assert.equal(git('commit', '-qm', 'work').status, 0);
    };
    commit(withBerlin(file, { type: 'location' }));
    git('checkout', '-qb', 'other');
    commit(withBerlin(file, ben));
    git('checkout', '-q', 'main');
    // A field that only this side changed: two versions alone could not tell that from a conflict.
    commit(
      withBerlin(file, { type: 'location', name: 'Berlin', note: 'Mine.', by: 'Ada', on: '2026-01-04T00:00:00Z' }),
    );
    assert.equal(git('merge', '-q', 'other').status, 1);
    assert.ok(await api.openRepository(vscode.Uri.file(root)));
    await run('mergeSidecar', sidecarOf(uri).toString());
    const merged = JSON.parse((await readFile(sidecarOf(uri))) ?? '') as { entities: Entities };
    const after = Object.values(merged.entities).find(({ name }) => name === 'Berlin');
    assert.deepEqual([after?.type, after?.note, after?.conflict], ['event', 'Mine.', undefined]);
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  it('is left as it was when the markers are not as git writes them', async () => {
    const uri = await writeFile('half-markers.txt', TEXT);
    const broken = '<<<<<<< HEAD\n{}\n';
    await writeFile('half-markers.txt.dossier.json', broken);
    await open(uri);
    await run('mergeSidecar');
    assert.equal(await readFile(sidecarOf(uri)), broken);
    await vscode.commands.executeCommand('notifications.clearAll');
  });
});

describe('what a crash in the middle of a save left', () => {
  afterEach(closeAll);

  it('is removed when it is broken, and offered when it is a whole newer sidecar', async function () {
    const root = folder();
    if (root.scheme !== 'file') return this.skip();
    const uri = await writeFile('crashed.txt', TEXT);
    const file = { format: 'dossier', version: 1, source: { sha256: '0'.repeat(64), offsets: 'utf-16; LF' } };
    await writeFile('crashed.txt.dossier.json', JSON.stringify(file));
    const place = (random: string) => path.join(root.fsPath, `.crashed.txt.dossier.json.${random}.dossier-tmp`);
    const [broken, whole] = [place('00'), place('ff')];
    fs.writeFileSync(broken, '{ "format": ');
    fs.writeFileSync(whole, JSON.stringify({ ...file, extractor: '9' }));
    const minuteAgo = Date.now() / 1000 - 60;
    fs.utimesSync(sidecarOf(uri).fsPath, minuteAgo - 60, minuteAgo - 60);
    for (const one of [broken, whole]) fs.utimesSync(one, minuteAgo, minuteAgo);
    await open(uri);
    await eventually(() => !fs.existsSync(broken), 'the broken one is removed');
    assert.ok(fs.existsSync(whole));
    fs.rmSync(whole);
    await vscode.commands.executeCommand('notifications.clearAll');
  });
});
