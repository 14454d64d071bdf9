import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { addComment, addEvidence } from '../../../src/core/store/edits/caseEdits.ts';
import { setVerdict } from '../../../src/core/store/edits/claimEdits.ts';
import { accept } from '../../../src/core/store/edits/decide.ts';
import { addEntity, renameEntity } from '../../../src/core/store/edits/entityEdits.ts';
import { setPrivateNote } from '../../../src/core/store/edits/noteEdits.ts';
import type { ArticleSession } from '../../../src/editor/articles/articleSession.ts';
import { closedEntries } from '../../../src/editor/search/closedEntries.ts';
import {
  api,
  claimRows,
  close,
  closeAll,
  entityRow,
  folder,
  open,
  openAgain,
  place,
  readFile,
  run,
  runAndAccept,
  sidecarOf,
  takeOffer,
  until,
  untilFile,
  writeFile,
} from '../helpers.ts';

const TEXT = `Harbour plan approved

The port authority of Rotterdam approved the plan on 3 May 2021. "We will build two new quays," said Anna de Vries, the director of the authority.

Critics say the plan is too expensive. Henk Jansen called the plan a mistake, and Anna de Vries rejected the criticism in Rotterdam.
`;

let session: ArticleSession;
let uri: vscode.Uri;
let number = 0;

const selected = () => {
  const editor = vscode.window.activeTextEditor;
  assert.ok(editor, 'an editor is active');
  return editor.document.getText(editor.selection);
};
const press = (key: string) => run('pressReviewKey', key);
const entityNamed = (name: string) => {
  const found = [...session.store.annotations.entities.values()].find((entity) => entity.name === name);
  assert.ok(found, `${name} is an entity`);
  return found;
};

