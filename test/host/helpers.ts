import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TreeNode } from '../../src/core/present/treeNode.ts';
import type { DossierApi } from '../../src/editor/activate.ts';
import type { ArticleSession } from '../../src/editor/articles/articleSession.ts';

export const FIRST = '000_ac14fab8c2e61573.txt';
export const SECOND = '004_18bee006703496ad.txt';
const ID = 'dossier.dossier';

export function folder(): vscode.Uri {
  const uri = vscode.workspace.workspaceFolders?.[0]?.uri;
  assert.ok(uri, 'the suite runs in a workspace');
  return uri;
}

export async function api(): Promise<DossierApi> {
  const extension = vscode.extensions.getExtension<DossierApi>(ID);
  assert.ok(extension, 'the extension is installed');
  return extension.activate();
}

/** Below the limit of Mocha, so that the sentence of what did not come is printed. */
const PATIENCE = 45_000;

/** Resolves when `holds` is true, now or after an event; rejects when it takes too long. */
export function until(event: vscode.Event<unknown>, holds: () => boolean, what: string): Promise<void> {
  if (holds()) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      subscription.dispose();
      reject(new Error(`never: ${what}`));
    }, PATIENCE);
    const subscription = event(() => {
      if (!holds()) return;
      clearTimeout(timer);
      subscription.dispose();
      resolve();
    });
  });
}

