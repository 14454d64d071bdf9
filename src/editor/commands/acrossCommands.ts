import * as vscode from 'vscode';
import { JUDGEMENTS, type JudgementKind } from '../../core/corpus/judgements/judgement.ts';
import { placeOf } from '../../core/model/recordSpans.ts';
import type { Reading } from '../../core/present/readings.ts';
import { recordsOf } from '../../core/store/recordTable.ts';
import { LineIndex } from '../../core/text/lines.ts';
import { normaliseText } from '../../core/text/normalise.ts';
import { hull } from '../../core/text/span.ts';
import { judge, registryFor } from '../across/judge.ts';
import { isPair, isPassage, type Passage, type PassagePair, pairOf } from '../across/passage.ts';
import type { ArticleSession } from '../articles/articleSession.ts';
import { fileName } from '../articles/fileName.ts';
import { toOffset, toRange } from '../articles/positions.ts';
import { sayBriefly } from '../messages.ts';
import type { FolderRegistry, RegistryStep } from '../registry/folderRegistry.ts';
import { importNameList } from '../registry/importNameList.ts';
import { askChoice, askText, type Command, type CommandContext, type Commands } from './context.ts';
import { step } from './navigationCommands.ts';
import { findTarget } from './targets.ts';

const JUDGEMENT_WORDS: Readonly<Record<JudgementKind, readonly [label: string, detail: string]>> = {
  same: ['Same', 'both say the same'],
  explained: ['Explained by...', 'both can be true, for a reason that you give'],
  contradiction: ['Contradiction', 'both cannot be true'],
  'not comparable': ['Not Comparable', 'they answer different questions'],
};

/** A command that needs the other sources reads them when nobody did before. */
async function ensureCompared({ corpus, sources, across }: CommandContext): Promise<void> {
  if (corpus.engine.state.phase === 'closed') await sources.analyze();
  await across.refresh();
}

/** The readings that a command is about: of a row of the tree, else at the cursor. */
function readingsFor(context: CommandContext, args: readonly unknown[]) {
  const target = findTarget(context, args, ['claims']);
  const ref = target?.refs[0];
  const editor = vscode.window.activeTextEditor;
  if (args.length === 0 && editor) {
    const session = context.articles.get(editor.document.uri);
    if (session)
      return { session, readings: context.across.at(session, toOffset(session.lines, editor.selection.active)) };
  }
  if (!target || !ref) return null;
  const record = recordsOf(target.session.store.annotations, ref.kind).get(ref.id);
  const spans = record ? (placeOf(record)?.spans ?? []) : [];
  return {
    session: target.session,
    readings: spans.length > 0 ? context.across.within(target.session, hull(spans)) : [],
  };
}

/** The pair that a command is about: the one that it is given, else one of those here. */
async function askPair(context: CommandContext, args: readonly unknown[]): Promise<PassagePair | undefined> {
  const [given] = args;
  if (isPair(given)) return given;
  await ensureCompared(context);
  const found = readingsFor(context, args);
  const choices = (found?.readings ?? []).flatMap((reading) => choicesOf(found?.session as ArticleSession, reading));
  if (choices.length === 0) {
    sayBriefly('no other source of this workspace says anything on the same question here.');
    return undefined;
  }
  return choices.length === 1 ? choices[0]?.value : askChoice('The other passage', choices);
}

function choicesOf(session: ArticleSession, reading: Reading) {
  return reading.others.map((other) => ({
    label: `“${other.statement.words}”`,
    description: `${fileName(vscode.Uri.parse(other.article.uri))} · ${other.relation ?? 'not comparable'}`,
    detail: other.reason,
    value: pairOf(session, reading, other),
  }));
}

async function openBeside({ uri, start, end }: Passage): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  const selection = toRange(new LineIndex(normaliseText(document.getText())), { start, end });
  const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  const viewColumn = shown?.viewColumn ?? vscode.ViewColumn.Beside;
  const editor = await vscode.window.showTextDocument(document, { viewColumn, selection });
  editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

