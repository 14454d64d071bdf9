import * as vscode from 'vscode';
import type { AnnotationStore } from '../../core/store/annotationStore.ts';
import { setCard } from '../../core/store/edits/cardEdits.ts';
import type { LostEdit } from '../../core/store/keptHistory.ts';
import { isDay } from '../../core/text/isDay.ts';
import { sayBriefly } from '../messages.ts';
import { type CommandContext, type Commands, decide, isBlocked } from './context.ts';

const BECAUSE: Readonly<Record<LostEdit['because'], string>> = {
  changed: 'somebody else changed the same annotations since.',
  tooLarge: 'with the decisions after it, it was too large to be kept when the article was closed.',
  older: 'an older version of Dossier kept it, in a form that is no longer read.',
};

function sayLost({ label, because }: LostEdit, what: string): void {
  sayBriefly(`"${label}" can no longer be ${what}: ${BECAUSE[because]}`);
}

/** The annotations of the current article, where they can be changed. */
function writable({ articles, sidecars }: CommandContext): AnnotationStore | undefined {
  const session = articles.current;
  return session && !isBlocked(sidecars, session) ? session.store : undefined;
}

export const articleCommands: Commands = {
  'dossier.undoAnnotation': (context) => {
    const store = writable(context);
    const label = store?.undoLabel;
    if (store?.undo()) sayBriefly(`undone: ${label}`);
    else if (store?.lostUndo) sayLost(store.lostUndo, 'undone');
  },
  'dossier.redoAnnotation': (context) => {
    const store = writable(context);
    const label = store?.redoLabel;
    if (store?.redo()) sayBriefly(`done again: ${label}`);
    else if (store?.lostRedo) sayLost(store.lostRedo, 'done again');
  },
  'dossier.analyzeArticle': async ({ articles }) => {
    const session = articles.current;
    if (!session) return;
    await vscode.window.withProgress({ location: { viewId: 'dossier.entities' } }, () => session.analyze());
  },
  'dossier.setArticleDate': async (context) => {
    const session = context.articles.current;
    if (!session) return;
    const { value: found, monthDay } = session.facts.referenceDate;
    const guess = monthDay === undefined ? '' : `${new Date().getFullYear()}-${monthDay}`;
    const value = session.published ?? found ?? guess;
    const input = await vscode.window.showInputBox({
      title: 'Date of the article',
      value,
      prompt: 'YYYY-MM-DD. Relative dates ("Thursday") count from it. Empty: let Dossier find it in the text.',
      validateInput: (text) =>
        text.trim() === '' || isDay(text.trim()) ? null : 'Give a day of the calendar as YYYY-MM-DD.',
    });
    if (input === undefined) return;
    decide(context, session, setCard(session.source, { published: input }, 'Set date of the article'));
    await session.whenAnalyzed();
  },
  'dossier.saveAnnotations': async ({ articles, sidecars }) => {
    const session = articles.current;
    if (session && (await sidecars.save(session))) {
      sayBriefly('annotations saved.');
    }
  },
  'dossier.openSidecar': async ({ articles, sidecars }) => {
    const session = articles.current;
    if (!session) return;
    await sidecars.open(session);
  },
  'dossier.compareWithFirstSeen': async ({ articles, firstSeen }) => {
    const session = articles.current;
    if (session) await firstSeen.compare(session);
  },
};
