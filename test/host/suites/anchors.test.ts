import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import * as vscode from 'vscode';
import type { MentionRecord } from '../../../src/core/model/records.ts';
import { serialiseSidecar } from '../../../src/core/sidecar/encodeSidecar.ts';
import { AnnotationStore } from '../../../src/core/store/annotationStore.ts';
import { addEntity } from '../../../src/core/store/edits/entityEdits.ts';
import type { ArticleSession } from '../../../src/editor/articles/articleSession.ts';
import { showFirstSeenStatus } from '../../../src/editor/status/firstSeenStatus.ts';
import {
  api,
  closeAll,
  entityRow,
  folder,
  open,
  place,
  readFile,
  run,
  sidecarOf,
  takeOffer,
  until,
  untilFile,
  writeFile,
} from '../helpers.ts';

const TEXT = `Oslo and Bergen are linked by rail, and the line is old.
The mayor of Bergen, Kari Nilsen, praised the trains on Monday.

People in Oslo want more trains, the council said in a report.
`;

/** Accepts the only mention of Kari Nilsen in a new article; waits until it is saved. */
async function annotated(name: string): Promise<ArticleSession> {
  const session = await open(await writeFile(name, TEXT));
  await run('acceptAnnotation', await entityRow('Kari Nilsen'));
  await untilFile(sidecarOf(session.uri), (text) => text.includes('accepted'), 'the decision is saved');
  return session;
}

/** Another article with the sidecar of an annotated one: what a person finds whose article was written anew. */
async function reopened(name: string, text: string): Promise<ArticleSession> {
  const { uri } = await annotated(`first-${name}`);
  const sidecar = await readFile(sidecarOf(uri));
  await writeFile(`${name}.dossier.json`, sidecar ?? '');
  return open(await writeFile(name, text));
}

function decided({ store }: ArticleSession): MentionRecord[] {
  return [...store.annotations.mentions.values()].filter(({ state }) => state !== 'suggested');
}

function mention(session: ArticleSession): MentionRecord {
  const [found] = decided(session);
  assert.ok(found, 'the decided mention is there');
  return found;
}

/** What is marked in the text as the editor shows it, and how sure. */
function marked(session: ArticleSession): string {
  const { anchor, spans } = mention(session).place;
  const text = session.document.getText().replaceAll('\r\n', '\n');
  return `${anchor}: ${spans.map(({ start, end }) => text.slice(start, end)).join(' … ')}`;
}

const problems = ({ uri }: ArticleSession) =>
  vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Dossier');

/** The quick fixes of the only problem, by title. */
async function fixes(session: ArticleSession): Promise<vscode.CodeAction[]> {
  const has = () => session.phase === 'ready' && problems(session).length === 1;
  await until(vscode.languages.onDidChangeDiagnostics, has, 'the problem is shown').catch(() => assert.ok(has()));
  const range = problems(session)[0]?.range;
  return vscode.commands.executeCommand('vscode.executeCodeActionProvider', session.uri, range);
}

async function apply(actions: readonly vscode.CodeAction[], title: RegExp): Promise<void> {
  const action = actions.find((one) => title.test(one.title));
  assert.ok(action?.command, `${title} is among ${actions.map((one) => one.title)}`);
  await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
}

