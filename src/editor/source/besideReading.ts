import * as vscode from 'vscode';
import { type Counterpart, mapParagraphs, type ParagraphMap } from '../../core/align/paragraphMap.ts';
import { normaliseText } from '../../core/text/normalise.ts';

interface Reading {
  readonly original: vscode.TextDocument;
  readonly translation: vscode.TextDocument;
  /** Made anew when it is asked for after an edit. */
  map: ParagraphMap | null;
}

/** Milliseconds in which an editor that was moved here scrolls: that is no wish of the person. */
const OWN_SCROLL = 300;

/**
 * Keeps an original and its translation side by side: the paragraph of the cursor is marked in both, and scrolling in one
 * scrolls the other.
 */
export class BesideReading implements vscode.Disposable {
  readonly #mark = vscode.window.createTextEditorDecorationType({
    isWholeLine: true,
    backgroundColor: new vscode.ThemeColor('editor.rangeHighlightBackground'),
    borderColor: new vscode.ThemeColor('editor.rangeHighlightBorder'),
    overviewRulerColor: new vscode.ThemeColor('editorOverviewRuler.rangeHighlightForeground'),
  });
  readonly #status = vscode.window.createStatusBarItem('dossier.beside', vscode.StatusBarAlignment.Left, 90);
  readonly #moved = new WeakMap<vscode.TextEditor, number>();
  readonly #subscriptions: vscode.Disposable[];
  #reading: Reading | null = null;

  constructor() {
    this.#status.name = 'Dossier: Original and Translation';
    this.#subscriptions = [
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.#follow(textEditor)),
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.#scroll(textEditor)),
      vscode.window.onDidChangeVisibleTextEditors(() => this.#endIfClosed()),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (this.#reading && this.#sideOf(document)) this.#reading.map = null;
      }),
    ];
  }

  /** What stands beside the cursor of the active editor, or null. */
  get counterpart(): Counterpart | null {
    const editor = vscode.window.activeTextEditor;
    return editor ? this.#counterpart(editor, editor.selection.active.line) : null;
  }

  /** Shows the one that is not `shown` beside it and begins to follow. */
  async start(pair: Pick<Reading, 'original' | 'translation'>, shown: vscode.TextDocument): Promise<void> {
    const other = shown === pair.original ? pair.translation : pair.original;
    const own = await vscode.window.showTextDocument(shown, {
      viewColumn:
        vscode.window.visibleTextEditors.find(({ document }) => document === shown)?.viewColumn ??
        vscode.ViewColumn.One,
    });
    await vscode.window.showTextDocument(other, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true });
    this.#reading = { ...pair, map: null };
    this.#follow(own);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#mark.dispose();
    this.#status.dispose();
  }

  #sideOf(document: vscode.TextDocument): 'original' | 'translation' | null {
    if (document === this.#reading?.original) return 'original';
    return document === this.#reading?.translation ? 'translation' : null;
  }

  #counterpart(editor: vscode.TextEditor, line: number): Counterpart | null {
    const side = this.#sideOf(editor.document);
    const reading = this.#reading;
    if (!side || !reading) return null;
    const textOf = (document: vscode.TextDocument) => normaliseText(document.getText());
    reading.map ??= mapParagraphs(textOf(reading.original), textOf(reading.translation));
    return reading.map.counterpart(side, line);
  }

  #otherOf(editor: vscode.TextEditor): vscode.TextEditor | undefined {
    return vscode.window.visibleTextEditors.find(
      ({ document }) => document !== editor.document && this.#sideOf(document) !== null,
    );
  }

  #follow(editor: vscode.TextEditor): void {
    if (!this.#sideOf(editor.document)) return;
    const found = this.#counterpart(editor, editor.selection.active.line);
    const other = this.#otherOf(editor);
    if (!other) return;
    editor.setDecorations(this.#mark, found ? [rangeOf(found.own)] : []);
    other.setDecorations(this.#mark, found?.other ? [rangeOf(found.other)] : []);
    if (found?.other) this.#reveal(other, rangeOf(found.other), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    this.#say(found);
  }

  #scroll(editor: vscode.TextEditor): void {
    const top = editor.visibleRanges[0]?.start.line;
    if (top === undefined || Date.now() - (this.#moved.get(editor) ?? 0) < OWN_SCROLL) return;
    const found = this.#counterpart(editor, top);
    const other = this.#otherOf(editor);
    if (other && found?.other) this.#reveal(other, rangeOf(found.other), vscode.TextEditorRevealType.AtTop);
  }

  #reveal(editor: vscode.TextEditor, range: vscode.Range, how: vscode.TextEditorRevealType): void {
    this.#moved.set(editor, Date.now());
    editor.revealRange(range, how);
  }

  #say(found: Counterpart | null): void {
    const whole = `${percent(this.#reading?.map?.sure ?? 0)} sure on the average`;
    if (!found?.other) this.#status.text = '$(split-horizontal) Stands in this text only';
    else
      this.#status.text = `$(split-horizontal) ${linesOf(found.own)} beside ${linesOf(found.other)}, ${percent(found.sure)} sure`;
    this.#status.tooltip = `The paragraphs are aligned by their order and lengths, and by figures and names in both: ${whole}.`;
    this.#status.show();
  }

  #endIfClosed(): void {
    const reading = this.#reading;
    if (!reading) return;
    const open = vscode.window.visibleTextEditors.filter(({ document }) => this.#sideOf(document));
    if (new Set(open.map(({ document }) => document)).size === 2) return;
    for (const editor of open) editor.setDecorations(this.#mark, []);
    this.#status.hide();
    // Hidden behind another tab it may come back; closed it does not.
    if (reading.original.isClosed || reading.translation.isClosed) this.#reading = null;
  }
}

const rangeOf = ({ start, end }: { readonly start: number; readonly end: number }) =>
  new vscode.Range(start, 0, end - 1, Number.MAX_SAFE_INTEGER);
const percent = (part: number) => `${Math.round(part * 100)} %`;
const linesOf = ({ start, end }: { readonly start: number; readonly end: number }) =>
  end - start === 1 ? `line ${end}` : `lines ${start + 1} to ${end}`;
