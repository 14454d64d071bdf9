import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ArticleSession } from '../../../src/editor/articles/articleSession.ts';
import {
  api,
  claimRows,
  closeAll,
  folder,
  open,
  place,
  readFile,
  run,
  until,
  untilFile,
  useRegistry,
  writeFile,
} from '../helpers.ts';

// Invented, as all articles of the tests.
const FIRST = `Harbour wall collapses in Port Vasterholm

3 May 2021

The wall of the Norrbeck breakwater collapsed on Monday morning and 14 people were injured, the Vasterholm Harbour Board said.

The Norrbeck breakwater is 820 metres long. Ingrid Sollander, who heads the Vasterholm Harbour Board, said that divers would look at the Norrbeck breakwater.
`;
const SECOND = `What is known about the Norrbeck breakwater

4 May 2021

The wall of the Norrbeck breakwater collapsed on Monday morning and 14 people were injured, according to the Vasterholm Harbour Board.

The Norrbeck breakwater is 950 metres long. Ingrid Sollander of the Vasterholm Harbour Board said that nothing was known of the cause.
`;
const A = 'across/first.txt';
const B = 'across/second.txt';
const at = (name: string) => vscode.Uri.joinPath(folder(), name);
const REGISTRY = vscode.Uri.joinPath(folder(), '.dossier', 'registry.json');

async function removeIfThere(uri: vscode.Uri): Promise<void> {
  if ((await readFile(uri)) !== null) await vscode.workspace.fs.delete(uri);
}

const problems = (uri: vscode.Uri) =>
  vscode.languages.getDiagnostics(uri).filter(({ code }) => code === 'contradiction');

/** Opens an article and waits until it was set beside the other. */
async function compared(name: string): Promise<ArticleSession> {
  const { across, corpus } = await api();
  if (corpus.engine.state.phase === 'closed') await run('analyzeSources');
  const session = await open(name);
  await until(across.onDidChange, () => across.readings(session).length > 0, 'it was compared');
  return session;
}

async function untilContradictions(session: ArticleSession, count: number): Promise<void> {
  const { across } = await api();
  const holds = () => across.contradictions(session).length === count && problems(session.uri).length >= count;
  await until(across.onDidChange, holds, `${count} contradictions in ${session.uri.path}`);
}

async function hoverOn(session: ArticleSession, words: string): Promise<string> {
  const editor = place(session, words);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    session.uri,
    editor.selection.active,
  );
  return hovers
    .flatMap(({ contents }) => contents.map((one) => (one as vscode.MarkdownString).value))
    .join('\n')
    .replaceAll('\\', '');
}

async function fixes(session: ArticleSession): Promise<vscode.CodeAction[]> {
  const [problem] = problems(session.uri);
  assert.ok(problem, 'there is a contradiction');
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    session.uri,
    problem.range,
  );
}

async function fix(session: ArticleSession, title: string): Promise<void> {
  const action = (await fixes(session)).find((one) => one.title === title);
  assert.ok(action?.command, `the quick fix ${title} is there`);
  await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
}

