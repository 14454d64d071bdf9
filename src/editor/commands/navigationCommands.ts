import * as vscode from 'vscode';
import { placeOf } from '../../core/model/recordSpans.ts';
import { reviewQueue } from '../../core/present/reviewQueue.ts';
import { recordsOf } from '../../core/store/recordTable.ts';
import { hull, type Span } from '../../core/text/span.ts';
import type { ArticleSession } from '../articles/articleSession.ts';
import { fileName } from '../articles/fileName.ts';
import { toOffset } from '../articles/positions.ts';
import { selectSpan } from '../articles/selectSpan.ts';
import { offer, sayBriefly } from '../messages.ts';
import { openNextArticle } from '../review/nextArticle.ts';
import { searchAnnotations } from '../search/searchAnnotations.ts';
import type { RevealArguments } from '../tree/treeProvider.ts';
import { type Command, type CommandContext, type Commands, nothingHere } from './context.ts';
import { findTarget } from './targets.ts';

/** @param placesOf in document order. */
export function step(
  forward: boolean,
  placesOf: (session: ArticleSession, context: CommandContext) => readonly Span[],
): Command {
  return async (context) => {
    const editor = vscode.window.activeTextEditor;
    const session = editor && context.articles.get(editor.document.uri);
    if (!session) return nothingHere('an article');
    const all = placesOf(session, context);
    const from = toOffset(session.lines, editor.selection.start);
    const next = forward
      ? (all.find(({ start }) => start > from) ?? all[0])
      : (all.findLast(({ start }) => start < from) ?? all.at(-1));
    if (!next) {
      sayBriefly('nothing of the kind in this article.');
      return;
    }
    await selectSpan(session, next);
  };
}

const stepInArticle = step(true, ({ index }) => reviewQueue(index));

/** Goes on in the next article that has something to review, and says so with a way back. */
async function goToNextArticle(context: CommandContext, session: ArticleSession): Promise<void> {
  const next = await openNextArticle(context.articles, context.ignored, session);
  if (!next) return sayBriefly('everything in this folder is reviewed.');
  const [first] = reviewQueue(next.index);
  if (first) await selectSpan(next, first);
  const names = [session, next].map(({ uri }) => `“${fileName(uri)}”`);
  offer(
    'information',
    `Nothing is left to review in ${names[0]}. This is the next article, ${names[1]}.`,
    'Go Back',
    () => vscode.window.showTextDocument(session.document),
  );
}

function isReveal(value: unknown): value is RevealArguments {
  return typeof value === 'object' && value !== null && 'uri' in value && 'spans' in value;
}

export const navigationCommands: Commands = {
  'dossier.nextAnnotation': step(true, ({ index }) => index.spans.entries),
  'dossier.previousAnnotation': step(false, ({ index }) => index.spans.entries),
  'dossier.searchAnnotations': ({ articles, privateNotes }) => searchAnnotations(articles, privateNotes),
  'dossier.nextUnreviewed': async (context) => {
    const editor = vscode.window.activeTextEditor;
    const session = editor && context.articles.get(editor.document.uri);
    const done = session?.phase === 'ready' && reviewQueue(session.index).length === 0;
    await (done ? goToNextArticle(context, session) : stepInArticle(context));
  },
  // Comes from a row of a tree: the tree keeps the focus, so that the next key is meant for the row, not for the text.
  'dossier.revealAnnotation': async ({ articles }, target) => {
    if (!isReveal(target)) return;
    const session = articles.get(target.uri);
    if (session && target.spans.length > 0) await selectSpan(session, hull(target.spans), true);
  },
  'dossier.revealRecord': async (context, link) => {
    const target = findTarget(context, [link], ['mentions', 'claims']);
    const ref = target?.refs[0];
    const record = target && ref && recordsOf(target.session.store.annotations, ref.kind).get(ref.id);
    const spans = record ? (placeOf(record)?.spans ?? []) : [];
    if (target && spans.length > 0) await selectSpan(target.session, hull(spans));
  },
  'dossier.revealInTree': async (context: CommandContext, link) => {
    const target = findTarget(context, [link], ['entities', 'mentions', 'claims']);
    const ref = target?.refs[0];
    if (!ref) return nothingHere('an annotation');
    await context.views.reveal(ref);
  },
};
