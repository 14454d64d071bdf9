import * as vscode from 'vscode';
import { adoptRecord } from '../../core/agreement/adoptRecord.ts';
import { AGREEMENT_COUNTS, agreementRows, TWO_TEXTS } from '../../core/agreement/agreementWords.ts';
import {
  type AnnotatorComparison,
  type AnnotatorDifference,
  compareAnnotators,
} from '../../core/agreement/compareAnnotators.ts';
import { checkedFile } from '../../core/sidecar/rawFile.ts';
import type { SidecarFile } from '../../core/sidecar/schema.ts';
import type { Edit } from '../../core/store/edit.ts';
import type { ArticleSession } from '../articles/articleSession.ts';
import type { Articles } from '../articles/articles.ts';
import { fileName } from '../articles/fileName.ts';
import { selectSpan } from '../articles/selectSpan.ts';
import { messageOf, tellError } from '../messages.ts';
import { readText } from '../sidecar/sidecarFiles.ts';
import { revealRow } from '../tree/revealRow.ts';

const VIEW = 'dossier.secondAnnotator';
/** After a change here the rows are made anew this late, in milliseconds: they are of all records. */
const PAUSE = 300;

/** A row of the view: a group, a figure, or a difference. */
export interface AnnotatorRow {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly icon: string;
  readonly context: 'group' | 'figure' | 'difference' | 'keptDifference';
  readonly parent: AnnotatorRow | null;
  readonly difference: AnnotatorDifference | null;
  readonly below: AnnotatorRow[] | null;
}

interface Compared {
  readonly session: ArticleSession;
  readonly uri: vscode.Uri;
  readonly file: SidecarFile;
}