describe('the review', () => {
  beforeEach(async () => {
    number++;
    uri = await writeFile(`review/harbour${number}.txt`, TEXT);
    session = await open(uri);
  });
  afterEach(async () => {
    await run('endReview');
    await closeAll();
  });

  it('goes from item to item, each key one decision, and takes no typing', async () => {
    place(session, 'Harbour');
    await run('startReview');
    const first = selected();
    assert.notEqual(first, '');
    await vscode.commands.executeCommand('type', { text: 'x' });
    assert.equal(session.document.getText(), TEXT);
    assert.equal(session.document.isDirty, false);
    await press('accept');
    assert.notEqual(selected(), first);
    await press('reject');
    const states = [...session.store.annotations.entities.values(), ...session.store.annotations.claims.values()].map(
      ({ state }) => state,
    );
    assert.deepEqual([...new Set(states.filter((state) => state !== 'suggested'))].sort(), ['accepted', 'rejected']);
    await press('undo');
    await press('undo');
    assert.ok([...session.store.annotations.entities.values()].every(({ state }) => state === 'suggested'));
  });

  it('changes types by digit, verdicts by letter, and the words by arrows', async () => {
    await run('startReview');
    const person = entityNamed('Henk Jansen');
    place(session, 'Henk Jansen');
    await press('type.group');
    assert.equal(session.store.annotations.entities.get(person.id)?.type, 'group');
    await press('extendEnd');
    assert.equal(selected(), 'Henk Jansen called');
    await press('shrinkEnd');
    assert.equal(selected(), 'Henk Jansen');
    place(session, 'too expensive');
    await press('verdict.disputed');
    const judged = [...session.store.annotations.claims.values()].filter(({ verdict }) => verdict === 'disputed');
    assert.deepEqual(
      judged.map(({ place: { exact } }) => exact.includes('too expensive')),
      [true],
    );
  });

  it('gives types and verdicts of the codebook by key, and goes on after a verdict', async () => {
    const codebook = vscode.workspace.getConfiguration('dossier.codebook', uri);
    const set = (types?: string[], verdicts?: string[]) =>
      Promise.all([
        codebook.update('types', types, vscode.ConfigurationTarget.Workspace),
        codebook.update('verdicts', verdicts, vscode.ConfigurationTarget.Workspace),
      ]);
    await set(['militia'], ['half true']);
    try {
      await run('startReview');
      const { id } = entityNamed('Henk Jansen');
      place(session, 'Henk Jansen');
      await runAndAccept('pressReviewKey', 'askType');
      assert.equal(session.store.annotations.entities.get(id)?.type, 'militia');
      place(session, 'too expensive');
      const before = selected();
      await runAndAccept('pressReviewKey', 'askVerdict');
      const verdicts = [...session.store.annotations.claims.values()].flatMap(({ verdict }) => verdict ?? []);
      assert.deepEqual(verdicts, ['half true']);
      assert.notEqual(selected(), before);
    } finally {
      await set();
    }
  });

  it('ends with the article writable again', async () => {
    await run('startReview');
    await press('end');
    place(session, 'Harbour');
    await vscode.commands.executeCommand('type', { text: 'x' });
    assert.equal(session.document.isDirty, true);
  });

  it('leaves the article writable when its editor was closed meanwhile', async () => {
    await run('startReview');
    await close(session);
    await vscode.window.showTextDocument(await writeFile('review/other.txt', 'Nothing.\n'));
    session = await openAgain(uri);
    const typed = async () => {
      await vscode.commands.executeCommand('default:type', { text: 'X' });
      return session.document.getText().includes('X');
    };
    const deadline = Date.now() + 20_000;
    while (!(await typed())) assert.ok(Date.now() < deadline, 'the article takes typing');
  });

  it('and the steps from mark to mark stay in the editor that the person is in, where two show the article', async () => {
    await vscode.commands.executeCommand('workbench.action.splitEditorRight');
    const column = () => vscode.window.activeTextEditor?.viewColumn;
    assert.equal(column(), vscode.ViewColumn.Two);
    await run('nextAnnotation');
    const first = selected();
    await run('nextAnnotation');
    assert.deepEqual([column(), selected() === first], [vscode.ViewColumn.Two, false]);
    await run('startReview');
    await press('accept');
    assert.equal(column(), vscode.ViewColumn.Two);
  });

  it('goes on in the next article of the folder that has something to review', async () => {
    const finished = await writeFile(`review/harbour${number}a.txt`, TEXT);
    await open(finished);
    await run('saveAnnotations');
    const saved = JSON.parse((await readFile(sidecarOf(finished))) ?? '');
    assert.ok(Object.keys(saved.quotations).length > 0, 'quotations are no part of the review');
    for (const kind of ['entities', 'mentions', 'claims'])
      for (const record of Object.values<{ state: string }>(saved[kind])) record.state = 'accepted';
    await closeAll();
    await writeFile(`review/harbour${number}a.txt.dossier.json`, JSON.stringify(saved));
    const next = await writeFile(`review/harbour${number}b.txt`, TEXT);
    session = await open(uri);
    await run('startReview');
    await press('nextArticle');
    assert.equal(vscode.window.activeTextEditor?.document.uri.path, next.path);
    assert.notEqual(selected(), '');
    for (const file of [next, finished, sidecarOf(finished)]) await vscode.workspace.fs.delete(file);
  });

  it('is over in one article: the next unreviewed annotation is in the next article, and there is a way back', async () => {
    const next = await writeFile(`review/harbour${number}a.txt`, TEXT);
    await run('nextUnreviewed');
    assert.equal(vscode.window.activeTextEditor?.document, session.document, 'something is left here');
    const { annotations } = session.store;
    const all = (['entities', 'mentions', 'claims'] as const).flatMap((kind) =>
      [...annotations[kind].keys()].map((id) => ({ kind, id })),
    );
    session.store.apply(accept(session.store, all, {}));
    const shown = () => vscode.window.activeTextEditor?.document.uri.path;
    await run('nextUnreviewed');
    assert.equal(shown(), next.path);
    assert.notEqual(selected(), '');
    await takeOffer(async () => shown() === uri.path);
    await vscode.workspace.fs.delete(next);
  });

  it('marks all places of the same words, and rejects them all', async () => {
    const { id } = entityNamed('Rotterdam');
    const count = () =>
      [...session.store.annotations.mentions.values()].filter(
        ({ entity, state }) => entity === id && state !== 'rejected',
      ).length;
    assert.equal(count(), 2);
    place(session, 'Rotterdam');
    await runAndAccept('rejectOccurrences');
    assert.equal(count(), 0);
    await runAndAccept('annotateOccurrences');
    assert.equal(count(), 2, 'what was rejected everywhere comes back from its words');
    await run('undoAnnotation');
    await run('undoAnnotation');
    assert.equal(count(), 2);
  });

  it('decides on all that a view shows, in one step', async () => {
    await run('filterClaims', 'is:unreviewed');
    const shown = (await claimRows()).length;
    assert.ok(shown > 1);
    await runAndAccept('decideShownClaims');
    const accepted = () =>
      [...session.store.annotations.claims.values()].filter(({ state }) => state === 'accepted').length;
    assert.equal(accepted(), shown);
    await run('undoAnnotation');
    assert.equal(accepted(), 0);
    await run('clearClaimsFilter');
  });

  it('marks all places of words that nothing stood on', async () => {
    const start = TEXT.indexOf('plan');
    const input = { places: [[{ start, end: start + 4 }]], type: 'work', name: 'plan' };
    session.store.apply(addEntity(session.store, input, {}, (prefix) => `${prefix}plan`));
    const marked = () =>
      [...session.store.annotations.mentions.values()].filter(({ entity }) => entity === 'e_plan').length;
    place(session, 'plan');
    await runAndAccept('annotateOccurrences');
    assert.equal(marked(), TEXT.split('plan').length - 1);
    await run('undoAnnotation');
    assert.equal(marked(), 1);
  });

  it('merges, splits off, and does again what was undone, by key', async () => {
    await run('startReview');
    const { id } = entityNamed('Henk Jansen');
    const mergedInto = () => session.store.annotations.entities.get(id)?.mergedInto;
    place(session, 'Henk Jansen');
    await runAndAccept('pressReviewKey', 'merge');
    const into = mergedInto();
    assert.ok(into);
    await press('undo');
    assert.equal(mergedInto(), undefined);
    await press('redo');
    assert.equal(mergedInto(), into);
    const many = session.store.annotations.entities.size;
    place(session, 'Anna de Vries');
    await runAndAccept('pressReviewKey', 'split');
    assert.equal(session.store.annotations.entities.size, many + 1);
  });

  it('moves the edges of a mention by a word outside a review too', async () => {
    place(session, 'Henk Jansen');
    const { mentions } = session.store.annotations;
    const { id = '' } = [...mentions.values()].find((mention) => mention.place.exact === 'Henk Jansen') ?? {};
    for (const [command, exact] of [
      ['extendEnd', 'Henk Jansen called'],
      ['extendEnd', 'Henk Jansen called the'],
      ['shrinkStart', 'Jansen called the'],
      ['extendStart', 'Henk Jansen called the'],
      ['shrinkEnd', 'Henk Jansen called'],
    ] as const) {
      await run(command);
      assert.equal(session.store.annotations.mentions.get(id)?.place.exact, exact, command);
      assert.equal(selected(), exact, command);
    }
  });

  it('puts a mention on the selected words', async () => {
    place(session, 'Anna de Vries, the director', { select: true });
    await runAndAccept('fitAnnotation');
    const exact = [...session.store.annotations.mentions.values()].map((mention) => mention.place.exact);
    assert.ok(exact.includes('Anna de Vries, the director'), exact.join(' | '));
  });
});

