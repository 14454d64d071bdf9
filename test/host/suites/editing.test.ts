import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ArticleSession } from '../../../src/editor/articles/articleSession.ts';
import { closeAll, entityRow, open, run, until, writeFile } from '../helpers.ts';

const TEXT = 'Oslo and Bergen are linked by rail.\nThe mayor of Bergen, Kari Nilsen, praised the trains.\n';

/** Every mention stands on its own words. */
function assertOnWords(session: ArticleSession): void {
  const text = session.document.getText().replaceAll('\r\n', '\n');
  for (const { place, state } of session.store.annotations.mentions.values()) {
    if (state === 'rejected' || place.anchor !== 'anchored') continue;
    assert.equal(place.spans.map(({ start, end }) => text.slice(start, end)).join(' … '), place.exact);
  }
}

async function edit(session: ArticleSession, at: vscode.Position | vscode.Range, text: string): Promise<void> {
  const change = new vscode.WorkspaceEdit();
  change.replace(session.uri, at instanceof vscode.Range ? at : new vscode.Range(at, at), text);
  await vscode.workspace.applyEdit(change);
}

describe('editing the article', () => {
  afterEach(closeAll);

  for (const [name, content] of [
    ['with LF', TEXT],
    ['with CRLF', TEXT.replaceAll('\n', '\r\n')],
    ['with CRLF and a byte order mark', `\ufeff${TEXT.replaceAll('\n', '\r\n')}`],
  ] as const) {
    it(`moves the marks with their words, at once (${name})`, async () => {
      const session = await open(await writeFile(`rail-${name.replaceAll(' ', '-')}.txt`, content));
      await run('acceptAnnotation', await entityRow('Kari Nilsen'));
      await edit(session, new vscode.Position(0, 0), 'An update.\nTwo new lines. ');
      assertOnWords(session);
      await until(session.onDidChange, () => session.phase === 'ready', 'analyzed again');
      assertOnWords(session);
      const [mention] = session.index.mentions.get((await entityRow('Kari Nilsen')).record?.id ?? '') ?? [];
      assert.equal(mention?.state, 'accepted');
      assert.equal(session.lines.positionAt(mention.place.spans[0]?.start ?? 0).line, 2);
    });
  }

  it('says aloud that words of a decision are gone, and undo of the text heals it', async () => {
    const session = await open(await writeFile('rail-gone.txt', TEXT));
    const row = await entityRow('Kari Nilsen');
    await run('acceptAnnotation', row);
    await edit(session, new vscode.Range(1, 21, 1, 34), '');
    const mention = () =>
      [...session.store.annotations.mentions.values()].find(({ entity }) => entity === row.record?.id);
    assert.equal(mention()?.place.anchor, 'orphan');
    const problems = vscode.languages.getDiagnostics(session.uri).filter(({ source }) => source === 'Dossier');
    assert.match(problems[0]?.message ?? '', /Kari Nilsen/);
    assert.equal(problems[0]?.severity, vscode.DiagnosticSeverity.Information);
    await vscode.commands.executeCommand('undo');
    assert.equal(mention()?.place.anchor, 'anchored');
    assertOnWords(session);
  });

  it('finds a name that is typed', async () => {
    const session = await open(await writeFile('rail-new.txt', TEXT));
    await edit(session, new vscode.Position(1, 0), 'President Emmanuel Macron visited Paris on Monday.\n');
    await until(session.onDidChange, () => session.phase === 'ready', 'analyzed again');
    await entityRow(/Macron/);
  });
});
