import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ClaimRecord, EntityRecord } from '../../../src/core/model/records.ts';
import type { Change } from '../../../src/core/store/edit.ts';
import { editClaim, setVerdict } from '../../../src/core/store/edits/claimEdits.ts';
import { addMention } from '../../../src/core/store/edits/entityEdits.ts';
import type { ArticleSession } from '../../../src/editor/articles/articleSession.ts';
import { closeAll, open, runAndAccept, until, writeFile } from '../helpers.ts';

const TEXT = `Harbour plan approved

The port authority of Rotterdam approved the plan on 3 May 2021. Critics say the plan is too expensive.

People in Rotterdam wait. Those in Roterdam do not.
`;

let session: ArticleSession;
let number = 0;

const problems = (rule: string) => vscode.languages.getDiagnostics(session.uri).filter(({ code }) => code === rule);

/** Runs a quick fix of the only problem of this kind; of what it asks the first choice is taken. */
async function mend(rule: string, title: string): Promise<void> {
  await until(vscode.languages.onDidChangeDiagnostics, () => problems(rule).length === 1, `${rule} is shown`);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    session.uri,
    problems(rule)[0]?.range,
  );
  const command = actions.find((action) => action.title === title)?.command;
  assert.ok(command, `${title} is among ${actions.map((action) => action.title)}`);
  await runAndAccept(command.command.replace('dossier.', ''), ...(command.arguments ?? []));
}

const untilGone = (rule: string) =>
  until(vscode.languages.onDidChangeDiagnostics, () => problems(rule).length === 0, `${rule} is gone`);

function claim(): ClaimRecord {
  const [first] = session.store.annotations.claims.values();
  assert.ok(first, 'there is a claim');
  return first;
}

const change = (...changes: Change[]) => session.store.apply({ label: 'as loaded', changes });

describe('the quick fixes of the lint', () => {
  beforeEach(async () => {
    number++;
    session = await open(await writeFile(`lint${number}.txt`, TEXT));
  });
  afterEach(closeAll);

  it('say who says a reported claim', async () => {
    const before = claim();
    const attribution = { voice: 'indirect', source: null, sourceAt: [], cueAt: [], chain: [] } as const;
    change({ kind: 'claims', id: before.id, before, after: { ...before, state: 'accepted', attribution } });
    await mend('noSource', 'Set Who Says the Claim...');
    await untilGone('noSource');
    assert.equal(claim().attribution.voice, 'outlet');
  });

  it('change a verdict that has no evidence', async () => {
    session.store.apply(setVerdict(session.store, claim().id, 'refuted', {}));
    await mend('noEvidence', 'Change the Verdict...');
    assert.equal(claim().verdict, 'supported');
  });

  it('edit a claim whose figure the text does not have', async () => {
    const { id, text } = claim();
    session.store.apply(editClaim(session.store, id, { text: 'The plan costs 7 million euros.' }, {}));
    await mend('otherFigure', 'Edit Claim Text...');
    assert.equal(problems('otherFigure').length, 1, 'the words that were offered are the same');
    session.store.apply(editClaim(session.store, id, { text }, {}));
    await untilGone('otherFigure');
  });

  describe('on a misspelt name', () => {
    const slip = 'Roterdam';
    const entity = (): EntityRecord => {
      const found = [...session.store.annotations.entities.values()].find(({ name }) => name === 'Rotterdam');
      assert.ok(found, 'Rotterdam is an entity');
      return found;
    };
    beforeEach(() => {
      const start = TEXT.indexOf(slip);
      const input = { place: [{ start, end: start + slip.length }], entity: entity().id };
      session.store.apply(addMention(session.store, input, {}, (prefix) => `${prefix}slip`));
      const before = entity();
      const aliases = [{ name: slip, kind: 'variant' }] as const;
      change({ kind: 'entities', id: before.id, before, after: { ...before, state: 'accepted', aliases } });
    });

    it('keep it as a name', async () => {
      await mend('misspeltAlias', 'Keep It as a Name');
      await untilGone('misspeltAlias');
      assert.deepEqual(entity().aliases, [{ name: slip, kind: 'name' }]);
    });

    it('or ask for the right name', async () => {
      await mend('misspeltAlias', 'Rename the Entity...');
      assert.equal(entity().name, 'Rotterdam', 'the name that was offered is its own');
    });
  });
});
