import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { normaliseName } from '../../../src/core/model/ids.ts';
import type { EntityRecord } from '../../../src/core/model/records.ts';
import { definitionOf, placesOfEntity } from '../../../src/core/present/entityPlaces.ts';
import { speaksAbout, spokenOfBy } from '../../../src/core/present/quotedWhom.ts';
import type { ArticleSession } from '../../../src/editor/articles/articleSession.ts';
import { toRange } from '../../../src/editor/articles/positions.ts';
import { api, closeAll, entityRow, FIRST, folder, open, readFile, run, SECOND, writeFile } from '../helpers.ts';

const ask = <T>(provider: string, ...args: unknown[]): Thenable<T> =>
  vscode.commands.executeCommand<T>(`vscode.${provider}`, ...args);

/** The most mentioned entity, and the place of one of its mentions that is not the defining one. */
function known({ index, lines }: ArticleSession) {
  const [entity] = [...index.annotations.entities.values()].sort(
    (a, b) => placesOfEntity(index, b.id).length - placesOfEntity(index, a.id).length,
  );
  assert.ok(entity);
  const places = placesOfEntity(index, entity.id);
  const first = definitionOf(index, entity.id);
  assert.ok(first && places.length > 2);
  const other = places.find(({ start }) => start !== first.start);
  assert.ok(other);
  return { entity, places, first: toRange(lines, first), other: toRange(lines, other).start };
}

const flat = (symbols: readonly vscode.DocumentSymbol[]): vscode.DocumentSymbol[] =>
  symbols.flatMap((symbol) => [symbol, ...flat(symbol.children)]);