async function askJudgement(): Promise<JudgementKind | 'take back' | undefined> {
  return askChoice('What are the two passages to each other?', [
    ...JUDGEMENTS.map((value) => ({ label: JUDGEMENT_WORDS[value][0], description: JUDGEMENT_WORDS[value][1], value })),
    { label: 'Take Back', description: 'what was judged on them counts no more', value: 'take back' as const },
  ]);
}

const goTo = (forward: boolean): Command => {
  const go = step(forward, (session, { across }) => across.contradictions(session));
  return async (context, ...args) => {
    await ensureCompared(context);
    await go(context, ...args);
  };
};

/** Undoes an act on the registry, or does it again, and says what others changed meanwhile. */
function stepBack(step: (registry: FolderRegistry) => Promise<RegistryStep | null>, done: string): Command {
  return async ({ articles, registries }) => {
    const article = articles.current?.uri ?? vscode.workspace.workspaceFolders?.[0]?.uri;
    const went = article ? await step(await registryFor(registries, article)) : null;
    if (!went) return sayBriefly(`nothing in the registry can be ${done}.`);
    const { label, changed, left } = went;
    if (left === 0) return sayBriefly(`${done}: ${label}.`);
    const some = changed === 0 ? `nothing of it is ${done}` : `${changed} of ${changed + left} records are ${done}`;
    void vscode.window.showInformationMessage(
      `${label}: ${some}. ${changed === 0 ? 'What' : 'The rest of what'} it changed was changed again since, and stays as it is.`,
    );
  };
}

export const acrossCommands: Commands = {
  'dossier.nextContradiction': goTo(true),
  'dossier.previousContradiction': goTo(false),
  'dossier.openPassage': async (_, passage) => {
    if (isPassage(passage)) await openBeside(passage);
  },
  'dossier.comparePassages': async (context, ...args) => {
    const pair = await askPair(context, args);
    if (pair) await context.passages.compare(pair);
  },
  'dossier.judgePassages': async (context, ...args) => {
    const pair = await askPair(context, args);
    if (!pair) return;
    const kind = JUDGEMENTS.find((known) => known === args[1]) ?? (await askJudgement());
    if (!kind) return;
    const because = kind === 'explained' ? await askText({ title: 'Explained by' }) : '';
    if (because === undefined) return;
    const [{ uri }] = pair.passages;
    await judge(context.registries, {
      ...{ id: context.newId('j_'), pair, because: because.trim() },
      is: kind === 'take back' ? null : kind,
      stamp: context.stamp({ uri: vscode.Uri.parse(uri) }),
    });
    await context.across.refresh();
    sayBriefly('kept in the registry; “Undo Registry Change” takes it back.');
  },
  'dossier.removeJudgement': async ({ registries }, uri, id) => {
    if (typeof uri !== 'string' || typeof id !== 'string') return;
    const registry = await registryFor(registries, vscode.Uri.parse(uri));
    registry.act('Remove judgement', (registered) => {
      const judgements = new Map(registered.judgements);
      judgements.delete(id);
      return { ...registered, judgements };
    });
  },
  'dossier.importNames': async ({ articles, registries }, given) => {
    const article = articles.current?.uri ?? vscode.workspace.workspaceFolders?.[0]?.uri;
    if (!article) return;
    const registry = await registryFor(registries, article);
    const filters = { 'Name lists': ['csv', 'tsv', 'txt', 'json', 'ndjson', 'jsonl', 'ftm'] };
    const [file] =
      given instanceof vscode.Uri
        ? [given]
        : ((await vscode.window.showOpenDialog({ title: 'Import Names', filters })) ?? []);
    if (file) await importNameList(registry, file, registries.codebook(article).types);
  },
  'dossier.undoRegistryChange': stepBack((registry) => registry.undo(), 'undone'),
  'dossier.redoRegistryChange': stepBack((registry) => registry.redo(), 'done again'),
};
