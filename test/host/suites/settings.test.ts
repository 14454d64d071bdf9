import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { parseSidecar } from '../../../src/core/sidecar/parseSidecar.ts';
import {
  claimRows,
  closeAll,
  entityRow,
  open,
  run,
  runAndAccept,
  sidecarOf,
  untilFile,
  writeFile,
} from '../helpers.ts';

const TEXT = 'Angela Merkel said on Monday that the harbour of Bremen would be closed for 14 days.\n';

async function withSettings(values: Record<string, unknown>, test: () => Promise<void>): Promise<void> {
  const settings = vscode.workspace.getConfiguration('dossier');
  const set = async (key: string, value: unknown) => settings.update(key, value, vscode.ConfigurationTarget.Workspace);
  for (const [key, value] of Object.entries(values)) await set(key, value);
  try {
    await test();
  } finally {
    for (const key of Object.keys(values)) await set(key, undefined);
  }
}

async function savedDecision(uri: vscode.Uri) {
  const json = await untilFile(sidecarOf(uri), (text) => text.includes('"accepted"'), 'the decision is saved');
  const parsed = parseSidecar(json);
  assert.ok(parsed.ok);
  return Object.values(parsed.value.entities ?? {}).find(({ state }) => state === 'accepted');
}

describe('the settings', () => {
  afterEach(closeAll);

  it('name the author of a decision', () =>
    withSettings({ 'author.name': ' Ada Example ' }, async () => {
      const uri = await writeFile('signed.txt', TEXT);
      await open(uri);
      await run('acceptAnnotation', await entityRow('Bremen'));
      const saved = await savedDecision(uri);
      assert.equal(saved?.by, 'Ada Example');
      assert.match(saved?.on ?? '', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    }));

  it('keep author and time out of the sidecar', () =>
    withSettings({ 'author.name': 'Ada Example', 'author.record': false }, async () => {
      const uri = await writeFile('unsigned.txt', TEXT);
      await open(uri);
      await run('acceptAnnotation', await entityRow('Bremen'));
      const saved = await savedDecision(uri);
      assert.ok(saved);
      assert.deepEqual([saved.by, saved.on], [undefined, undefined]);
    }));

  it('offer types and verdicts of one’s own before those of Dossier, which are saved and read again', () =>
    withSettings({ 'codebook.types': ['waterway'], 'codebook.verdicts': ['half true'] }, async () => {
      const uri = await writeFile('codebook.txt', TEXT);
      const { store } = await open(uri);
      const typed = () => [...store.annotations.entities.values()].some(({ type }) => type === 'waterway');
      await runAndAccept('changeType', await entityRow('Bremen'));
      const judged = () => [...store.annotations.claims.values()].some(({ verdict }) => verdict === 'half true');
      await runAndAccept('setVerdict', (await claimRows())[0]);
      assert.deepEqual([typed(), judged()], [true, true]);
      await untilFile(
        sidecarOf(uri),
        (json) => json.includes('"type": "waterway"') && json.includes('"verdict": "half true"'),
        'both words of the codebook are saved',
      );
      await closeAll();
      const { annotations } = (await open(uri)).store;
      assert.equal([...annotations.entities.values()].find(({ name }) => name === 'Bremen')?.type, 'waterway');
      assert.equal([...annotations.claims.values()].find(({ verdict }) => verdict)?.verdict, 'half true');
    }));
});
