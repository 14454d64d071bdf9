import * as vscode from 'vscode';
import { RECORD_KINDS } from '../../core/model/records.ts';
import { conflictsOf, type ShownConflict, sideWords } from '../../core/present/conflicts.ts';
import { fieldWords } from '../../core/present/valueWords.ts';
import { settleConflict } from '../../core/sidecar/merge/settleConflict.ts';
import { settleSourceConflict } from '../../core/sidecar/merge/settleSourceConflict.ts';
import { labelFor } from '../../core/store/edits/label.ts';
import { compareSpans } from '../../core/text/span.ts';
import type { ArticleSession } from '../articles/articleSession.ts';
import { toOffset } from '../articles/positions.ts';
import { editorOf, selectSpan } from '../articles/selectSpan.ts';
import { askOtherSidecar } from '../conflicts/askOtherSidecar.ts';
import { type ConflictTarget, sideName } from '../conflicts/conflictProblems.ts';
import type { AnnotatorRow } from '../conflicts/secondAnnotatorView.ts';
import { sayBriefly } from '../messages.ts';
import { askChoice, type CommandContext, type Commands, decide, nothingHere } from './context.ts';
import { findTarget } from './targets.ts';

function isConflictTarget(value: unknown): value is ConflictTarget {
  if (typeof value !== 'object' || value === null) return false;
  const { uri, take, at } = value as Partial<ConflictTarget>;
  return (
    typeof uri === 'string' && typeof at === 'number' && ['ours', 'theirs', 'neither'].some((known) => known === take)
  );
}

/** The conflicts that a command is about: of the record that it was called on or that is at the cursor, else of the article. */
function findConflicts(context: CommandContext, args: readonly unknown[]) {
  const target = findTarget(context, args, RECORD_KINDS, ['entities', 'mentions', 'claims', 'notes']);
  if (!target) return null;
  const { session } = target;
  const { annotations } = session.store;
  const ids = new Set(
    target.refs.flatMap(({ kind, id }) => {
      const mention = kind === 'mentions' ? annotations.mentions.get(id) : undefined;
      return [`${kind} ${id}`, ...(mention ? [`entities ${mention.entity}`] : [])];
    }),
  );
  const all = conflictsOf(session.store);
  const [first = all.find(({ record }) => !record)] = all.filter(
    ({ record }) => record && ids.has(`${record.kind} ${record.id}`),
  );
  return first && { session, first };
}

function settle(context: CommandContext, session: ArticleSession, target: Omit<ConflictTarget, 'uri'>): void {
  const { store } = session;
  const { record: ref, ...choice } = target;
  const edit = ref
    ? settleConflict(store, { ref, ...choice }, context.stamp(session))
    : settleSourceConflict(store.source, choice);
  decide(context, session, edit);
}

/** @returns whether the person settled it. */
async function ask(
  context: CommandContext,
  session: ArticleSession,
  { record, at, conflict }: ShownConflict,
): Promise<boolean> {
  const side = (label: 'ours' | 'theirs') => ({
    label: `Take ${sideName(conflict[label], label)}`,
    description: sideWords(session.store.annotations, conflict[label]),
    value: label,
  });
  const keep = { label: 'Keep as It Is', description: 'ends the conflict', value: 'neither' as const };
  const title = `Settle the conflict on the ${fieldWords(conflict.field)}`;
  const take = await askChoice(record ? labelFor(`${title} of`, session.store, [record]) : title, [
    side('ours'),
    side('theirs'),
    keep,
  ]);
  if (take) settle(context, session, { record, at, take });
  return take !== undefined;
}

/** The difference that a command is about: of the row that it was called on, else the selected one; null is told. */
function findDifference({ secondAnnotator }: CommandContext, row: unknown): AnnotatorRow | null {
  const called = typeof row === 'object' && row !== null && 'difference' in row ? (row as AnnotatorRow) : null;
  const found = called ?? secondAnnotator.selected;
  if (!found) sayBriefly('select a difference in the view of the second annotator.');
  return found;
}

export const conflictCommands: Commands = {
  'dossier.settleConflict': async (context, ...args) => {
    const [target] = args;
    if (isConflictTarget(target)) {
      const session = context.articles.get(vscode.Uri.parse(target.uri));
      if (session) settle(context, session, { record: target.record, at: target.at, take: target.take });
      return;
    }
    const found = findConflicts(context, args);
    if (!found) return nothingHere('an annotation on which two people disagree');
    await ask(context, found.session, found.first);
  },
  'dossier.nextConflict': async (context, uri) => {
    const { articles } = context;
    const session = typeof uri === 'string' ? articles.get(vscode.Uri.parse(uri)) : articles.current;
    if (!session) return nothingHere('an article');
    const conflicts = conflictsOf(session.store);
    if (conflicts.length === 0) return sayBriefly('nobody disagrees on anything in this article.');
    const editor = editorOf(session);
    const start = editor ? toOffset(session.lines, editor.selection.start) : 0;
    const end = editor?.selection.isEmpty === false ? toOffset(session.lines, editor.selection.end) : Infinity;
    const next = conflicts.find(({ span }) => span && compareSpans(span, { start, end }) > 0);
    if (next?.span) return selectSpan(session, next.span);
    // Behind the last one come those whose records stand nowhere in the text: each is asked here.
    for (;;) {
      const [first] = conflictsOf(session.store);
      if (first?.span === null && (await ask(context, session, first))) continue;
      const placed = conflictsOf(session.store).find(({ span }) => span !== null);
      if (placed?.span) await selectSpan(session, placed.span);
      return;
    }
  },
  'dossier.mergeSidecar': async ({ articles, sidecars }, uri) => {
    if (typeof uri === 'string') await sidecars.mergeMarked(vscode.Uri.parse(uri));
    else if (articles.current?.document.isUntitled) sayBriefly('a text that is no file yet has no sidecar.');
    else if (articles.current) await sidecars.mergeMarked(sidecars.uriOf(articles.current));
  },
  'dossier.compareSidecars': async (context, given) => {
    const session = context.articles.current;
    if (!session) return;
    const own = context.sidecars.uriOf(session);
    const uri = typeof given === 'string' ? vscode.Uri.parse(given) : await askOtherSidecar(own, session);
    if (uri) await context.secondAnnotator.compare(session, uri);
  },
  'dossier.adoptDifference': async (context, row) => {
    const found = findDifference(context, row);
    await (found && context.secondAnnotator.adopt(found, (session, edit) => decide(context, session, edit)));
  },
  'dossier.keepDifference': async (context, row) => {
    const found = findDifference(context, row);
    await (found && context.secondAnnotator.keep(found));
  },
  'dossier.nextDifference': ({ secondAnnotator }) => secondAnnotator.step(1),
  'dossier.previousDifference': ({ secondAnnotator }) => secondAnnotator.step(-1),
  'dossier.endSidecarComparison': ({ secondAnnotator }) => secondAnnotator.end(),
};