/** For what has no event: looks until something is found, and says what was there instead when that takes too long. */
export async function eventually<T>(
  find: () => T | Promise<T>,
  what: string | (() => string),
): Promise<NonNullable<T>> {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const found = await find();
    if (found) return found;
    if (Date.now() > deadline) throw new Error(`never: ${typeof what === 'string' ? what : what()}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** Resolves when a file satisfies `holds`; files have no event that every host sends. */
export async function untilFile(uri: vscode.Uri, holds: (text: string) => boolean, what: string): Promise<string> {
  let text: string | null = null;
  await eventually(
    async () => {
      text = await readFile(uri);
      return text !== null && holds(text);
    },
    () => `${what}; the file is ${text === null ? 'not there' : text.slice(0, 300)}`,
  );
  return text ?? '';
}

export async function readFile(uri: vscode.Uri): Promise<string | null> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch (error) {
    if (error instanceof vscode.FileSystemError) return null;
    throw error;
  }
}

export async function writeFile(name: string, content: string | Uint8Array): Promise<vscode.Uri> {
  const uri = vscode.Uri.joinPath(folder(), name);
  await vscode.workspace.fs.writeFile(uri, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  return uri;
}

export const sidecarOf = (article: vscode.Uri) => article.with({ path: `${article.path}.dossier.json` });

/** Shows an article and waits until it is analyzed. */
export async function open(target: vscode.Uri | string): Promise<ArticleSession> {
  const uri = typeof target === 'string' ? vscode.Uri.joinPath(folder(), target) : target;
  const document = await vscode.workspace.openTextDocument(uri);
  return show(document);
}

export async function show(document: vscode.TextDocument): Promise<ArticleSession> {
  await vscode.window.showTextDocument(document);
  const { session: find } = await api();
  const session = find(document.uri);
  assert.ok(session, `${document.uri} has a session`);
  await analyzed(session);
  return session;
}

export async function analyzed(session: ArticleSession): Promise<void> {
  await until(session.onDidChange, () => session.phase === 'ready' || session.phase === 'failed', 'the analysis ends');
  assert.equal(session.problem, null);
}

export async function closeAll(): Promise<void> {
  // A dirty editor would ask; unsaved edits of a test are thrown away. The settings, which VS Code is writing, are not.
  const own = ({ uri }: vscode.TextDocument) => uri.scheme === 'untitled' || vscode.workspace.getWorkspaceFolder(uri);
  for (const document of vscode.workspace.textDocuments.filter((one) => one.isDirty && own(one))) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** The editor keeps a document for a while after its tab is closed; one of another language is no article any more. */
export async function close(session: ArticleSession): Promise<void> {
  await vscode.languages.setTextDocumentLanguage(session.document, 'json');
  assert.ok(session.disposed);
}

export async function openAgain(uri: vscode.Uri): Promise<ArticleSession> {
  await vscode.languages.setTextDocumentLanguage(await vscode.workspace.openTextDocument(uri), 'plaintext');
  return open(uri);
}

/** Shows a tree. A window that is still opening may put another view in its place, so it is asked for until it is there. */
export async function showTree(view: 'entities' | 'claims'): Promise<void> {
  const { visible } = await api();
  const shown = async () => {
    await vscode.commands.executeCommand(`dossier.${view}.focus`);
    return visible(view);
  };
  await eventually(shown, `the tree of ${view} is shown`);
}

/** Resolves when the row whose label matches is the selected one of a tree. */
export async function untilSelected(view: 'entities' | 'claims', label: RegExp): Promise<void> {
  const { selection, visible } = await api();
  const labels = () => selection(view).map((row) => row.label);
  await eventually(
    () => label.test(labels()[0] ?? ''),
    () => `${label} is selected in the tree, which is ${visible(view) ? 'shown' : 'hidden'}, but [${labels()}]`,
  );
}

/** All rows of a tree, the children of closed ones too. */
export async function rows(view: 'entities' | 'claims'): Promise<TreeNode[]> {
  const all = (nodes: readonly TreeNode[]): TreeNode[] => nodes.flatMap((node) => [node, ...all(node.children())]);
  return all((await api()).rows(view));
}

export async function entityRow(name: string | RegExp): Promise<TreeNode> {
  const fits = (label: string) => (typeof name === 'string' ? label === name : name.test(label));
  const row = (await rows('entities')).find((node) => node.record?.kind === 'entities' && fits(node.label));
  assert.ok(row, `the entity ${name} is in the tree`);
  return row;
}

export async function claimRows(): Promise<TreeNode[]> {
  return (await rows('claims')).filter(({ record }) => record?.kind === 'claims');
}

/** Puts words into the first line of an article, without saving them, and waits until they are analyzed. */
export async function insert(session: ArticleSession, at: number, words: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(session.uri, new vscode.Position(0, at), words);
  await vscode.workspace.applyEdit(edit);
  await until(session.onDidChange, () => session.phase === 'ready', 'the edit is analyzed');
}

/** Renames an article; what the row stands for is rejected while that goes on. */
export async function rejectWhileRenamed(row: TreeNode, from: vscode.Uri, to: vscode.Uri): Promise<void> {
  // Asked after the extension, which has written what it knew by then.
  const asked = vscode.workspace.onWillRenameFiles((event) => event.waitUntil(run('rejectAnnotation', row)));
  const edit = new vscode.WorkspaceEdit();
  edit.renameFile(from, to);
  assert.ok(await vscode.workspace.applyEdit(edit));
  asked.dispose();
}

/** Puts the cursor into the first occurrence of `words`, or selects them. */
export function place(session: ArticleSession, words: string, { select = false } = {}): vscode.TextEditor {
  const editor = vscode.window.activeTextEditor;
  assert.ok(editor && editor.document === session.document, 'the article is active');
  const text = session.document.getText();
  const start = text.indexOf(words);
  assert.ok(start >= 0, `“${words}” is in the text`);
  const from = session.document.positionAt(select ? start : start + 1);
  editor.selection = new vscode.Selection(from, select ? session.document.positionAt(start + words.length) : from);
  return editor;
}

export const run = (command: string, ...args: unknown[]): Thenable<unknown> =>
  vscode.commands.executeCommand(`dossier.${command}`, ...args);

/** Runs a command that asks, and takes the first choice of every question. */
export const runAndAccept = (command: string, ...args: unknown[]) =>
  runAnswering('workbench.action.acceptSelectedQuickOpenItem', command, args);

/** Runs a command that asks, and leaves without an answer. */
export const runAndLeave = (command: string, ...args: unknown[]) =>
  runAnswering('workbench.action.closeQuickOpen', command, args);

async function runAnswering(answer: string, command: string, args: readonly unknown[]): Promise<void> {
  let answered = false;
  const asked = Promise.resolve(run(command, ...args)).finally(() => {
    answered = true;
  });
  for (let turn = 0; turn < 200 && !answered; turn++) {
    await new Promise((resolve) => setTimeout(resolve, 25));
    if (!answered) await vscode.commands.executeCommand(answer);
  }
  await asked;
}

/** How an entity stands. */
export function stateOf(session: ArticleSession, wanted: string): string | undefined {
  return [...session.store.annotations.entities.values()].find(({ name }) => name === wanted)?.state;
}

/** Takes the only button of the only message until `done`. */
export async function takeOffer(done: () => Promise<boolean>): Promise<void> {
  await eventually(async () => {
    if (await done()) return true;
    await vscode.commands.executeCommand('notifications.showList');
    await vscode.commands.executeCommand('list.focusFirst');
    // Without a message yet there is none to take.
    await vscode.commands.executeCommand('notification.acceptPrimaryAction').then(undefined, () => undefined);
    return false;
  }, 'something is offered');
  await vscode.commands.executeCommand('notifications.clearAll');
}

export const useRegistry = (enabled: boolean) =>
  vscode.workspace
    .getConfiguration('dossier.registry')
    .update('enabled', enabled, vscode.ConfigurationTarget.Workspace);
