import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ArticleSession } from '../../../src/editor/articles/articleSession.ts';
import { closeAll, FIRST, open, writeFile } from '../helpers.ts';

async function hoverAt(session: ArticleSession, words: string): Promise<vscode.MarkdownString[]> {
  const position = session.document.positionAt(session.document.getText().indexOf(words) + 1);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    session.uri,
    position,
  );
  return hovers.flatMap(({ contents }) => contents as vscode.MarkdownString[]);
}

describe('the hover', () => {
  afterEach(closeAll);

  it('of a mention names the entity, its other names and its count', async () => {
    const [card] = await hoverAt(await open(FIRST), 'Joe Biden');
    assert.match(card?.value ?? '', /Joe.*Biden/);
    assert.match(card?.value ?? '', /Also: /);
    assert.match(card?.value ?? '', /Mentions: \d/);
  });

  it('of a claim says who says it, with the cue', async () => {
    const cards = await hoverAt(await open(FIRST), 'We will not forgive');
    const card = cards.find(({ value }) => /Says:/.test(value) && /Claim/.test(value));
    assert.match(card?.value ?? '', /Says: .*Biden/);
    assert.match(card?.value ?? '', /Cue: said/);
  });

  it('runs only commands of its list', async () => {
    const [card] = await hoverAt(await open(FIRST), 'Joe Biden');
    const trusted = card?.isTrusted as { enabledCommands: string[] };
    const linked = [...(card?.value ?? '').matchAll(/\(command:([\w.]+)/g)].map(([, id]) => id);
    assert.ok(linked.length >= 3);
    assert.deepEqual(
      linked.filter((id) => !trusted.enabledCommands.includes(id ?? '')),
      [],
    );
    assert.ok(!card?.supportHtml);
  });

  it('draws no icons that the article names', async () => {
    const session = await open(
      await writeFile('icons.txt', 'Paris: Angela Merkel said the plan $(check) is good and “it $(zap) works”.\n'),
    );
    const cards = await hoverAt(session, 'the plan');
    assert.ok(cards.some(({ value }) => value.includes('(check)')));
    for (const { value } of cards) assert.doesNotMatch(value, /(?<!\\)\$\((check|zap)\)(?! Accept)/);
  });

  it('never runs or renders text of the article', async () => {
    const session = await open(
      await writeFile(
        'hostile.txt',
        'Paris: [click](command:workbench.action.quit) <img src=x> **Angela Merkel** said “![x](https://example.org/p.png) is **bold**”.\n',
      ),
    );
    const cards = await hoverAt(session, 'Angela Merkel');
    for (const { value } of cards) {
      assert.doesNotMatch(value, /(?<!\\)\]\(command:workbench/);
      assert.doesNotMatch(value, /(?<!\\)!\[x/);
    }
  });
});
