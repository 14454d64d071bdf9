import * as vscode from 'vscode';
import { RECORD_KINDS } from '../../../src/core/model/records.ts';
import type { TreeNode } from '../../../src/core/present/treeNode.ts';
import { accept as acceptAll } from '../../../src/core/store/edits/decide.ts';
import { recordsOf } from '../../../src/core/store/recordTable.ts';
import type { ArticleSession } from '../../../src/editor/articles/articleSession.ts';
import {
  analyzed,
  api,
  close,
  run as command,
  FIRST,
  folder,
  openAgain,
  readFile,
  SECOND,
  writeFile,
} from '../../host/helpers.ts';
import { longArticle } from '../longArticle.ts';

const ROUNDS = 5;
const DECISIONS = 200;
const KEYS = 20;
let heard = 0;

interface Opening {
  /** Milliseconds from the order to show the article to its annotations, and to its editor alone. */
  readonly time: number;
  readonly shown: number;
  readonly session: ArticleSession;
}

/** Called by VS Code inside its extension host: measures, and leaves `bench.json` in the workspace. */
export async function run(): Promise<void> {
  // Registered before the extension is active: called before it hears of an edit.
  vscode.workspace.onDidChangeTextDocument(() => {
    heard = performance.now();
  });
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
  const quarter = await measureLarge('quarter.txt', longArticle(texts, 250_000));
  const large = await measureLarge('large.txt', longArticle(texts, 1_000_000));
  const figures = {
    activation,
    cold,
    shown,
    warm: median(warm),
    long: long.time,
    decision,
    longDecision,
    quarter,
    large,
  };
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
    if (!record) continue;
    const started = performance.now();
    // Not by the command, which asks before it decides on many mentions.
    store.apply(acceptAll(store, [record], {}));
    const accepted = () => entities().find((node) => node.id === id)?.context === 'entity.accepted';
    while (!accepted()) {
      if (performance.now() - started > 10_000) throw new Error(`the decision on ${id} never came to the tree`);
      await new Promise((resolve) => setImmediate(resolve));
    }
    times.push(performance.now() - started);
    if (store.annotations.entities.get(record.id)?.state !== 'accepted') throw new Error('the decision was not taken');
  }
  return median(times);
}

interface Large {
  readonly records: number;
  /** Milliseconds, medians: from a decision to marks set and rows fired; what the extension does at once when a sign is typed. */
  readonly decision: number;
  readonly keystroke: number;
  /** The longest time that a save after one decision holds up the thread, and after the first. */
  readonly save: number;
  readonly firstSave: number;
  /** To open the article again with what can be undone, and so after one decision on all its records. */
  readonly again: number;
  readonly againAfterAll: number;
  /** How long undo of that decision holds up the thread. */
  readonly undo: number;
}

async function measureLarge(name: string, text: string): Promise<Large> {
  const { session } = await measureOpening(await writeFile(name, text));
  const { store, uri, document } = session;
  const { flush } = await api();
  const ids = [...store.annotations.mentions.keys()];
  const accept = async (id = '') => {
    const started = performance.now();
    void command('acceptAnnotation', { uri: uri.toString(), kind: 'mentions', id });
    while (store.annotations.mentions.get(id)?.state !== 'accepted') await turn();
    // What is painted and fired in the same turn is done when the next begins.
    await turn();
    return performance.now() - started;
  };
  const step = Math.floor(ids.length / (DECISIONS + 2));
  await accept(ids[0]);
  const firstSave = await longestBlock(flush);
  await accept(ids[step]);
  const save = await longestBlock(flush);
  const decisions: number[] = [];
  for (let i = 2; i < DECISIONS + 2; i++) decisions.push(await accept(ids[i * step]));
  await flush();
  const keys: number[] = [];
  const followed = vscode.workspace.onDidChangeTextDocument((event) => {
    if (event.document === document) keys.push(performance.now() - heard);
  });
  const middle = document.positionAt(text.length / 2);
  for (let i = 0; i < KEYS; i++) {
    const edit = new vscode.WorkspaceEdit();
    edit.insert(uri, middle, 'x');
    await vscode.workspace.applyEdit(edit);
  }
  followed.dispose();
  await document.save();
  await analyzed(session);
  const records = Object.values(store.annotations).reduce((sum, { size }) => sum + size, 0);
  const [again, same] = await measureAgain(session);
  const all = RECORD_KINDS.flatMap((kind) =>
    [...recordsOf(same.store.annotations, kind).keys()].map((id) => ({ kind, id })),
  );
  same.store.apply(acceptAll(same.store, all, {}));
  await flush();
  const [againAfterAll, last] = await measureAgain(same);
  const started = performance.now();
  if (!last.store.undo()) throw new Error('the decision on all records cannot be undone');
  await turn();
  const undo = performance.now() - started;
  return { records, decision: median(decisions), keystroke: median(keys), save, firstSave, again, againAfterAll, undo };
}

async function measureAgain(session: ArticleSession): Promise<[time: number, session: ArticleSession]> {
  await close(session);
  await (await api()).flush();
  const started = performance.now();
  const again = await openAgain(session.uri);
  return [performance.now() - started, again];
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** The longest time, in milliseconds, between two turns of the event loop until `run` is done. */
async function longestBlock(run: () => PromiseLike<unknown>): Promise<number> {
  let done = false;
  let last = performance.now();
  const end = Promise.resolve(run()).finally(() => {
    done = true;
  });
  let longest = 0;
  while (!done) {
    await turn();
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }
  await end;
  return longest;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
