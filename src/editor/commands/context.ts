import * as vscode from 'vscode';
import type { NewId } from '../../core/model/ids.ts';
import type { Edit } from '../../core/store/edit.ts';
import type { Stamp } from '../../core/store/edits/editContext.ts';
import type { AcrossSources } from '../across/acrossSources.ts';
import type { PassageDocuments } from '../across/passageDocuments.ts';
import type { ArticleSession } from '../articles/articleSession.ts';
import type { Articles } from '../articles/articles.ts';
import type { GitIgnore } from '../articles/gitIgnore.ts';
import type { PrivateNotes } from '../case/privateNotes.ts';
import type { ComparisonPanel } from '../comparison/comparisonPanel.ts';
import type { SecondAnnotatorView } from '../conflicts/secondAnnotatorView.ts';
import type { Corpus } from '../corpus/corpus.ts';
import type { SourcesView } from '../corpus/sourcesView.ts';
import type { Painter } from '../decorations/painter.ts';
import type { EditorHost } from '../host.ts';
import type { ShownInText } from '../language/shownInText.ts';
import { offer, sayBriefly } from '../messages.ts';
import type { Registries } from '../registry/registries.ts';
import type { ReviewMode } from '../review/reviewMode.ts';
import type { FirstSeen } from '../sidecar/firstSeen.ts';
import type { SidecarKeeper } from '../sidecar/sidecarKeeper.ts';
import type { BesideReading } from '../source/besideReading.ts';
import type { Views } from '../tree/views.ts';

/** What the commands work with. */
export interface CommandContext {
  readonly articles: Articles;
  readonly views: Views;
  readonly ignored: GitIgnore;
  readonly corpus: Corpus;
  readonly across: AcrossSources;
  readonly passages: PassageDocuments;
  readonly sources: SourcesView;
  readonly comparison: ComparisonPanel;
  readonly painter: Painter;
  readonly sidecars: SidecarKeeper;
  readonly review: ReviewMode;
  readonly secondAnnotator: SecondAnnotatorView;
  readonly privateNotes: PrivateNotes;
  readonly registries: Registries;
  readonly firstSeen: FirstSeen;
  readonly host: EditorHost;
  readonly beside: BesideReading;
  readonly shown: ShownInText;
  readonly newId: NewId;
  /** Author and time of a decision made now, as the settings let them be written. */
  readonly stamp: (article: Pick<ArticleSession, 'uri'>) => Stamp;
}

export type Command = (context: CommandContext, ...args: unknown[]) => Promise<void> | void;
export type Commands = Readonly<Record<`dossier.${string}`, Command>>;

/** Edits of more records than this are counted before they are made, and said in a message with a way back. */
export const QUIET_CHANGES = 12;

/** Whether the sidecar cannot be read, so that nothing can be decided or taken back: the person is told why. */
export function isBlocked(sidecars: CommandContext['sidecars'], session: ArticleSession): boolean {
  if (session.blocked) sidecars.explainBlocked(session);
  return session.blocked !== null;
}

/**
 * Carries out a decision. Where the sidecar could not be read nothing is decided, and the person is told why.
 * @param options `quiet` says it in the status only, where one decision follows the other.
 */
export function decide(
  { articles, sidecars }: CommandContext,
  session: ArticleSession,
  edit: Edit,
  { quiet = false } = {},
): void {
  if (isBlocked(sidecars, session)) return;
  session.store.apply(edit);
  if (quiet) sayBriefly(edit.label);
  if (quiet || edit.changes.length <= QUIET_CHANGES) return;
  offer('information', `${edit.label}: ${edit.changes.length} records changed.`, 'Undo', () => {
    if (articles.all.includes(session) && !session.blocked && session.store.undoLabel === edit.label)
      session.store.undo();
  });
}

/** Says why a command found nothing to work on. */
export function nothingHere(what: string): void {
  sayBriefly(`put the cursor on ${what}, or select one in the Dossier view.`);
}

/** Asks for a name or a sentence; undefined when the person leaves. */
export function askText(options: {
  title: string;
  value?: string;
  prompt?: string;
  emptyIsFine?: boolean;
}): Thenable<string | undefined> {
  const { title, value = '', prompt, emptyIsFine = false } = options;
  return vscode.window.showInputBox({
    title,
    value,
    ...(prompt ? { prompt } : {}),
    validateInput: (input) =>
      emptyIsFine || input.trim() !== '' ? null : 'Type something, or press Escape to leave it as it is.',
  });
}

export interface Choice<T> extends vscode.QuickPickItem {
  readonly value: T;
}

/** Asks for one of `choices`; undefined when the person leaves. */
export async function askChoice<T>(
  title: string,
  choices: readonly Choice<T>[],
  placeHolder = '',
): Promise<T | undefined> {
  const picked = await vscode.window.showQuickPick(choices, {
    title,
    placeHolder,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.value;
}