describe('across sources', () => {
  before(async () => {
    await useRegistry(true);
    await writeFile(A, FIRST);
    await writeFile(B, SECOND);
    await (await api()).corpus.refresh();
  });
  after(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(at('across'), { recursive: true });
    await removeIfThere(REGISTRY);
    await useRegistry(false);
  });
  afterEach(closeAll);

  it('the hover of a figure says who agrees and who differs, with links to the passages', async () => {
    const session = await compared(A);
    const differs = await hoverOn(session, '820 metres');
    assert.match(differs, /1 source differs/);
    assert.match(differs, /950 metres/);
    assert.match(differs, /command:dossier\.openPassage/);
    const agrees = await hoverOn(session, '14 people');
    assert.match(agrees, /1 source agrees \(1 origin, the same as here\)/);
  });

  it('the row of a claim says it too', async () => {
    await compared(A);
    const described = (await claimRows()).map(({ description }) => description);
    assert.ok(
      described.some((words) => /1 source (agrees|differs)/.test(words)),
      described.join('\n'),
    );
  });

  it('a contradiction is a problem that leads to the other passage', async () => {
    const session = await compared(A);
    await untilContradictions(session, 1);
    const [problem] = problems(session.uri);
    assert.equal(problem?.severity, vscode.DiagnosticSeverity.Information);
    assert.match(problem?.message ?? '', /second\.txt says otherwise.*950 metres/);
    const [related] = problem?.relatedInformation ?? [];
    assert.equal(related?.location.uri.toString(), at(B).toString());
    const other = await vscode.workspace.openTextDocument(at(B));
    assert.match(other.getText(related?.location.range), /950 metres/);
  });

  it('is gone to from anywhere in the text', async () => {
    const session = await compared(A);
    await untilContradictions(session, 1);
    place(session, 'Harbour wall');
    await run('nextContradiction');
    const editor = vscode.window.activeTextEditor;
    assert.match(editor?.document.getText(editor.selection) ?? '', /820 metres/);
    place(session, 'divers');
    await run('previousContradiction');
    assert.match(editor?.document.getText(vscode.window.activeTextEditor?.selection) ?? '', /820 metres/);
  });

  it('opens as a difference of the two passages, and the other passage beside', async () => {
    const session = await compared(A);
    await untilContradictions(session, 1);
    place(session, '820 metres');
    await run('comparePassages');
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    assert.ok(input instanceof vscode.TabInputTextDiff, 'a difference is shown');
    const sides = await Promise.all(
      [input.original, input.modified].map((uri) => vscode.workspace.openTextDocument(uri)),
    );
    assert.deepEqual(
      sides.map((side) => /(\d+) metres/.exec(side.getText())?.[1]),
      ['820', '950'],
    );
    assert.equal(vscode.window.tabGroups.activeTabGroup.activeTab?.label, 'first.txt ↔ second.txt');
  });

  it('what a person judges overrules it, stays after closing, and is undone in one step', async () => {
    const session = await compared(A);
    await untilContradictions(session, 1);
    const titles = (await fixes(session)).map(({ title }) => title);
    for (const title of ['Same', 'Explained by...', 'Contradiction', 'Not Comparable'])
      assert.ok(titles.includes(title));
    await fix(session, 'Not Comparable');
    await untilContradictions(session, 0);
    await untilFile(REGISTRY, (text) => text.includes('"is": "not comparable"'), 'the judgement is kept');
    await closeAll();
    const other = await compared(B);
    await untilContradictions(other, 0);
    await run('undoRegistryChange');
    await untilContradictions(other, 1);
    await untilFile(REGISTRY, (text) => !text.includes('"is"'), 'the judgement is gone');
    await run('redoRegistryChange');
    await untilContradictions(other, 0);
    await run('undoRegistryChange');
    await untilContradictions(other, 1);
  });

  it('follows an edit that ends the contradiction, and one that takes the judged words away says so', async () => {
    const { across } = await api();
    const session = await compared(A);
    await untilContradictions(session, 1);
    await fix(session, 'Contradiction');
    await until(
      across.onDidChange,
      () => /contradiction/i.test(problems(session.uri)[0]?.message ?? ''),
      'it is judged',
    );
    const edit = new vscode.WorkspaceEdit();
    const start = session.document.getText().indexOf('The Norrbeck breakwater is');
    const end = session.document.getText().indexOf(' Ingrid Sollander');
    edit.delete(session.uri, new vscode.Range(session.document.positionAt(start), session.document.positionAt(end)));
    await vscode.workspace.applyEdit(edit);
    await until(across.onDidChange, () => across.lost(session).length === 1, 'the words are gone');
    const lost = vscode.languages.getDiagnostics(session.uri).find(({ code }) => code === 'lostJudgement');
    assert.match(lost?.message ?? '', /It is kept/);
    await run('undoRegistryChange');
  });
});
