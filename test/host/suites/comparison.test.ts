import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { HostMessage } from '../../../src/core/present/comparisonMessages.ts';
import type { ComparisonPanel } from '../../../src/editor/comparison/comparisonPanel.ts';
import { api, closeAll, open, run, until, writeFile } from '../helpers.ts';

const FIRST_TEXT = 'At least 60 people were killed in the bomb attack on the airport on 26 August 2021.\n';
const SECOND_TEXT = 'At least 170 people were killed in the bomb attack on the airport on 26 August 2021.\n';

type Shown = Extract<HostMessage, { type: 'comparison' }>;

/** The comparison that the page shows, when it satisfies `holds`. */
async function shown(panel: ComparisonPanel, holds: (message: Shown) => boolean, what: string): Promise<Shown> {
  const now = () => (panel.shown?.type === 'comparison' && holds(panel.shown) ? panel.shown : null);
  await until(panel.onDidPost, () => now() !== null, what);
  return now() as Shown;
}

const words = ({ shown: { rows } }: Shown) => rows.flatMap((row) => row.cells.flat().map((cell) => cell.words));

describe('the comparison of sources', () => {
  afterEach(closeAll);

  async function compareTwo() {
    const first = await writeFile('compared/first.txt', FIRST_TEXT);
    const second = await writeFile('compared/second.txt', SECOND_TEXT);
    await open(first);
    const { comparison } = await api();
    await run('compareSources', first, [first, second]);
    return { comparison, first, second, message: await shown(comparison, () => true, 'the comparison is shown') };
  }

  it('shows what two articles say on one question', async () => {
    const { message } = await compareTwo();
    assert.equal(message.shown.sources.length, 2);
    assert.ok(words(message).some((one) => /60/.test(one)));
    assert.ok(words(message).some((one) => /170/.test(one)));
    assert.doesNotMatch(JSON.stringify(message), /file:|vscode-remote:/, 'the page gets no address');
  });

  it('opens the passage that the page names by its number, and nothing for a number that is none', async () => {
    const { comparison, message, second } = await compareTwo();
    const cell = message.shown.rows.flatMap((row) => row.cells.flat()).find((one) => /170/.test(one.words));
    assert.ok(cell);
    const { revision } = message;
    await comparison.receive({ type: 'open', revision, statement: cell.statement });
    const editor = vscode.window.visibleTextEditors.find(({ document }) => document.uri.path === second.path);
    assert.ok(editor, 'the article is shown');
    assert.match(editor.document.getText(editor.selection), /170/);
    const before = vscode.window.visibleTextEditors.length;
    for (const wrong of [null, 'open', { type: 'open', revision, statement: -1 }, { type: 'open', uri: 'file:///x' }]) {
      await comparison.receive(wrong);
    }
    assert.equal(vscode.window.visibleTextEditors.length, before);
  });

  it('follows an edit of an article', async () => {
    const { comparison, first } = await compareTwo();
    const edit = new vscode.WorkspaceEdit();
    edit.replace(first, new vscode.Range(0, 9, 0, 11), '90');
    await vscode.workspace.applyEdit(edit);
    await shown(comparison, (message) => words(message).some((one) => /90/.test(one)), 'the new figure is shown');
  });

  it('says what to do where there are not two articles', async () => {
    const only = await writeFile('alone/only.txt', FIRST_TEXT);
    await open(only);
    const { comparison } = await api();
    await run('compareSources', only);
    await until(comparison.onDidPost, () => comparison.shown?.type === 'nothing', 'it is said');
    assert.match((comparison.shown as Extract<HostMessage, { type: 'nothing' }>).words, /fewer than two/);
  });

  it('a panel that the editor brings back shows the articles of before', async () => {
    const { comparison } = await compareTwo();
    await closeAll();
    assert.equal(comparison.shown, null);
    const panel = vscode.window.createWebviewPanel('dossier.comparison', 'Compare Sources', vscode.ViewColumn.One);
    await comparison.deserializeWebviewPanel(panel);
    const message = await shown(comparison, () => true, 'the comparison is shown again');
    assert.ok(words(message).some((one) => /170/.test(one)));
    assert.match(panel.webview.html, /default-src 'none'; script-src 'nonce-\w{32}'/);
  });
});
