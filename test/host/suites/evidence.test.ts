import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { describe as describeSpans } from '../../../src/core/anchor/describe.ts';
import type { ClaimRecord, Evidence } from '../../../src/core/model/records.ts';
import { addComment, addEvidence } from '../../../src/core/store/edits/caseEdits.ts';
import { addNote } from '../../../src/core/store/edits/noteEdits.ts';
import type { ArticleSession } from '../../../src/editor/articles/articleSession.ts';
import {
  api,
  claimRows,
  close,
  closeAll,
  open,
  openAgain,
  place,
  rows,
  run,
  runAndAccept,
  sidecarOf,
  untilFile,
  writeFile,
} from '../helpers.ts';

const TEXT = `Harbour plan approved

The port authority of Rotterdam approved the plan on 3 May 2021. Critics say the plan is too expensive.
`;
const REPORT = `Budget of the port

The port authority spent 4 million euros on new quays in 2020, the auditors said.
`;

let session: ArticleSession;
let number = 0;

const selected = () => {
  const editor = vscode.window.activeTextEditor;
  assert.ok(editor, 'an editor is active');
  return editor.document.getText(editor.selection);
};
const judged = (): ClaimRecord | undefined =>
  [...session.store.annotations.claims.values()].find(({ evidence }) => evidence);
/** The row of the first claim, and of the first piece of evidence below it. */
async function evidenceRow() {
  const row = (await rows('claims')).find(({ item }) => item?.list === 'evidence');
  assert.ok(row, 'the evidence has a row');
  return row;
}

describe('evidence', () => {
  beforeEach(async () => {
    number++;
    session = await open(await writeFile(`evidence${number}.txt`, TEXT));
  });
  afterEach(closeAll);

  async function update(uri: vscode.Uri): Promise<void> {
    const edit = new vscode.WorkspaceEdit();
    edit.insert(uri, new vscode.Position(0, 0), 'An update. ');
    await vscode.workspace.applyEdit(edit);
  }

  it('is a passage of another article, saved with its words, and shown where they stand now', async () => {
    const words = 'spent 4 million euros';
    const other = await open(await writeFile(`budget${number}.txt`, REPORT));
    place(other, words, { select: true });
    await runAndAccept('useAsEvidence');
    const [piece] = judged()?.evidence ?? [];
    assert.deepEqual([piece?.kind, piece?.ref], ['passage', `budget${number}.txt`]);
    const saved = await untilFile(sidecarOf(session.uri), (text) => text.includes('"evidence"'), 'it is saved');
    assert.ok(saved.includes(words));
    await update(other.uri);
    await vscode.window.showTextDocument(session.document);
    await run('openEvidence', await evidenceRow());
    assert.equal(vscode.window.activeTextEditor?.document.uri.path, other.uri.path);
    assert.equal(selected(), words);
  });

  it('is a passage of the article itself', async () => {
    const start = TEXT.indexOf('on 3 May 2021');
    const selector = describeSpans(session.store.blocks, [{ start, end: start + 13 }]);
    const [row] = await claimRows();
    assert.ok(row?.record);
    const piece: Evidence = { kind: 'passage', ref: `evidence${number}.txt`, stance: 'for', selector };
    session.store.apply(addEvidence(session.store, row.record.id, piece, {}));
    await update(session.uri);
    await run('openEvidence', await evidenceRow());
    assert.equal(vscode.window.activeTextEditor?.document, session.document);
    assert.equal(selected(), 'on 3 May 2021');
  });

  it('is a file, which a click opens, and goes by its row in one step', async () => {
    const file = await writeFile(`photo${number}.csv`, 'a,b\n');
    const [row] = await claimRows();
    assert.ok(row?.record);
    const piece: Evidence = { kind: 'file', ref: `photo${number}.csv`, stance: 'against' };
    session.store.apply(addEvidence(session.store, row.record.id, piece, {}));
    await run('openEvidence', await evidenceRow());
    assert.equal(vscode.window.activeTextEditor?.document.uri.path, file.path);
    await vscode.window.showTextDocument(session.document);
    await run('removeEvidence', await evidenceRow());
    assert.equal(judged(), undefined);
    await run('undoAnnotation');
    assert.deepEqual(judged()?.evidence, [piece]);
  });

  it('is an address with its archived copy and the day it was read, on the card and below the row', async () => {
    const [row] = await claimRows();
    assert.ok(row?.record?.kind === 'claims');
    const piece: Evidence = {
      kind: 'url',
      ref: 'https://example.org/budget',
      stance: 'against',
      archive: 'https://archive.example/2021/budget',
      retrieved: '2021-05-04',
      note: 'page 4',
    };
    session.store.apply(addEvidence(session.store, row.record.id, piece, {}));
    const words =
      'https://example.org/budget · read 2021-05-04 · archived at https://archive.example/2021/budget · page 4';
    assert.equal((await evidenceRow()).label, words);
    const [span] = judged()?.place.spans ?? [];
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      session.uri,
      session.document.positionAt((span?.start ?? 0) + 1),
    );
    const cards = hovers.flatMap(({ contents }) => contents.map((one) => (one as vscode.MarkdownString).value));
    const text = cards.join('\n').replace(/\\|&nbsp;/g, '');
    for (const part of ['Evidence against', '2021-05-04', 'archive.example/2021/budget', 'dossier.openEvidence'])
      assert.ok(text.includes(part), `${part} in ${text}`);
  });

  it('that is no web address never leaves the editor', async () => {
    const [row] = await claimRows();
    assert.ok(row?.record);
    const piece: Evidence = { kind: 'url', ref: 'command:workbench.action.closeAllEditors', stance: 'for' };
    session.store.apply(addEvidence(session.store, row.record.id, piece, {}));
    await run('openEvidence', await evidenceRow());
    assert.equal(vscode.window.activeTextEditor?.document, session.document);
  });
});

