import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { SourceRow } from '../../../src/core/present/sourceRows.ts';
import { api, closeAll, eventually, folder, open, run, until, writeFile } from '../helpers.ts';

const text = (who: string) => `${who} spoke in Rotterdam on 3 May 2021. ${who} said that 12 people were hurt.\n`;
const at = (name: string) => vscode.Uri.joinPath(folder(), name);
const remove = (name: string) => vscode.workspace.fs.delete(at(name), { recursive: true });

/** The articles that the corpus knows below the folder of this suite, as paths from there. */
async function known(): Promise<string[]> {
  const { corpus } = await api();
  const base = `${at('sources')}/`;
  return (await corpus.engine.ask('articles')).map(({ uri }) => uri).flatMap((uri) => uri.split(base)[1] ?? []);
}

/** Other suites leave articles with the same names elsewhere. */
async function named(name: string) {
  const { corpus } = await api();
  return (await corpus.engine.ask('named', name)).filter(({ uri }) => uri.startsWith(`${at('sources')}/`));
}

async function untilNamed(name: string, count: number): Promise<void> {
  let hits = await named(name);
  await eventually(
    async () => {
      hits = await named(name);
      return hits.length === count;
    },
    () => `${count} articles with ${name}, but ${JSON.stringify(hits)}`,
  );
}

describe('all sources', () => {
  before(async () => {
    await writeFile('sources/.gitignore', 'drafts/\n');
    await writeFile('sources/anna.txt', text('Anna de Vries'));
    await writeFile('sources/below/henk.md', text('Henk Jansen'));
    await writeFile('sources/drafts/secret.txt', text('Piet Bakker'));
    await writeFile('sources/README.md', text('Klaas Visser'));
    await writeFile('sources/large.txt', text('Jan Smit').repeat(20_000));
  });
  after(async () => {
    await closeAll();
    await remove('sources');
  });

  it('are not looked for before a person asks', async () => {
    const { corpus } = await api();
    assert.equal(corpus.engine.state.phase, 'closed');
  });

  it('are cancelled, and what is left is analyzed when asked again', async () => {
    const { corpus } = await api();
    const listening = corpus.engine.onDidChange(({ phase }) => {
      if (phase === 'analyzing') corpus.engine.cancel();
    });
    await run('analyzeSources');
    listening.dispose();
    assert.equal(corpus.engine.state.phase, 'cancelled');
    await run('refreshSources');
    assert.equal(corpus.engine.state.phase, 'ready');
  });

  it('are all articles but ignored, large and project files', async () => {
    const { corpus } = await api();
    assert.deepEqual(await known(), ['anna.txt', 'below/henk.md']);
    assert.equal(corpus.tooLarge, 1);
    await untilNamed('Rotterdam', 2);
  });

  it('are listed by folder', async () => {
    const { sources } = await api();
    const { corpus } = await api();
    await vscode.commands.executeCommand('dossier.sources.focus');
    await until(corpus.engine.onDidChange, () => true, 'the corpus is there');
    await eventually(
      () => sources().some(({ label }) => label === 'sources' || label.endsWith('/sources')),
      () => `the folder, but ${sources().map(({ label }) => label)}`,
    );
  });

  it('are analyzed again where they changed, and only there', async () => {
    const { corpus } = await api();
    let most = 0;
    const listening = corpus.engine.onDidChange(({ total }) => {
      most = Math.max(most, total);
    });
    await corpus.engine.whenAtRest();
    most = 0;
    await writeFile('sources/anna.txt', text('Maria Visser'));
    await untilNamed('Maria Visser', 1);
    await untilNamed('Anna de Vries', 0);
    listening.dispose();
    assert.equal(most, 1);
  });

  it('come and go with their files and folders', async () => {
    await writeFile('sources/new/one.txt', text('Sara Mulder'));
    await untilNamed('Sara Mulder', 1);
    await vscode.workspace.fs.rename(at('sources/new'), at('sources/moved'));
    await until((await api()).corpus.engine.onDidChange, () => true, 'the corpus is there');
    await untilNamed('Sara Mulder', 1);
    await remove('sources/moved');
    await untilNamed('Sara Mulder', 0);
  });

  it('count with the edits that are not saved', async () => {
    const { document } = await open('sources/anna.txt');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), text('Tess Kuipers'));
    await vscode.workspace.applyEdit(edit);
    await untilNamed('Tess Kuipers', 1);
    const back = new vscode.WorkspaceEdit();
    back.delete(document.uri, new vscode.Range(0, 0, 1, 0));
    await vscode.workspace.applyEdit(back);
    await untilNamed('Tess Kuipers', 0);
  });

  it('show the first mention of an entity', async () => {
    const [hit] = await named('Henk Jansen');
    await run('openSource', hit);
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.getText(editor.selection), 'Henk Jansen');
  });

  it('join entities of different articles when a person says so, and part them again', async () => {
    const registry = vscode.workspace.getConfiguration('dossier.registry');
    await registry.update('enabled', true, vscode.ConfigurationTarget.Workspace);
    await writeFile('sources/council.txt', text('The Northern Trade Council'));
    await writeFile('sources/ntc.txt', text('The NTC'));
    await untilNamed('NTC', 1);
    const { sources } = await api();
    const below = () => sources().flatMap((row) => [row, ...(row.below && 'rows' in row.below ? row.below.rows : [])]);
    const rowOf = (label: string, context: string): Promise<SourceRow> =>
      eventually(
        () => below().find((row) => row.label === label && row.context === context),
        () => `${label} as ${context}, but ${below().map((row) => row.label)}`,
      );
    await vscode.commands.executeCommand('dossier.sources.focus');
    await run('groupSources', 'entity');
    await run('sameEntity', await rowOf('NTC', 'perhapsSame'));
    await untilNamed('Northern Trade Council', 2);
    await run('differentEntity', await rowOf('NTC', 'judgedSame'));
    await untilNamed('Northern Trade Council', 1);
    await rowOf('NTC', 'entityTotal');
    await run('undoRegistryChange');
    await untilNamed('Northern Trade Council', 2);
    await run('undoRegistryChange');
    await untilNamed('Northern Trade Council', 1);
    await run('groupSources', 'folder');
    await registry.update('enabled', false, vscode.ConfigurationTarget.Workspace);
  });

  it('follow what git ignores, also for an article that is open', async () => {
    const { session } = await api();
    const { uri } = await open('sources/below/henk.md');
    await writeFile('sources/.gitignore', 'drafts/\nbelow/\n');
    await untilNamed('Henk Jansen', 0);
    assert.equal(session(uri), undefined);
  });
});
