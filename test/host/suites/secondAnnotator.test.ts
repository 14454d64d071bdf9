import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ArticleSession } from '../../../src/editor/articles/articleSession.ts';
import type { AnnotatorRow } from '../../../src/editor/conflicts/secondAnnotatorView.ts';
import { api, close, closeAll, eventually, open, run, runAndAccept, writeFile } from '../helpers.ts';
import { ben, berlin, HEAD, saved, TEXT, withBerlin } from '../savedArticle.ts';

const rowsOf = async (group: 'agreement' | 'differences' | 'kept'): Promise<readonly AnnotatorRow[]> =>
  (await api()).secondAnnotator().find(({ id }) => id === group)?.below ?? [];
const labels = async (group: 'agreement' | 'differences' | 'kept') => (await rowsOf(group)).map(({ label }) => label);
const first = async () => (await rowsOf('differences'))[0] as AnnotatorRow;
const selectedText = () => {
  const { activeTextEditor } = vscode.window;
  return activeTextEditor?.document.getText(activeTextEditor.selection);
};

/** An article whose Berlin Ben takes for an event, and Merkel for a group, with his sidecar beside. */
async function comparedWithBen(name: string): Promise<{ session: ArticleSession; other: vscode.Uri }> {
  const uri = await writeFile(`${name}.txt`, TEXT);
  const file = await saved(uri);
  const merkel = Object.entries(file.entities).map(([id, entity]) => [
    id,
    entity.name === 'Angela Merkel' ? { ...entity, state: 'edited', type: 'group', by: 'Ben' } : entity,
  ]);
  const other = await writeFile(
    `${name}.ben.dossier.json`,
    withBerlin({ ...file, entities: Object.fromEntries(merkel) }, ben),
  );
  const session = await open(uri);
  await run('compareSidecars', other.toString());
  return { session, other };
}

const MERKEL = 'Angela Merkel: unreviewed -> edited; type person -> group, by Ben';
const BERLIN = 'Berlin: unreviewed -> edited; type location -> event, by Ben on 2026-01-03';

describe('the view of the second annotator', () => {
  afterEach(closeAll);

  it('shows how far both agree, and the differences in the order of the text', async () => {
    await comparedWithBen('annotated');
    const measures = await labels('agreement');
    assert.ok(measures.includes('Types'), measures.join('; '));
    assert.deepEqual(await labels('differences'), [MERKEL, BERLIN]);
  });

  it('goes from difference to difference, from the last to the first', async () => {
    await comparedWithBen('stepped');
    const goes = async (command: 'nextDifference' | 'previousDifference', words: string) => {
      await run(command);
      await eventually(async () => selectedText() === words, `${words} is selected`);
    };
    await goes('nextDifference', 'Angela Merkel');
    await goes('nextDifference', 'Berlin');
    await goes('previousDifference', 'Angela Merkel');
    await goes('previousDifference', 'Berlin');
    await goes('nextDifference', 'Angela Merkel');
  });

  it('adopts the version of the other in one step, which can be undone', async () => {
    const { session } = await comparedWithBen('adopted');
    const [, second] = await rowsOf('differences');
    await run('adoptDifference', second);
    assert.equal(berlin(session)?.type, 'event');
    assert.deepEqual(await labels('differences'), [MERKEL]);
    await run('undoAnnotation');
    assert.equal(berlin(session)?.type, 'location');
    await eventually(async () => (await labels('differences')).includes(BERLIN), 'the difference is there again');
  });

  it('lists apart what is kept, until the other decides again', async () => {
    const { session, other } = await comparedWithBen('kept');
    await run('keepDifference', await first());
    assert.deepEqual([await labels('differences'), await labels('kept')], [[BERLIN], [MERKEL]]);
    assert.equal(session.store.canUndo, false);
    const now = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(other)));
    for (const entity of Object.values<Record<string, unknown>>(now.entities))
      if (entity.name === 'Angela Merkel') entity.type = 'organization';
    await vscode.workspace.fs.writeFile(other, new TextEncoder().encode(JSON.stringify(now)));
    await eventually(async () => (await labels('differences')).length === 2, 'what the other says now is read');
    assert.deepEqual(await labels('kept'), []);
  });

  it('is empty when the comparison is ended or the article is closed', async () => {
    const dossier = await api();
    const { session } = await comparedWithBen('ended');
    await run('endSidecarComparison');
    assert.deepEqual(dossier.secondAnnotator(), []);
    await run(
      'compareSidecars',
      session.uri.with({ path: `${session.uri.path.slice(0, -4)}.ben.dossier.json` }).toString(),
    );
    assert.equal(dossier.secondAnnotator().length, 2);
    await close(session);
    assert.deepEqual(dossier.secondAnnotator(), []);
  });

  it('says of a sidecar that cannot be read why, and compares nothing', async () => {
    const session = await open(await writeFile('unread.txt', TEXT));
    const broken = await writeFile('unread.ben.dossier.json', '{ "format":');
    await run('compareSidecars', broken.toString());
    assert.deepEqual((await api()).secondAnnotator(), []);
    assert.equal(berlin(session)?.type, 'location');
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  it('offers the sidecars of this article first', async () => {
    await writeFile('beside/a.txt', 'Oslo is in Norway.\n');
    await writeFile('beside/a.txt.dossier.json', JSON.stringify({ format: 'dossier', version: 1, source: HEAD }));
    const uri = await writeFile('beside/b.txt', TEXT);
    const file = await saved(uri);
    await writeFile('beside/z.dossier.json', withBerlin(file, ben));
    await open(uri);
    await runAndAccept('compareSidecars');
    assert.deepEqual(await labels('differences'), [BERLIN]);
  });
});
