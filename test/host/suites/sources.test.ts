import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { setCard } from '../../../src/core/store/edits/cardEdits.ts';
import { analyzed, api, closeAll, open, readFile, run, sidecarOf, until, untilFile, writeFile } from '../helpers.ts';

describe('sources', () => {
  afterEach(closeAll);

  it('a page is imported beside its original, with its card, and nothing is written over', async () => {
    const page =
      '<html><head><meta name="author" content="Ada Writer"></head><body><p>Angela Merkel met Emmanuel Macron.</p></body></html>';
    const original = await writeFile('import-me.html', page);
    await run('importArticle', original);
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    assert.ok(editor.document.uri.path.endsWith('/import-me.txt'));
    const session = (await api()).session(editor.document.uri);
    assert.ok(session);
    await analyzed(session);
    assert.equal(session.text, 'Angela Merkel met Emmanuel Macron.\n');
    assert.equal(session.source.author, 'Ada Writer');
    assert.equal(session.source.original, 'import-me.html');
    assert.equal(await readFile(original), page);
  });

  it('a change of the card is saved, and undo takes it back', async () => {
    const uri = await writeFile('card.txt', 'Angela Merkel met Emmanuel Macron on Thursday.\n');
    const session = await open(uri);
    session.store.apply(setCard(session.source, { publisher: 'Herald', published: '2021-08-27' }, 'Fill the card'));
    await until(session.onDidChange, () => session.facts.referenceDate.value === '2021-08-27', 'days count from it');
    await untilFile(sidecarOf(uri), (text) => text.includes('"publisher": "Herald"'), 'the card is saved');
    await run('undoAnnotation');
    assert.equal(session.source.publisher, undefined);
    await untilFile(sidecarOf(uri), (text) => !text.includes('Herald'), 'the card is empty again');
  });

  it('a linked original is shown beside, and the paragraphs of the cursor belong together', async () => {
    const original = await writeFile('beside-de.txt', 'Erster Absatz mit 1997.\n\nZweiter Absatz.\n');
    const session = await open(await writeFile('beside-en.txt', 'First paragraph with 1997.\n\nSecond paragraph.\n'));
    session.store.apply(setCard(session.source, { translationOf: 'beside-de.txt' }, 'Link original'));
    await run('showOriginalBeside');
    const shown = vscode.window.visibleTextEditors.map(({ document }) => document.uri.toString());
    assert.ok(shown.includes(original.toString()));
    const { beside } = await api();
    assert.deepEqual(beside.counterpart?.other, { start: 0, end: 1 });
  });
});
