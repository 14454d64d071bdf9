import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  api,
  claimRows,
  closeAll,
  entityRow,
  FIRST,
  open,
  place,
  readFile,
  rows,
  SECOND,
  showTree,
  sidecarOf,
  untilSelected,
} from '../helpers.ts';

describe('an open article', () => {
  after(closeAll);

  it('fills both trees, and writes nothing', async () => {
    const session = await open(FIRST);
    const groups = (await api()).rows('entities').map(({ label }) => label);
    assert.ok(
      groups.includes('People') && groups.includes('Organizations') && groups.includes('Locations'),
      groups.join(),
    );
    assert.ok((await claimRows()).length >= 20);
    assert.equal(await readFile(sidecarOf(session.uri)), null);
  });

  it('lists an entity with its names and its mentions with their lines', async () => {
    await open(FIRST);
    const row = await entityRow(/Biden/);
    const below = row.children().flatMap((child) => (child.record ? [child] : child.children()));
    assert.ok(below.length >= 2);
    for (const mention of below) assert.match(mention.description, /^line \d+/);
  });

  it('dims the furniture of the page and takes nothing from it', async () => {
    const session = await open(FIRST);
    const furniture = session.facts.zones.filter(({ kind }) => kind === 'furniture');
    assert.ok(furniture.length >= 10);
    const names = (await rows('entities')).map(({ label }) => label);
    assert.ok(!names.includes('The Newsopedia'));
    const inside = [...session.store.annotations.claims.values()].filter(({ place: { spans } }) =>
      spans.some(({ start }) => furniture.some((zone) => zone.start <= start && start < zone.end)),
    );
    assert.deepEqual(inside, []);
  });

  it('groups the claims by who says them, and has quotations and relations behind them', async () => {
    await open(FIRST);
    const sources = (await api()).rows('claims').map(({ label }) => label);
    assert.ok(
      sources.some((source) => source.includes('Biden')),
      sources.join(),
    );
    assert.deepEqual(sources.slice(-3), ['The article', 'Quotations', 'Relations']);
  });

  it('selects the words when a row is activated', async () => {
    const session = await open(FIRST);
    const row = await entityRow(/McKenzie/);
    await vscode.commands.executeCommand('dossier.revealAnnotation', { uri: session.uri, spans: row.spans });
    const editor = vscode.window.activeTextEditor;
    assert.match(editor?.document.getText(editor.selection) ?? '', /McKenzie/);
  });

  it('lets the tree follow the cursor while it is seen', async () => {
    const session = await open(SECOND);
    await showTree('entities');
    await vscode.window.showTextDocument(session.document);
    const editor = place(session, 'Vidino');
    await untilSelected('entities', /Vidino/);
    assert.equal(vscode.window.activeTextEditor, editor);
  });

  it('lets the tree show what the cursor is on when it comes to be seen', async () => {
    const session = await open(SECOND);
    await showTree('entities');
    await vscode.commands.executeCommand('workbench.view.explorer');
    await vscode.window.showTextDocument(session.document);
    const editor = place(session, 'Kunar');
    await showTree('entities');
    await untilSelected('entities', /Kunar/);
    assert.equal(vscode.window.activeTextEditor, editor);
  });

  it('is no text that some extension shows', async () => {
    const provider = vscode.workspace.registerTextDocumentContentProvider('dossier-made', {
      provideTextDocumentContent: () => 'Kenneth McKenzie said that Kabul is quiet.',
    });
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse('dossier-made:/page.txt'));
    await vscode.window.showTextDocument(document);
    const { session } = await api();
    assert.equal(session(document.uri), undefined);
    provider.dispose();
  });

  it('ends when the language of its text becomes another', async () => {
    const { document, uri } = await open(SECOND);
    const { session } = await api();
    await vscode.languages.setTextDocumentLanguage(document, 'json');
    assert.equal(session(uri), undefined);
    await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
    assert.ok(session(uri));
  });

  it('shows the one that is active', async () => {
    const first = await open(FIRST);
    const second = await open(SECOND);
    const { current } = await api();
    assert.equal(current(), second);
    await vscode.window.showTextDocument(first.document);
    assert.equal(current(), first);
  });
});