describe('entities and claims as symbols', () => {
  afterEach(closeAll);

  it('stand in the outline, claims below their headings', async () => {
    const session = await open(FIRST);
    const { uri, store } = session;
    const symbols = await ask<vscode.DocumentSymbol[]>('executeDocumentSymbolProvider', uri);
    const names = flat(symbols).map(({ name }) => name);
    const { entity } = known(session);
    assert.ok(names.includes('Entities') && names.includes(entity.name));
    const claims = flat(symbols).filter(({ kind }) => kind === vscode.SymbolKind.String);
    const placed = [...store.annotations.claims.values()].filter(({ place }) => place.spans.length > 0);
    assert.equal(claims.length, placed.length);
    assert.ok(symbols.some(({ kind, children }) => kind === vscode.SymbolKind.Package && children.length > 2));
  });

  it('are found in the workspace by name', async () => {
    const session = await open(FIRST);
    const { entity, first } = known(session);
    const found = await ask<vscode.SymbolInformation[]>('executeWorkspaceSymbolProvider', entity.name);
    const symbol = found.find(({ name }) => name === entity.name);
    assert.ok(symbol, 'the entity is found');
    assert.ok(symbol.containerName.endsWith(FIRST));
    assert.deepEqual([symbol.location.uri.toString(), symbol.location.range], [session.uri.toString(), first]);
    const claim = [...session.store.annotations.claims.values()].find(({ place }) => place.spans.length > 0);
    const claims = await ask<vscode.SymbolInformation[]>('executeWorkspaceSymbolProvider', claim?.text.slice(0, 40));
    assert.ok(claims.some(({ kind }) => kind === vscode.SymbolKind.String));
  });

  it('go from a mention to the first full one', async () => {
    const session = await open(FIRST);
    const { first, other } = known(session);
    const [there] = await ask<vscode.Location[]>('executeDefinitionProvider', session.uri, other);
    assert.deepEqual([there?.uri.toString(), there?.range], [session.uri.toString(), first]);
  });

  it('have references here and in other open articles', async () => {
    const text = 'Paris: Maria Lindqvist said the plan is good. Lindqvist left for Berlin on Monday.\n';
    const one = await open(await writeFile('symbols1.txt', text));
    await vscode.commands.executeCommand('workbench.action.splitEditor');
    const two = await open(await writeFile('symbols2.txt', `${text}Then Maria Lindqvist spoke in Bonn.\n`));
    assert.ok((await api()).session(one.uri), 'both are shown');
    const lindqvist = ({ index }: ArticleSession) =>
      [...index.annotations.entities.values()].find(({ name }) => name === 'Maria Lindqvist') as EntityRecord;
    const expected = [one, two].flatMap((session) =>
      placesOfEntity(session.index, lindqvist(session).id).map(({ start }) => `${session.uri.path} ${start}`),
    );
    const position = two.document.positionAt(two.document.getText().indexOf('Lindqvist') + 1);
    const found = await ask<vscode.Location[]>('executeReferenceProvider', two.uri, position);
    const documents = new Map([one, two].map((session) => [session.uri.path, session.document]));
    const places = found.map(({ uri, range }) => `${uri.path} ${documents.get(uri.path)?.offsetAt(range.start)}`);
    assert.deepEqual(places.sort(), expected.sort());
    assert.ok(places.length > 3);
  });

  it('are highlighted together, whatever they are called', async () => {
    const session = await open(FIRST);
    const { places, other } = known(session);
    const found = await ask<vscode.DocumentHighlight[]>('executeDocumentHighlights', session.uri, other);
    assert.deepEqual(
      found.map(({ range }) => session.document.offsetAt(range.start)).sort((a, b) => a - b),
      places.map(({ start }) => start),
    );
  });

  it('are renamed without a change of the text, and not where there is no entity', async () => {
    const session = await open(FIRST);
    const { entity, other } = known(session);
    const text = session.document.getText();
    const prepared = await ask<{ placeholder: string }>('prepareRename', session.uri, other);
    assert.equal(prepared.placeholder, entity.name);
    const edit = await ask<vscode.WorkspaceEdit>('executeDocumentRenameProvider', session.uri, other, 'Another name');
    assert.equal(edit.size, 0);
    assert.equal(session.store.annotations.entities.get(entity.id)?.name, 'Another name');
    assert.equal(session.document.getText(), text);
    session.store.undo();
    assert.equal(session.store.annotations.entities.get(entity.id)?.name, entity.name);
    const nowhere = new vscode.Position(session.document.lineCount - 1, 0);
    await assert.rejects(Promise.resolve(ask('prepareRename', session.uri, nowhere)), /There is no entity here/);
  });

  it('say who speaks about whom', async () => {
    const session = await open(FIRST);
    const { index } = session;
    const speaker = [...index.annotations.entities.values()].find(({ id }) => speaksAbout(index, id).length > 0);
    const position = speaker && definitionOf(index, speaker.id);
    assert.ok(speaker && position);
    const at = session.document.positionAt(position.end);
    const [item] = await ask<vscode.CallHierarchyItem[]>('prepareCallHierarchy', session.uri, at);
    assert.equal(item?.name, speaker.name);
    const out = await ask<vscode.CallHierarchyOutgoingCall[]>('provideOutgoingCalls', item);
    assert.deepEqual(
      out.map(({ to, fromRanges }) => [to.name, fromRanges.length]),
      speaksAbout(index, speaker.id).map(({ entity, claims }) => [
        index.annotations.entities.get(entity ?? '')?.name,
        claims.length,
      ]),
    );
    const into = await ask<vscode.CallHierarchyIncomingCall[]>('provideIncomingCalls', item);
    assert.equal(into.length, spokenOfBy(index, speaker.id).length);
  });

  it('fold furniture and nothing in a document that is no article', async () => {
    const session = await open(SECOND);
    const folds = await ask<vscode.FoldingRange[]>('executeFoldingRangeProvider', session.uri);
    assert.ok(folds.some(({ kind, start, end }) => kind === vscode.FoldingRangeKind.Region && end > start));
    const readme = await writeFile('README.md', '# A\n\nAngela Merkel said that Paris is in France.\n');
    const document = await vscode.workspace.openTextDocument(readme);
    await vscode.window.showTextDocument(document);
    const position = document.positionAt(document.getText().indexOf('Merkel'));
    assert.deepEqual(await ask('executeReferenceProvider', readme, position), []);
    assert.deepEqual(await ask('executeDefinitionProvider', readme, position), []);
  });

  it('show dates, figures and summaries of paragraphs only when asked to', async () => {
    const session = await open(FIRST);
    const { uri, document } = session;
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = () => ask<vscode.InlayHint[]>('executeInlayHintProvider', uri, whole);
    const lenses = () => ask<vscode.CodeLens[]>('executeCodeLensProvider', uri);
    assert.deepEqual([(await hints()).length, (await lenses()).length], [0, 0]);
    try {
      await run('toggleValues');
      assert.ok((await hints()).some(({ label }) => /^\d{4}/.test(String(label))));
      await run('toggleSummaries');
      const [lens] = await lenses();
      assert.match(lens?.command?.title ?? '', /^\d+ (entit|claim|unreviewed)/);
      const { command, arguments: args = [] } = lens?.command ?? {};
      await vscode.commands.executeCommand(command ?? '', ...args);
      const { selection } = await api();
      assert.equal([...selection('entities'), ...selection('claims')].length > 0, true);
    } finally {
      await run('toggleValues');
      await run('toggleSummaries');
    }
    assert.deepEqual([(await hints()).length, (await lenses()).length], [0, 0]);
  });

  it('lead from the first full mention to the registry, where people decided on the entity', async () => {
    const setting = () => vscode.workspace.getConfiguration('dossier.registry');
    await setting().update('enabled', true, vscode.ConfigurationTarget.Workspace);
    const uri = await writeFile('registered.txt', 'Paris: Angela Merkel said the plan is good.\n');
    try {
      const session = await open(uri);
      const at = session.document.positionAt(session.document.getText().indexOf('Merkel'));
      const [before] = await ask<vscode.Location[]>('executeDefinitionProvider', uri, at);
      assert.equal(before?.uri.toString(), uri.toString());
      await run('acceptAnnotation', await entityRow('Angela Merkel'));
      const merkel = [...session.store.annotations.entities.values()].find(
        ({ name }) => normaliseName(name) === 'angela merkel',
      );
      assert.equal(merkel?.state, 'accepted');
      const [entry] = await ask<vscode.Location[]>('executeDefinitionProvider', uri, at);
      assert.match(entry?.uri.path ?? '', /\.dossier\/registry\.json$/);
      const line = ((await readFile(entry?.uri ?? uri)) ?? '').split('\n')[entry?.range.start.line ?? -1];
      assert.ok(line?.includes(`"${merkel?.id}"`));
      await closeAll();
      await (await api()).flush();
      await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder(), '.dossier/registry.json'));
    } finally {
      await setting().update('enabled', false, vscode.ConfigurationTarget.Workspace);
    }
  });
});
