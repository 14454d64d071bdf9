import * as vscode from 'vscode';
import type { StyleKey } from '../../core/present/decorationPlan.ts';
import type { Span } from '../../core/text/span.ts';
import type { ArticleSession } from '../articles/articleSession.ts';
import type { Articles } from '../articles/articles.ts';
import { toRange } from '../articles/positions.ts';
import { onDidChangeSettings, readSetting } from '../config/settings.ts';
import { createStyles } from './styles.ts';

/** Articles with more lines are painted around the visible part only. */
const WINDOW_FROM_LINES = 3000;
const MARGIN_LINES = 300;
const MOST_RANGES = 4000;

/** Paints the visible editors from the plans of their articles. */
export class Painter implements vscode.Disposable {
  readonly #articles: Articles;
  readonly #styles = createStyles();
  readonly #subscriptions: vscode.Disposable[];
  readonly #due = new Set<vscode.TextEditor>();
  readonly #painted = new WeakSet<vscode.TextEditor>();
  #shown = true;

  constructor(articles: Articles) {
    this.#articles = articles;
    this.#subscriptions = [
      articles.onDidChange((session) => this.#paintSoon(editorsOf(session))),
      articles.onDidClose((session) => this.#paintSoon(editorsOf(session))),
      vscode.window.onDidChangeVisibleTextEditors((editors) => this.#paintSoon(editors)),
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
        if (textEditor.document.lineCount > WINDOW_FROM_LINES) this.#paintSoon([textEditor]);
      }),
      onDidChangeSettings(() => this.#paintSoon(vscode.window.visibleTextEditors)),
    ];
    this.#paintSoon(vscode.window.visibleTextEditors);
  }

  toggle(): void {
    this.#shown = !this.#shown;
    this.#paintSoon(vscode.window.visibleTextEditors);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    for (const style of this.#styles.values()) style.dispose();
  }

  /** Several changes in one turn of the event loop make one paint. */
  #paintSoon(editors: readonly vscode.TextEditor[]): void {
    const idle = this.#due.size === 0;
    for (const editor of editors) this.#due.add(editor);
    if (!idle || this.#due.size === 0) return;
    queueMicrotask(() => {
      const due = [...this.#due];
      this.#due.clear();
      for (const editor of due) this.#paint(editor);
    });
  }

  #paint(editor: vscode.TextEditor): void {
    const session = this.#articles.get(editor.document.uri);
    if (!session) {
      this.#clear(editor);
      return;
    }
    this.#painted.add(editor);
    const inWindow = paintedSpan(editor, session);
    for (const [key, style] of this.#styles) {
      const spans = this.#shown && wanted(key, session.uri) ? (session.plan.get(key) ?? []) : [];
      const ranges = spans.filter(inWindow).slice(0, MOST_RANGES);
      editor.setDecorations(
        style,
        ranges.map((span) => toRange(session.lines, span)),
      );
    }
  }

  /** Takes the marks from an editor whose document is no article any more. */
  #clear(editor: vscode.TextEditor): void {
    if (!this.#painted.delete(editor)) return;
    for (const style of this.#styles.values()) editor.setDecorations(style, []);
  }
}

function wanted(key: StyleKey, uri: vscode.Uri): boolean {
  if (key === 'changed') return true;
  if (key === 'furniture') return readSetting('decorations.furniture', uri);
  return readSetting(key.startsWith('claim') ? 'decorations.claims' : 'decorations.mentions', uri);
}

function editorsOf(session: ArticleSession): vscode.TextEditor[] {
  return vscode.window.visibleTextEditors.filter(({ document }) => document === session.document);
}

function paintedSpan(editor: vscode.TextEditor, session: ArticleSession): (span: Span) => boolean {
  if (editor.document.lineCount <= WINDOW_FROM_LINES) return () => true;
  const windows = editor.visibleRanges.map(({ start, end }) => ({
    start: session.lines.lineStart(Math.max(0, start.line - MARGIN_LINES)),
    end: session.lines.lineStart(end.line + MARGIN_LINES),
  }));
  return (span) => windows.some((window) => span.start < window.end && span.end > window.start);
}
