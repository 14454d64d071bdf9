import * as vscode from 'vscode';
import { planDecorations, type StyleKey } from '../../core/present/decorationPlan.ts';
import { sameValue } from '../../core/store/sameValue.ts';
import type { LineIndex } from '../../core/text/lines.ts';
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

/** What an editor was given last, and the text that it stood in: the editor itself moves marks when the text changes. */
interface Painted {
  readonly lines: LineIndex;
  readonly spans: Map<StyleKey, readonly Span[]>;
}

/** Paints the visible editors from the plans of their articles, the styles whose spans are others than before. */
export class Painter implements vscode.Disposable {
  readonly #articles: Articles;
  readonly #styles = createStyles();
  readonly #subscriptions: vscode.Disposable[];
  readonly #due = new Set<vscode.TextEditor>();
  readonly #painted = new WeakMap<vscode.TextEditor, Painted>();
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
    const { lines, uri } = session;
    const before = this.#painted.get(editor);
    const painted = before?.lines === lines ? before : { lines, spans: new Map<StyleKey, readonly Span[]>() };
    this.#painted.set(editor, painted);
    const plan = planDecorations(session.index, session.facts.zones, windowOf(editor, session));
    const wanted = wantedStyles(uri);
    for (const [key, style] of this.#styles) {
      const spans = this.#shown && wanted(key) ? (plan.get(key) ?? []).slice(0, MOST_RANGES) : [];
      if (sameValue(spans, painted.spans.get(key))) continue;
      painted.spans.set(key, spans);
      editor.setDecorations(
        style,
        spans.map((span) => toRange(lines, span)),
      );
    }
  }

  /** Takes the marks from an editor whose document is no article any more. */
  #clear(editor: vscode.TextEditor): void {
    if (!this.#painted.delete(editor)) return;
    for (const style of this.#styles.values()) editor.setDecorations(style, []);
  }
}

function wantedStyles(uri: vscode.Uri): (key: StyleKey) => boolean {
  const [furniture, claims, mentions] = (['furniture', 'claims', 'mentions'] as const).map((name) =>
    readSetting(`decorations.${name}`, uri),
  );
  return (key) =>
    key === 'changed' ||
    key === 'note' ||
    Boolean(key === 'furniture' ? furniture : key.startsWith('claim') ? claims : mentions);
}

function editorsOf(session: ArticleSession): vscode.TextEditor[] {
  return vscode.window.visibleTextEditors.filter(({ document }) => document === session.document);
}

/** The part of the text that is painted: all of it, but for long articles. */
function windowOf({ document, visibleRanges }: vscode.TextEditor, { lines, text }: ArticleSession): Span {
  const [first] = visibleRanges;
  const last = visibleRanges.at(-1);
  if (document.lineCount <= WINDOW_FROM_LINES || !first || !last) return { start: 0, end: text.length };
  return {
    start: lines.lineStart(Math.max(0, first.start.line - MARGIN_LINES)),
    end: lines.lineStart(last.end.line + MARGIN_LINES),
  };
}