async function replaceAll(session: ArticleSession, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  const { document } = session;
  edit.replace(session.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  await vscode.workspace.applyEdit(edit);
}

const ready = (session: ArticleSession) =>
  until(session.onDidChange, () => session.phase === 'ready', 'the article is analyzed');

describe('marks and their words', () => {
  afterEach(closeAll);

  const rewritten = TEXT.replace('The mayor of Bergen', 'The new mayor of that city').replace(
    'Oslo and',
    'Both Oslo and',
  );

  it('are found again when the article was rewritten around them while it was closed', async () => {
    const session = await reopened('marks-closed.txt', rewritten);
    assert.equal(marked(session), 'anchored: Kari Nilsen');
    assert.match(session.firstSeenHash ?? '', /^[0-9a-f]{64}$/);
    await run('compareWithFirstSeen');
    const { activeTab } = vscode.window.tabGroups.activeTabGroup;
    assert.ok(activeTab?.input instanceof vscode.TabInputTextDiff, 'a diff is open');
    const first = await vscode.workspace.openTextDocument(activeTab.input.original);
    assert.equal(first.getText(), TEXT);
  });

  it('stand under a warning in the status once the article is saved as another text than it was, until it is that again', async () => {
    const session = await annotated('marks-warned.txt');
    const item = vscode.languages.createLanguageStatusItem('test.firstSeen', []);
    const warned = () => {
      showFirstSeenStatus(item, session);
      return vscode.languages.match(item.selector, session.document) > 0;
    };
    assert.equal(warned(), false);
    await replaceAll(session, rewritten);
    await session.document.save();
    await ready(session);
    assert.deepEqual([warned(), item.severity], [true, vscode.LanguageStatusSeverity.Warning]);
    await replaceAll(session, TEXT);
    await session.document.save();
    await ready(session);
    assert.equal(warned(), false);
    item.dispose();
  });

  it('say that they changed when their words were edited while the article was closed', async () => {
    const session = await reopened('marks-changed.txt', TEXT.replace('Kari Nilsen', 'Karin Nilsen'));
    assert.equal(marked(session), 'changed: Karin Nilsen');
    await apply(await fixes(session), /Accept the New Words/);
    assert.equal(marked(session), 'anchored: Karin Nilsen');
    assert.deepEqual(problems(session), []);
  });

  for (const [name, change] of [
    ['other line ends', (text: string) => text.replaceAll('\n', '\r\n')],
    [
      'another branch',
      (text: string) => `A new first line of the other branch.\n${text.replace('People in', 'Many in')}`,
    ],
    ['moved paragraphs', (text: string) => text.split('\n').reverse().join('\n')],
  ] as const) {
    it(`stay when the open file is written from outside: ${name}`, async () => {
      const session = await annotated(`marks-${name.replaceAll(' ', '-')}.txt`);
      const text = change(TEXT);
      await writeFile(`marks-${name.replaceAll(' ', '-')}.txt`, text);
      await until(
        vscode.workspace.onDidChangeTextDocument,
        () => session.document.getText() === text,
        'it is read again',
      );
      assert.equal(marked(session), 'anchored: Kari Nilsen');
    });
  }

  it('follow their words when git checks out another branch under the open file, and say so where they are gone', async function () {
    const root = vscode.Uri.joinPath(folder(), 'marks-git').fsPath;
    const git = (...args: string[]) =>
      spawnSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@x', ...args], { cwd: root, encoding: 'utf8' });
    const branches = { main: TEXT, kept: rewritten, lost: TEXT.replace('Kari Nilsen', 'Bo') };
    const name = 'marks-git/article.txt';
    await writeFile(name, TEXT);
    if (git('init', '--quiet').status !== 0) return this.skip();
    for (const [branch, text] of Object.entries(branches)) {
      assert.equal(git('checkout', '--quiet', '-b', branch).status, 0);
      await writeFile(name, text);
      git('add', 'article.txt');
      assert.equal(git('commit', '--quiet', '--message', branch).status, 0);
    }
    git('checkout', '--quiet', 'main');
    const session = await annotated(name);
    for (const [branch, mark] of [
      ['kept', 'anchored: Kari Nilsen'],
      ['lost', 'orphan: '],
      ['main', 'anchored: Kari Nilsen'],
    ] as const) {
      git('checkout', '--quiet', branch);
      const there = () => session.document.getText() === branches[branch];
      await until(vscode.workspace.onDidChangeTextDocument, there, `${branch} is shown`);
      await ready(session);
      assert.equal(marked(session), mark, branch);
      if (branch === 'lost') assert.ok((await fixes(session)).length > 0);
    }
  });

  it('are found by the text that git has, where nothing around them is as it was and the old text is not kept here', async function () {
    const root = vscode.Uri.joinPath(folder(), 'marks-blob').fsPath;
    const git = (...args: string[]) =>
      spawnSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@x', ...args], { cwd: root, encoding: 'utf8' });
    const old = 'The council wrote in a report that Oslo wants more trains for all.\n';
    const now = 'The mayor wrote in a long letter that Oslo wants fewer and better trains for all.\n';
    const store = new AnnotationStore({ text: old });
    const start = old.indexOf('Oslo');
    const places = [[{ start, end: start + 4 }]];
    store.apply(addEntity(store, { places, type: 'location', name: 'Oslo' }, {}, (prefix) => `${prefix}by_hand`));
    const sidecar = serialiseSidecar({ source: {}, annotations: store.annotations }, store.blocks);
    const marks: string[] = [];
    const names = ['tracked', 'older', 'untracked'].map((name) => `marks-blob/${name}.txt`);
    for (const name of names) {
      await writeFile(name, old);
      await writeFile(`${name}.dossier.json`, sidecar);
    }
    if (git('init', '--quiet').status !== 0) return this.skip();
    git('add', 'tracked.txt', 'older.txt');
    assert.equal(git('commit', '--quiet', '--message', 'old').status, 0);
    for (const later of ['A later text.\n', 'A still later text.\n']) {
      await writeFile('marks-blob/older.txt', later);
      assert.equal(git('commit', '--quiet', '--all', '--message', 'later').status, 0);
    }
    git('rm', '--quiet', '--cached', 'older.txt');
    assert.equal(git('commit', '--quiet', '--message', 'removed').status, 0);
    git('add', 'older.txt');
    assert.equal(git('commit', '--quiet', '--message', 'there again').status, 0);
    const extension = vscode.extensions.getExtension('vscode.git');
    const exports = await extension?.activate();
    if (!exports?.enabled) return this.skip();
    assert.ok(await exports.getAPI(1).openRepository(vscode.Uri.file(root)));
    for (const name of names) marks.push(marked(await open(await writeFile(name, now))));
    assert.deepEqual(marks, ['anchored: Oslo', 'anchored: Oslo', 'orphan: ']);
  });

  it('stay when a formatter writes the whole text anew, and when that is reverted', async () => {
    const session = await annotated('marks-format.txt');
    await replaceAll(session, TEXT.replaceAll('\n', '\n\n').replace('Oslo and', 'Oslo  and'));
    assert.equal(marked(session), 'anchored: Kari Nilsen');
    await vscode.commands.executeCommand('workbench.action.files.revert');
    assert.equal(session.document.getText(), TEXT);
    assert.equal(marked(session), 'anchored: Kari Nilsen');
  });

  it('that lost their words are put on others by a quick fix, in one step that can be undone', async () => {
    const session = await annotated('marks-lost.txt');
    await replaceAll(session, TEXT.replace('Kari Nilsen', 'Bo').replace('People in', 'Per Hansen and others in'));
    await ready(session);
    assert.equal(marked(session), 'orphan: ');
    place(session, 'Per Hansen', { select: true });
    await apply(await fixes(session), /Attach to the Selected Words/);
    assert.equal(marked(session), 'anchored: Per Hansen');
    await run('undoAnnotation');
    assert.equal(marked(session), 'orphan: ');
  });

  it('that lost their words are removed by a quick fix, in one step that can be undone', async () => {
    const session = await annotated('marks-removed.txt');
    await replaceAll(session, TEXT.replace('Kari Nilsen', 'Bo'));
    await ready(session);
    const { id } = mention(session);
    await apply(await fixes(session), /^Remove “Kari Nilsen”$/);
    assert.equal(session.store.annotations.mentions.get(id)?.state, 'rejected');
    assert.deepEqual(problems(session), []);
    await run('undoAnnotation');
    assert.equal(session.store.annotations.mentions.get(id)?.state, 'accepted');
  });

  it('that lost their words are put on all pieces of a selection', async () => {
    const session = await annotated('marks-pieces.txt');
    await replaceAll(session, TEXT.replace('Kari Nilsen', 'Bo').replace('People in', 'Kari (and Per) Nilsen in'));
    await ready(session);
    const editor = place(session, 'Kari (and', { select: true });
    const at = (words: string) => {
      const start = session.document.getText().indexOf(words);
      return [session.document.positionAt(start), session.document.positionAt(start + words.length)] as const;
    };
    editor.selections = [new vscode.Selection(...at('Nilsen')), new vscode.Selection(...at('Kari'))];
    await apply(await fixes(session), /Attach to the Selected Words/);
    assert.equal(marked(session), 'anchored: Kari … Nilsen');
  });

  it('that lost their words can be kept, and nobody is asked again', async () => {
    const session = await annotated('marks-kept.txt');
    await replaceAll(session, TEXT.replace('Kari Nilsen', 'Bo'));
    await ready(session);
    await apply(await fixes(session), /Keep without a Place/);
    assert.deepEqual(problems(session), []);
    await session.document.save();
    await untilFile(sidecarOf(session.uri), (text) => text.includes('"kept": true'), 'it is saved');
    await closeAll();
    assert.deepEqual(problems(await open(session.uri)), []);
  });

  it('that lost their words are no problem any more when the setting turns that off', async () => {
    const session = await annotated('marks-quiet.txt');
    await replaceAll(session, TEXT.replace('Kari Nilsen', 'Bo'));
    await ready(session);
    const shown = (count: number) =>
      until(vscode.languages.onDidChangeDiagnostics, () => problems(session).length === count, `${count} are shown`);
    await shown(1);
    const settings = vscode.workspace.getConfiguration('dossier.lint');
    await settings.update('enabled', false, vscode.ConfigurationTarget.Workspace);
    try {
      await shown(0);
    } finally {
      await settings.update('enabled', undefined, vscode.ConfigurationTarget.Workspace);
    }
    await shown(1);
  });

  it('of an article that was moved outside the editor are offered, not taken', async () => {
    const { uri } = await annotated('marks-before.txt');
    await closeAll();
    const moved = uri.with({ path: uri.path.replace('marks-before', 'marks-after') });
    await vscode.workspace.fs.rename(uri, moved);
    await open(moved);
    assert.ok((await readFile(sidecarOf(uri)))?.includes('accepted'), 'the sidecar is where it was');
    assert.equal(await readFile(sidecarOf(moved)), null);
    await takeOffer(async () => (await readFile(sidecarOf(moved))) !== null);
    await untilFile(sidecarOf(moved), (text) => text.includes('accepted'), 'the sidecar goes along');
    const session = (await api()).session(moved);
    assert.ok(session);
    await until(session.onDidChange, () => decided(session).length > 0, 'it is read');
    assert.equal(marked(session), 'anchored: Kari Nilsen');
    assert.equal(await readFile(sidecarOf(uri)), null);
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  it('of an article are not those of a copy of it, which has decisions of its own', async () => {
    const { uri } = await annotated('marks-original.txt');
    const before = await readFile(sidecarOf(uri));
    const copied = uri.with({ path: uri.path.replace('marks-original', 'marks-copy') });
    await vscode.workspace.fs.copy(uri, copied);
    const copy = await open(copied);
    assert.deepEqual(decided(copy), []);
    assert.equal(await readFile(sidecarOf(copied)), null);
    await run('rejectAnnotation', await entityRow('Kari Nilsen'));
    await untilFile(sidecarOf(copied), (text) => text.includes('rejected'), 'the copy has a sidecar of its own');
    assert.equal(await readFile(sidecarOf(uri)), before);
  });
});