describe('notes and comments', () => {
  beforeEach(async () => {
    number++;
    session = await open(await writeFile(`notes${number}.txt`, TEXT));
  });
  afterEach(closeAll);

  it('a note on a passage has a row that leads to it, is saved, and is removed and brought back in one step', async () => {
    const start = TEXT.indexOf('too expensive');
    const input = { text: 'Who says so?', spans: [{ start, end: start + 13 }] };
    session.store.apply(addNote(session.store, input, {}, (prefix) => `${prefix}mine`));
    const row = async () => (await rows('claims')).find(({ record }) => record?.kind === 'notes');
    const note = await row();
    assert.deepEqual([note?.label, note?.description], ['Who says so?', 'line 3']);
    await run('revealAnnotation', { uri: session.uri, spans: note?.spans });
    assert.equal(selected(), 'too expensive');
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      session.uri,
      session.document.positionAt(start + 4),
    );
    const cards = hovers.flatMap(({ contents }) => contents.map((part) => (part as vscode.MarkdownString).value));
    assert.ok(
      cards.some((words) => words.includes('Who says so')),
      cards.join(),
    );
    await untilFile(sidecarOf(session.uri), (text) => text.includes('Who says so?'), 'the note is saved');
    await closeAll();
    session = await open(session.uri);
    assert.equal((await row())?.label, 'Who says so?');
    await run('removeAnnotation', await row());
    assert.equal(await row(), undefined);
    await run('undoAnnotation');
    assert.equal((await row())?.label, 'Who says so?');
  });

  it('a private note on a passage has a row and a card, follows its words, and is never in the sidecar', async () => {
    const start = TEXT.indexOf('too expensive');
    const input = { text: 'ask the treasurer', spans: [{ start, end: start + 13 }], secret: true };
    session.store.apply(addNote(session.store, input, {}, (prefix) => `${prefix}1`));
    const row = async () => (await rows('claims')).find(({ label }) => label === 'ask the treasurer');
    assert.equal((await row())?.description, 'private · line 3');
    await run('acceptAnnotation', (await claimRows())[0]);
    await untilFile(sidecarOf(session.uri), (text) => text.includes('accepted'), 'the decision is saved');
    await (await api()).flush();
    await close(session);
    await writeFile(`notes${number}.txt`, `An update.\n${TEXT}`);
    session = await openAgain(session.uri);
    assert.equal((await row())?.description, 'private · line 4');
    const at = session.document.positionAt(session.document.getText().indexOf('expensive'));
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', session.uri, at);
    const cards = hovers.flatMap(({ contents }) => contents.map((part) => (part as vscode.MarkdownString).value));
    assert.match(cards.join('\n'), /ask the treasurer \\?\(private/);
    await run('rejectAnnotation', (await claimRows())[1]);
    const saved = await untilFile(sidecarOf(session.uri), (text) => text.includes('rejected'), 'it is saved');
    assert.ok(!saved.includes('treasurer'));
    await run('removeAnnotation', await row());
    assert.equal(await row(), undefined);
    await run('undoAnnotation');
    assert.equal((await row())?.label, 'ask the treasurer');
  });

  for (const [what, change, title, exact] of [
    ['are gone', '', 'Keep without a Place', 'too expensive'],
    ['were edited', 'too very expensive', 'Accept the New Words', 'too very expensive'],
  ] as const) {
    it(`a note whose words ${what} is a problem, until a person settles it`, async () => {
      const start = TEXT.indexOf('too expensive');
      const input = { text: 'Who says so?', spans: [{ start, end: start + 13 }] };
      session.store.apply(addNote(session.store, input, {}, (prefix) => `${prefix}mine`));
      const edit = new vscode.WorkspaceEdit();
      const { document } = session;
      if (change === '')
        edit.delete(session.uri, new vscode.Range(document.positionAt(start), document.positionAt(start + 13)));
      else edit.insert(session.uri, document.positionAt(start + 4), 'very ');
      await vscode.workspace.applyEdit(edit);
      const problems = () =>
        vscode.languages.getDiagnostics(session.uri).filter(({ message }) => /“too expensive” of a note/.test(message));
      assert.equal(problems().length, 1);
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        session.uri,
        problems()[0]?.range,
      );
      const command = actions.find((action) => action.title === title)?.command;
      assert.ok(command, `${title} is among ${actions.map((action) => action.title)}`);
      await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
      assert.deepEqual(problems(), []);
      assert.equal(session.store.annotations.notes.get('n_mine')?.place?.exact, exact);
    });
  }

  it('a note at the cursor is written anew, put on other words and removed by the commands for it', async () => {
    const start = TEXT.indexOf('approved\n');
    session.store.apply(addNote(session.store, { text: 'When?', spans: [{ start, end: start + 8 }] }, {}, () => 'n_1'));
    const note = () => session.store.annotations.notes.get('n_1');
    place(session, 'approved');
    await run('extendStart');
    assert.equal(note()?.place?.exact, 'plan approved');
    place(session, 'Harbour plan approved', { select: true });
    await run('fitAnnotation');
    assert.equal(note()?.place?.exact, 'Harbour plan approved');
    place(session, 'approved');
    await run('removeAnnotation');
    assert.equal(note(), undefined);
    await run('undoAnnotation');
    assert.equal(note()?.text, 'When?');
  });

  it('a comment on words that are gone is said, also where nothing was decided on them', async () => {
    const [mention] = [...session.store.annotations.mentions.values()].filter(
      ({ place }) => place.exact === 'Rotterdam',
    );
    assert.ok(mention);
    session.store.apply(addComment(session.store, { kind: 'mentions', id: mention.id }, 'or Antwerp?', {}));
    const [span] = mention.place.spans;
    const edit = new vscode.WorkspaceEdit();
    const at = (offset = 0) => session.document.positionAt(offset);
    edit.delete(session.uri, new vscode.Range(at(span?.start), at(span?.end)));
    await vscode.workspace.applyEdit(edit);
    const problems = vscode.languages.getDiagnostics(session.uri).map(({ message }) => message);
    assert.match(problems.join('\n'), /“Rotterdam” of a mention are no longer in the text/);
  });

  it('a quotation is accepted, rejected and taken back by its row, also when the text is analyzed again', async () => {
    session = await open(await writeFile(`spoken${number}.txt`, 'Ada Lovelace said: “We will rebuild every house.”\n'));
    const row = async () => (await rows('claims')).find(({ record }) => record?.kind === 'quotations');
    const stateOf = () => [...session.store.annotations.quotations.values()].map(({ state }) => state);
    await run('acceptAnnotation', await row());
    assert.match((await row())?.description ?? '', /accepted/);
    await run('rejectAnnotation', await row());
    await session.analyze();
    assert.deepEqual([await row(), stateOf()], [undefined, ['rejected']]);
    await run('undoAnnotation');
    await run('resetAnnotation', await row());
    assert.deepEqual(stateOf(), ['suggested']);
  });

  it('a comment on one mention stands below its row, and goes by its own', async () => {
    const mention = (await rows('entities')).find(({ record }) => record?.kind === 'mentions');
    assert.ok(mention?.record);
    const { id } = mention.record;
    session.store.apply(addComment(session.store, mention.record, 'or another port?', {}));
    const comment = (await rows('entities')).find(({ item }) => item?.list === 'comments');
    assert.deepEqual([comment?.label, comment?.parent?.record?.id], ['or another port?', id]);
    await run('removeComment', comment);
    assert.equal(session.store.annotations.mentions.get(id)?.comments, undefined);
    assert.ok((await api()).rows('entities').length > 0);
  });

  it('a comment on a quotation stands below its row, also after the file was opened again, and goes by its own', async () => {
    session = await open(await writeFile(`quoted${number}.txt`, 'Ada Lovelace said: “We will rebuild every house.”\n'));
    const quotation = (await rows('claims')).find(({ record }) => record?.kind === 'quotations');
    assert.ok(quotation?.record);
    const { record } = quotation;
    session.store.apply(addComment(session.store, record, 'heard on tape', {}));
    const shown = async () => (await rows('claims')).find(({ item }) => item?.list === 'comments');
    assert.deepEqual([(await shown())?.label, (await shown())?.parent?.record], ['heard on tape', record]);
    await untilFile(sidecarOf(session.uri), (text) => text.includes('heard on tape'), 'the comment is saved');
    await close(session);
    session = await openAgain(session.uri);
    const comment = await shown();
    assert.deepEqual(comment?.parent?.record, record);
    await run('removeComment', comment);
    assert.equal(session.store.annotations.quotations.get(record.id)?.comments, undefined);
  });
});