/** The view of two annotators of one text: how far they agree, and each difference with its passage. */
export class SecondAnnotatorView implements vscode.Disposable, vscode.TreeDataProvider<AnnotatorRow> {
  readonly #view: vscode.TreeView<AnnotatorRow>;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #after: (milliseconds: number, run: () => void) => () => void;
  readonly #subscriptions: { dispose(): void }[];
  /** What the person looked at and left as it is here, by what it says. */
  readonly #kept = new Set<string>();
  #compared: Compared | null = null;
  #watcher: vscode.Disposable | null = null;
  #comparison: AnnotatorComparison | null = null;
  #roots: readonly AnnotatorRow[] = [];
  #stop: () => void = () => {};

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(articles: Articles, after: (milliseconds: number, run: () => void) => () => void) {
    this.#after = after;
    this.#view = vscode.window.createTreeView(VIEW, { treeDataProvider: this });
    this.#subscriptions = [
      this.#view,
      this.#changed,
      this.#view.onDidChangeSelection(({ selection: [row] }) => {
        if (row) this.#show(row).catch(tellError);
      }),
      articles.onDidChange((session) => {
        if (session === this.#compared?.session) this.#refreshSoon();
      }),
      articles.onDidClose((session) => {
        if (session === this.#compared?.session) this.end();
      }),
    ];
  }

  /** Shows how the annotations of an article differ from those in another sidecar, which is read again when it changes. @throws RangeError in words when it cannot be read. */
  async compare(session: ArticleSession, uri: vscode.Uri): Promise<void> {
    const file = await readOther(uri);
    this.end();
    this.#compared = { session, uri, file };
    const pattern = new vscode.RelativePattern(vscode.Uri.joinPath(uri, '..'), '*.json');
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    const again = (changed: vscode.Uri) => {
      if (changed.toString() === uri.toString()) void this.#readAgain();
    };
    this.#watcher = vscode.Disposable.from(watcher, watcher.onDidChange(again), watcher.onDidCreate(again));
    await vscode.commands.executeCommand('setContext', 'dossier.comparingAnnotators', true);
    this.refresh();
    await vscode.commands.executeCommand(`${VIEW}.focus`);
  }

  /** The rows, for commands and tests. */
  get roots(): readonly AnnotatorRow[] {
    if (this.#compared && !this.#comparison) {
      this.#comparison = compareAnnotators(this.#compared.session.store, this.#compared.file);
      this.#roots = this.#build(this.#comparison);
    }
    return this.#roots;
  }

  /** The difference that is selected; null when none is. */
  get selected(): AnnotatorRow | null {
    const [row] = this.#view.selection;
    return (row?.difference && this.#differences().find(({ id }) => id === row.id)) ?? null;
  }

  /** Selects the next difference, or the one before, and shows its passage; behind the last comes the first. */
  async step(by: 1 | -1): Promise<void> {
    const rows = this.#differences();
    const at = rows.findIndex(({ id }) => id === this.selected?.id);
    await this.#select(at < 0 && by < 0 ? rows.length - 1 : (at + by + rows.length) % rows.length);
  }

  /** Leaves a difference as it is here; it is listed apart until the other decides again. */
  async keep({ id }: AnnotatorRow): Promise<void> {
    await this.#settle(() => this.#kept.add(id));
  }

  /** Takes what the other has, as one edit that `decide` carries out. */
  async adopt({ difference }: AnnotatorRow, decide: (session: ArticleSession, edit: Edit) => void): Promise<void> {
    const { session } = this.#compared ?? {};
    if (!session || !this.#comparison || !difference) return;
    const edit = adoptRecord(session.store, difference.record, this.#comparison.other);
    await this.#settle(() => decide(session, edit));
  }

  refresh(): void {
    this.#stop();
    this.#comparison = null;
    this.#roots = [];
    const { session, uri } = this.#compared ?? {};
    this.#view.description = session && uri ? `${fileName(session.uri)} and ${fileName(uri)}` : '';
    this.#view.message = '';
    this.#changed.fire(undefined);
  }

  end(): void {
    this.#watcher?.dispose();
    this.#watcher = null;
    this.#compared = null;
    this.#kept.clear();
    void vscode.commands.executeCommand('setContext', 'dossier.comparingAnnotators', false);
    this.refresh();
  }

  dispose(): void {
    this.#stop();
    this.#watcher?.dispose();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  getChildren(row?: AnnotatorRow): AnnotatorRow[] {
    return [...(row ? (row.below ?? []) : this.roots)];
  }

  getParent({ parent }: AnnotatorRow): AnnotatorRow | null {
    return parent;
  }

  getTreeItem({ id, label, description, icon, context, below }: AnnotatorRow): vscode.TreeItem {
    const { None, Expanded } = vscode.TreeItemCollapsibleState;
    const item = new vscode.TreeItem(label, below ? Expanded : None);
    item.id = id;
    item.description = description;
    item.contextValue = context;
    if (icon) item.iconPath = new vscode.ThemeIcon(icon);
    item.tooltip = description ? `${label}: ${description}` : label;
    return item;
  }

  #build({ agreement, differences }: AnnotatorComparison): AnnotatorRow[] {
    const figures = agreementRows(agreement).map(({ measure, words }) => [measure, words] as const);
    const about = agreement.sameText ? [] : [TWO_TEXTS];
    const rows = differences.map(
      (difference) => [`${difference.record.kind} ${difference.record.id} ${difference.words}`, difference] as const,
    );
    const open = rows.filter(([id]) => !this.#kept.has(id));
    const kept = rows.filter(([id]) => this.#kept.has(id));
    const line = (id: string, label: string, description = ''): RowFields => ({
      ...{ id, label, description, icon: 'graph', context: 'figure', difference: null },
    });
    const change =
      (context: 'difference' | 'keptDifference') =>
      ([id, difference]: (typeof rows)[number]): RowFields => ({
        ...{ id, label: difference.words, description: difference.whose, icon: '', context, difference },
      });
    return [
      group('agreement', 'Agreement', '', [
        ...about.map((words) => line(words, words)),
        ...figures.map(([measure, words]) => line(measure, measure, words)),
        line('counted', AGREEMENT_COUNTS),
      ]),
      group(
        'differences',
        'Differences',
        open.length > 0 ? String(open.length) : 'none left',
        open.map(change('difference')),
      ),
      ...(kept.length > 0
        ? [group('kept', 'Kept as Mine', String(kept.length), kept.map(change('keptDifference')))]
        : []),
    ];
  }

  /** When the selected difference is settled, the one that stands in its place then is selected. */
  async #settle(act: () => void): Promise<void> {
    const { selected } = this;
    const at = this.#differences().findIndex(({ id }) => id === selected?.id);
    act();
    this.refresh();
    const rows = this.#differences();
    if (at >= 0 && !rows.some(({ id }) => id === selected?.id)) await this.#select(Math.min(at, rows.length - 1));
  }

  #differences(): readonly AnnotatorRow[] {
    return this.roots.find(({ id }) => id === 'differences')?.below ?? [];
  }

  async #select(at: number): Promise<void> {
    const row = this.#differences()[at];
    if (row) await revealRow(this.#view, row, { focus: true });
  }

  async #show({ difference }: AnnotatorRow): Promise<void> {
    if (difference?.span && this.#compared) await selectSpan(this.#compared.session, difference.span, true);
  }

  #refreshSoon(): void {
    this.#stop();
    this.#stop = this.#after(PAUSE, () => this.refresh());
  }

  async #readAgain(): Promise<void> {
    const compared = this.#compared;
    if (!compared) return;
    try {
      const file = await readOther(compared.uri);
      if (this.#compared !== compared) return;
      this.#compared = { ...compared, file };
      this.refresh();
    } catch (error) {
      this.#view.message = `${fileName(compared.uri)} could not be read again: ${messageOf(error)}`;
    }
  }
}

async function readOther(uri: vscode.Uri): Promise<SidecarFile> {
  return checkedFile((await readText(uri)) ?? '');
}

type RowFields = Omit<AnnotatorRow, 'parent' | 'below'>;

function group(id: string, label: string, description: string, fields: readonly RowFields[]): AnnotatorRow {
  const below: AnnotatorRow[] = [];
  const parent: AnnotatorRow = {
    ...{ id, label, description, icon: '', context: 'group', parent: null, difference: null, below },
  };
  for (const field of fields) below.push({ ...field, parent, below: null });
  return parent;
}
