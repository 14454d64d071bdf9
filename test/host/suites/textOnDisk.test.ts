import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import * as vscode from 'vscode';
import { sha256Hex } from '../../../src/core/text/hash.ts';
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
  place,
  readFile,
  run,
  sidecarOf,
  stateOf,
  until,
  untilFile,
  writeFile,
} from '../helpers.ts';

const TEXT = `Oslo and Bergen are linked by rail, and the line is old.
The mayor of Bergen, Kari Nilsen, praised the trains on Monday.

People in Oslo want more trains, the council said in a report.
`;
const OTHER = `A wholly new opening about ships and harbours in the north.

The mayor of Trondheim, Per Hansen, was not asked.

The mayor of Bergen, Kari Nilsen, praised the trains on Tuesday.
`;

/** Accepts Kari Nilsen in a new article; waits until it is saved. */
async function annotated(name: string): Promise<ArticleSession> {
  const session = await open(await writeFile(name, TEXT));
  await run('acceptAnnotation', await entityRow('Kari Nilsen'));
  await untilFile(sidecarOf(session.uri), (text) => text.includes('accepted'), 'the decision is saved');
  return session;
}

/** Where the decided mentions stand, in the text as the editor has it. */
function marked({ document, store }: ArticleSession): string[] {
  const text = document.getText().replaceAll('\r\n', '\n');
  return [...store.annotations.mentions.values()]
    .filter(({ state }) => state !== 'suggested')
    .map(({ place }) => `${place.anchor}: ${place.spans.map(({ start, end }) => text.slice(start, end))}`)
    .sort();
}

async function rewrite({ uri, document }: ArticleSession, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  await vscode.workspace.applyEdit(edit);
}

/** The decided mention, which has lost its words. */
function lost({ uri, store }: ArticleSession) {
  const found = [...store.annotations.mentions.values()].find(({ place }) => place.anchor === 'orphan');
  assert.ok(found, 'it is lost');
  return { uri: uri.toString(), kind: 'mentions', id: found.id };
}

const ready = (session: ArticleSession) =>
  until(session.onDidChange, () => session.phase === 'ready', 'the article is analyzed');
const isAccepted = (name: string) => (text: string) => new RegExp(`"name": "${name}",[^{}]*"accepted"`).test(text);

