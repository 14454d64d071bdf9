import * as vscode from 'vscode';
import type { TreeNode } from '../../../src/core/present/treeNode.ts';
import type { ArticleSession } from '../../../src/editor/articles/articleSession.ts';
import { analyzed, api, run as command, FIRST, folder, readFile, SECOND, writeFile } from '../../host/helpers.ts';
import { longArticle } from '../longArticle.ts';

const ROUNDS = 5;

interface Opening {
  /** Milliseconds from the order to show the article to its annotations, and to its editor alone. */
  readonly time: number;
  readonly shown: number;
  readonly session: ArticleSession;
}

/** Called by VS Code inside its extension host: measures, and leaves `bench.json` in the workspace. */
export async function run(): Promise<void> {
  const { time: cold, shown, session } = await measureCold();
  const { activationTime: activation } = await api();
  const decision = await measureDecisions(session);
  const texts = await Promise.all(
    [FIRST, SECOND].map(async (name) => (await readFile(vscode.Uri.joinPath(folder(), name))) ?? ''),
  );
  const warm: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const again = await writeFile(`warm${round}.txt`, texts[round % 2]?.replace('Kabul', `Round ${round} Kabul`) ?? '');
    warm.push((await measureOpening(again)).time);
  }
  const long = await measureOpening(await writeFile('long.txt', longArticle(texts, 100_000)));
  const longDecision = await measureDecisions(long.session);
  const figures = { activation, cold, shown, warm: median(warm), long: long.time, decision, longDecision };
  await writeFile('bench.json', JSON.stringify(figures));
}

/** From the order to show the first article to its annotations: activation, start of the worker and its models included. */
async function measureCold(): Promise<Opening> {
  if (vscode.extensions.getExtension('dossier.dossier')?.isActive) throw new Error('the extension is active already');
  return measureOpening(vscode.Uri.joinPath(folder(), FIRST));
}

async function measureOpening(uri: vscode.Uri): Promise<Opening> {
  const started = performance.now();
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
  const shown = performance.now() - started;
  const { session: find } = await api();
  const session = find(uri);
  if (!session) throw new Error(`${uri} has no session`);
  await analyzed(session);
  return { time: performance.now() - started, shown, session };
}

/** From a decision on an entity to the tree that shows it. */
async function measureDecisions({ store }: ArticleSession): Promise<number> {
  const { rows } = await api();
  const all = (nodes: readonly TreeNode[]): TreeNode[] => nodes.flatMap((node) => [node, ...all(node.children())]);
  const entities = () => all(rows('entities')).filter(({ record }) => record?.kind === 'entities');
  const times: number[] = [];
  for (const { id, record } of entities().slice(0, ROUNDS)) {
    const row = entities().find((node) => node.id === id);
    const started = performance.now();
    // Not awaited: after a decision on many mentions the command stays with its message.
    void command('acceptAnnotation', row);
    const accepted = () => entities().find((node) => node.id === id)?.context === 'entity.accepted';
    while (!accepted()) {
      if (performance.now() - started > 10_000) throw new Error(`the decision on ${id} never came to the tree`);
      await new Promise((resolve) => setImmediate(resolve));
    }
    times.push(performance.now() - started);
    if (store.annotations.entities.get(record?.id ?? '')?.state !== 'accepted')
      throw new Error('the decision was not taken');
  }
  return median(times);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
