import * as vscode from 'vscode';
import { placeOf } from '../../core/model/recordSpans.ts';
import type { RecordRef } from '../../core/model/records.ts';
import type { ArticleIndex } from '../../core/present/articleIndex.ts';
import { nextItem, type ReviewItem, reviewQueue } from '../../core/present/reviewQueue.ts';
import { reviewWords } from '../../core/present/reviewWords.ts';
import { recordsOf } from '../../core/store/recordTable.ts';
import { hull } from '../../core/text/span.ts';
import type { ArticleSession } from '../articles/articleSession.ts';
import type { Articles } from '../articles/articles.ts';
import { toOffset, toRange } from '../articles/positions.ts';
import { selectSpan, showArticle } from '../articles/selectSpan.ts';

/**
 * Going through what awaits a decision in one article, one key a decision. The keys act only where the reviewed editor
 * has the focus, and that editor takes no text meanwhile, so that a slip of the hand does not change the article.
 */
export class ReviewMode implements vscode.Disposable {
  readonly #status = vscode.window.createStatusBarItem('dossier.review', vscode.StatusBarAlignment.Left, 1000);
  readonly #subscriptions: vscode.Disposable[];
  #session: ArticleSession | null = null;
  #item: ReviewItem | null = null;
  /** Articles that a review made read-only; one that was closed meanwhile takes typing when it is shown again. */
  readonly #locked = new Set<string>();
  #queue: { readonly index: ArticleIndex; readonly items: readonly ReviewItem[] } | null = null;

  constructor(articles: Articles) {
    this.#status.name = 'Dossier Review';
    this.#status.command = 'dossier.showReviewKeys';
    this.#subscriptions = [
      articles.onDidClose((session) => {
        if (session === this.#session) this.#leave();
      }),
      articles.onDidChange((session) => {
        if (session === this.#session) this.#show();
      }),
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        this.#show();
        if (editor && editor.document !== this.#session?.document) void this.#unlock(editor.document);
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor, kind }) => {
        if (kind !== undefined && textEditor.document === this.#session?.document) this.#show();
      }),
    ];
  }

  get session(): ArticleSession | null {
    return this.#session;
  }

  /** Begins at the first open item behind the cursor. */
  async start(session: ArticleSession): Promise<void> {
    if (this.#session && this.#session !== session) await this.end();
    const editor = await showArticle(session);
    const at = toOffset(session.lines, editor.selection.start);
    this.#session = session;
    this.#item = null;
    this.#locked.add(session.uri.toString());
    await vscode.commands.executeCommand('workbench.action.files.setActiveEditorReadonlyInSession');
    await this.#go(nextItem(this.#queueOf(session), { start: at, end: at }, true));
  }

  async end(): Promise<void> {
    const session = this.#session;
    if (!session) return;
    this.#leave();
    await showArticle(session);
    await this.#unlock(session.document);
  }

  /** What a key is about: the item that is shown, or the annotation that the person put the cursor on instead. */
  target(): RecordRef | null {
    const session = this.#session;
    const editor = vscode.window.activeTextEditor;
    if (!session || editor?.document !== session.document) return null;
    if (this.#item && editor.selection.isEqual(selectionOf(session, this.#item))) return this.#item.record;
    const [found] = session.index.spans.at(toOffset(session.lines, editor.selection.active));
    return found?.value ?? this.#item?.record ?? null;
  }

  /** Shows the next open item in the given direction. @returns whether there is one. */
  async step(forward: boolean): Promise<boolean> {
    const session = this.#session;
    if (!session) return false;
    const queue = this.#queueOf(session);
    const record = this.target();
    const shown = queue.find((item) => item.record.kind === record?.kind && item.record.id === record?.id);
    const at = toOffset(session.lines, vscode.window.activeTextEditor?.selection.start ?? new vscode.Position(0, 0));
    const from = shown ?? this.#item ?? { start: at, end: at };
    const next = nextItem(queue, from, forward);
    await this.#go(next);
    return next !== null;
  }

  /** Shows a record that a key changed, and stays at it. */
  async show({ kind, id }: RecordRef): Promise<void> {
    const record = this.#session && recordsOf(this.#session.store.annotations, kind).get(id);
    const spans = record ? (placeOf(record)?.spans ?? []) : [];
    if (spans.length > 0) await this.#go({ ...hull(spans), record: { kind, id } });
  }

  dispose(): void {
    this.#leave();
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#status.dispose();
  }

  /** @param document of the active editor. */
  async #unlock({ uri }: vscode.TextDocument): Promise<void> {
    if (!this.#locked.delete(uri.toString())) return;
    await vscode.commands.executeCommand('workbench.action.files.resetActiveEditorReadonlyInSession');
  }

  #queueOf({ index }: ArticleSession): readonly ReviewItem[] {
    if (this.#queue?.index !== index) this.#queue = { index, items: reviewQueue(index) };
    return this.#queue.items;
  }

  async #go(item: ReviewItem | null): Promise<void> {
    this.#item = item;
    if (item && this.#session) await selectSpan(this.#session, item);
    this.#show();
  }

  #leave(): void {
    this.#session = null;
    this.#item = null;
    this.#queue = null;
    this.#show();
  }

  #show(): void {
    const session = this.#session;
    const here = session !== null && vscode.window.activeTextEditor?.document === session.document;
    void vscode.commands.executeCommand('setContext', 'dossier.reviewing', here);
    if (!here) {
      this.#status.hide();
      return;
    }
    const left = this.#queueOf(session).length;
    const record = this.target();
    const what = record && reviewWords(session.index, record, session.text);
    this.#status.text = `$(checklist) Review: ${left} left${what ? ` · ${what}` : ''}`;
    this.#status.tooltip =
      'A accept · R reject · N next · P previous · digits type · Shift+letter verdict · T, V, G words of your own · H all keys · Esc ends';
    this.#status.accessibilityInformation = { label: `Review, ${left} left. ${what ?? ''}` };
    this.#status.backgroundColor = new vscode.ThemeColor('statusBarItem.warningBackground');
    this.#status.show();
  }
}

function selectionOf(session: ArticleSession, item: ReviewItem): vscode.Selection {
  const { start, end } = toRange(session.lines, item);
  return new vscode.Selection(start, end);
}