describe('the sidecar and the text on disk', () => {
  const files = vscode.workspace.getConfiguration('files');
  before(() => files.update('autoSave', 'off', vscode.ConfigurationTarget.Workspace));
  after(() => files.update('autoSave', undefined, vscode.ConfigurationTarget.Workspace));
  afterEach(closeAll);

  for (const [how, command] of [
    ['reverted', 'workbench.action.files.revert'],
    ['undone', 'undo'],
  ] as const) {
    it(`decisions that waited for a save are written when the edits of the text are ${how}`, async () => {
      const session = await annotated(`disk-${how}.txt`);
      const editor = await vscode.window.showTextDocument(session.document);
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'Update: '));
      await ready(session);
      await run('acceptAnnotation', await entityRow('Bergen'));
      await (await api()).flush();
      assert.equal(isAccepted('Bergen')((await readFile(sidecarOf(session.uri))) ?? ''), false);
      await vscode.commands.executeCommand(command);
      await untilFile(sidecarOf(session.uri), isAccepted('Bergen'), 'the decision is in the sidecar');
      assert.equal(session.document.getText(), TEXT);
    });
  }

  it('marks keep their words when the text is formatted as it is saved', async () => {
    const session = await annotated('disk-format.txt');
    const formatter = vscode.languages.registerDocumentFormattingEditProvider(
      { language: 'plaintext' },
      {
        provideDocumentFormattingEdits: (document) => {
          const wrapped = document.getText().replace(/(.{20}\S*) /g, '$1\n');
          return [vscode.TextEdit.replace(new vscode.Range(0, 0, document.lineCount, 0), wrapped)];
        },
      },
    );
    const settings = vscode.workspace.getConfiguration('editor', session.uri);
    await settings.update('formatOnSave', true, vscode.ConfigurationTarget.Workspace);
    try {
      await insert(session, 0, 'Update: ');
      await run('acceptAnnotation', await entityRow('Bergen'));
      const before = marked(session);
      await session.document.save();
      const text = session.document.getText();
      assert.notEqual(text, `Update: ${TEXT}`);
      await untilFile(sidecarOf(session.uri), (json) => json.includes(sha256Hex(text)), 'it is of the text on disk');
      assert.deepEqual(marked(session), before);
      await close(session);
      assert.deepEqual(marked(await openAgain(session.uri)), before);
    } finally {
      formatter.dispose();
      await settings.update('formatOnSave', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('other line ends, chosen in the editor, change nothing', async () => {
    const session = await annotated('disk-lines.txt');
    const before = await readFile(sidecarOf(session.uri));
    await vscode.window.activeTextEditor?.edit((edit) => edit.setEndOfLine(vscode.EndOfLine.CRLF));
    await session.document.save();
    await untilFile(session.uri, (text) => text.includes('\r\n'), 'the article is saved');
    await run('saveAnnotations');
    assert.equal(await readFile(sidecarOf(session.uri)), before);
    assert.deepEqual(marked(session), ['anchored: Kari Nilsen']);
  });

  it('a copy of both stands on its own', async () => {
    const { uri } = await annotated('disk-first.txt');
    const copied = uri.with({ path: uri.path.replace('disk-first', 'disk-copy') });
    await vscode.workspace.fs.copy(uri, copied);
    await vscode.workspace.fs.copy(sidecarOf(uri), sidecarOf(copied));
    const before = await readFile(sidecarOf(uri));
    assert.deepEqual(marked(await open(copied)), ['anchored: Kari Nilsen']);
    await run('rejectAnnotation', await entityRow('Bergen'));
    await untilFile(sidecarOf(copied), (text) => text.includes('rejected'), 'the copy is decided on');
    assert.equal(await readFile(sidecarOf(uri)), before);
  });

  it('marks stand as the sidecar says when it was there before the text that it is for', async () => {
    const session = await annotated('disk-order.txt');
    const [first, firstText] = [await readFile(sidecarOf(session.uri)), TEXT];
    // The same name elsewhere: by the words alone nobody could say that it is meant.
    const moved = 'Kari Nilsen is a name. So it was said at length by those who met in the north.\n';
    await rewrite(session, moved);
    await session.document.save();
    await ready(session);
    place(session, 'Kari Nilsen', { select: true });
    await run('attachAnnotation', lost(session), 'selection');
    await untilFile(sidecarOf(session.uri), (json) => json.includes(sha256Hex(moved)), 'it is of the new text');
    await (await api()).flush();
    const second = await readFile(sidecarOf(session.uri));
    for (const [sidecar, text] of [
      [first, firstText],
      [second, moved],
    ] as const) {
      await writeFile('disk-order.txt.dossier.json', sidecar ?? '');
      await until(session.onDidChange, () => session.phase === 'ready' && marked(session).length === 1, 'it is read');
      await new Promise((resolve) => setTimeout(resolve, 1000));
      await writeFile('disk-order.txt', text);
      const stands = () => session.document.getText() === text && marked(session)[0] === 'anchored: Kari Nilsen';
      await until(session.onDidChange, stands, 'the mark stands');
      await run('saveAnnotations');
      assert.equal(await readFile(sidecarOf(session.uri)), sidecar);
    }
  });

  it('both follow git to another branch under the open file, and git has nothing to commit', async function () {
    const root = vscode.Uri.joinPath(folder(), 'disk-git').fsPath;
    const git = (...args: string[]) =>
      spawnSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@x', ...args], { cwd: root, encoding: 'utf8' });
    const commit = async (branch: string) => {
      await (await api()).flush();
      git('add', '.');
      assert.equal(git('commit', '--quiet', '--message', branch).status, 0);
    };
    await writeFile('disk-git/article.txt', TEXT);
    if (git('init', '--quiet').status !== 0) return this.skip();
    git('checkout', '--quiet', '-b', 'first');
    const session = await annotated('disk-git/article.txt');
    await commit('first');
    git('checkout', '--quiet', '-b', 'second');
    await rewrite(session, OTHER);
    await session.document.save();
    await ready(session);
    await run('rejectAnnotation', await entityRow('Per Hansen'));
    const isWhole = (json: string) => json.includes('"rejected"') && json.includes(sha256Hex(OTHER));
    await untilFile(sidecarOf(session.uri), isWhole, 'the second branch is decided on');
    await run('saveAnnotations');
    await commit('second');
    for (const branch of ['first', 'second', 'first', 'second']) {
      git('checkout', '--quiet', branch);
      const [text, state, marks] =
        branch === 'first'
          ? [TEXT, undefined, ['anchored: Kari Nilsen']]
          : [OTHER, 'rejected', ['anchored: Kari Nilsen', 'anchored: Per Hansen']];
      const isThere = () =>
        session.document.getText() === text && stateOf(session, 'Per Hansen') === state && session.phase === 'ready';
      await until(session.onDidChange, isThere, `${branch} is shown`);
      await (await api()).flush();
      assert.deepEqual(marked(session), marks, branch);
      assert.equal(git('status', '--short').stdout, '', branch);
    }
  });
});