describe('the case of a claim', () => {
  beforeEach(async () => {
    number++;
    uri = await writeFile(`case${number}.txt`, TEXT);
    session = await open(uri);
  });
  afterEach(closeAll);

  it('keeps private notes on this machine, and shows them', async () => {
    const row = await entityRow('Rotterdam');
    assert.ok(row.record);
    await runAndAccept('writePrivateNote', row);
    session.store.apply(setPrivateNote(session.store, row.record, 'call the harbour master', {}));
    await run('saveAnnotations');
    const saved = await untilFile(sidecarOf(uri), (text) => text.includes('Rotterdam'), 'the sidecar is written');
    assert.ok(!saved.includes('harbour master'));
    await closeAll();
    session = await open(uri);
    await until(session.onDidChange, () => session.privateNotes.size > 0, 'the private notes are read');
    place(session, 'Rotterdam');
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      uri,
      vscode.window.activeTextEditor?.selection.active,
    );
    const words = hovers.flatMap(({ contents }) => contents.map((part) => (part as vscode.MarkdownString).value));
    assert.ok(words.join('\n').includes('harbour master'), words.join('\n'));
  });

  it('says which verdicts have no evidence, with a way to add it', async () => {
    const [claim] = session.store.annotations.claims.values();
    assert.ok(claim);
    session.store.apply(setVerdict(session.store, claim.id, 'refuted', {}));
    const lint = () => vscode.languages.getDiagnostics(uri).filter(({ code }) => code === 'noEvidence');
    await until(vscode.languages.onDidChangeDiagnostics, () => lint().length === 1, 'the problem is shown');
    const fixes = () =>
      vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, lint()[0]?.range);
    assert.ok((await fixes()).some(({ title }) => title === 'Add Evidence...'));
    const evidence = { kind: 'url', ref: 'https://example.org', stance: 'against' } as const;
    session.store.apply(addEvidence(session.store, claim.id, evidence, {}));
    await until(vscode.languages.onDidChangeDiagnostics, () => lint().length === 0, 'the problem is gone');
  });

  it('is found by the search, also of an article that is closed', async () => {
    const row = await entityRow('Henk Jansen');
    assert.ok(row.record);
    session.store.apply(addComment(session.store, row.record, 'phoned twice', {}));
    await untilFile(sidecarOf(uri), (text) => text.includes('phoned twice'), 'the comment is saved');
    session.store.apply(setPrivateNote(session.store, row.record, 'ask his brother', {}));
    const { privateNotes, flush } = await api();
    await flush();
    await closeAll();
    const entries = await closedEntries(sidecarOf(uri), privateNotes);
    const remarks = entries.find(({ words }) => words === 'Henk Jansen')?.remarks ?? '';
    assert.match(remarks, /ask his brother.*phoned twice/);
    await runAndAccept('searchAnnotations');
    assert.notEqual(selected(), '');
  });

  it('copies a quote with who says it and where it stands', async () => {
    place(session, 'We will build two new quays', { select: true });
    await run('copyCitation');
    const copied = await vscode.env.clipboard.readText();
    assert.match(copied, /^“We will build two new quays” \(.*Harbour plan approved.*line 3\)$/);
    assert.equal(await readFile(vscode.Uri.joinPath(folder(), 'harbour.txt')), null);
  });
});

describe('the registry', () => {
  const setting = () => vscode.workspace.getConfiguration('dossier.registry');
  beforeEach(() => setting().update('enabled', true, vscode.ConfigurationTarget.Workspace));
  afterEach(async () => {
    await closeAll();
    await setting().update('enabled', false, vscode.ConfigurationTarget.Workspace);
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder(), '.dossier/registry.json'));
  });

  it('carries the codebook from the first decision that uses it, also to somebody without the setting', async () => {
    const codebook = vscode.workspace.getConfiguration('dossier.codebook');
    const set = (words?: string[]) => codebook.update('verdicts', words, vscode.ConfigurationTarget.Workspace);
    const file = vscode.Uri.joinPath(folder(), '.dossier/registry.json');
    session = await open(await writeFile('registry3.txt', TEXT));
    const [one, two] = await claimRows();
    assert.ok(one?.record && two?.record);
    await set(['half true']);
    try {
      session.store.apply(accept(session.store, [one.record], {}));
      session.store.apply(setVerdict(session.store, one.record.id, 'half true', {}));
      await untilFile(file, (text) => text.includes('half true'), 'the registry has the verdict');
    } finally {
      await set();
    }
    await runAndAccept('setVerdict', two);
    assert.equal(session.store.annotations.claims.get(two.record.id)?.verdict, 'half true');
  });

  it('lets a renaming in one article count in the others, also in one that is open, until it is undone', async () => {
    const one = await writeFile('registry1.txt', TEXT);
    const two = await writeFile(
      'registry2.txt',
      `Rotterdam floods\n\nThe mayor of Rotterdam said that Henk Jansen left.\n`,
    );
    const other = await open(two);
    session = await open(one);
    const names = () => [...other.store.annotations.entities.values()].map(({ name }) => name);
    assert.ok(names().includes('Henk Jansen'), names().join());
    session.store.apply(renameEntity(session.store, entityNamed('Henk Jansen').id, 'Hendrik Jansen', {}));
    await until(other.onDidChange, () => names().includes('Hendrik Jansen'), 'the other article takes the name');
    const registry = vscode.Uri.joinPath(folder(), '.dossier/registry.json');
    await untilFile(registry, (text) => text.includes('Hendrik Jansen'), 'the registry is written');
    assert.equal(await readFile(sidecarOf(two)), null);
    await run('undoAnnotation');
    await until(other.onDidChange, () => names().includes('Henk Jansen'), 'the other article has its own name again');
    await untilFile(registry, (text) => !text.includes('Hendrik Jansen'), 'the registry has forgotten it');
  });
});
