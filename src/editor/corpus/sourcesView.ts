import * as vscode from 'vscode';
import {
  articlesByFolder,
  entitiesOfArticle,
  entityTotals,
  MOST_ENTITY_ROWS,
  passageRow,
  type SourceRow,
} from '../../core/present/sourceRows.ts';
import { fileName } from '../articles/fileName.ts';
import type { Registries } from '../registry/registries.ts';
import type { ViewState } from '../tree/viewState.ts';
import type { Corpus } from './corpus.ts';

/** What the corpus was asked for in this workspace once is kept ready from then on, when its view is seen. */
const WANTED = 'dossier.corpusWanted';
const VIEW = 'dossier.sources';
/** While articles are analysed the rows are made anew this often, in milliseconds. */
const PAUSE = 2000;

interface SourcesViewOptions {
  readonly corpus: Corpus;
  readonly registries: Registries;
  readonly state: ViewState;
  readonly memory: vscode.Memento;
}

/** The view of all sources: articles by folder or entities over all articles, with the progress of the analysis. */
export class SourcesView implements vscode.Disposable, vscode.TreeDataProvider<SourceRow> {
  readonly #corpus: Corpus;
  readonly #registries: Registries;
  readonly #state: ViewState;
  readonly #memory: vscode.Memento;
  readonly #view: vscode.TreeView<SourceRow>;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #subscriptions: { dispose(): void }[];
  #roots: readonly SourceRow[] = [];
  #shownAt = 0;
  #working: Promise<void> | null = null;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor({ corpus, registries, state, memory }: SourcesViewOptions) {
    this.#corpus = corpus;
    this.#registries = registries;
    this.#state = state;
    this.#memory = memory;
    this.#view = vscode.window.createTreeView(VIEW, { treeDataProvider: this, showCollapseAll: true });
    this.#subscriptions = [
      this.#view,
      this.#changed,
      corpus.engine.onDidChange(() => this.#follow()),
      this.#view.onDidChangeVisibility(() => this.#seen()),
    ];
    this.#say();
    this.#seen();
  }

  /** Analyses what is new. @returns when that is done or cancelled. */
  async analyze(): Promise<void> {
    await this.#memory.update(WANTED, true);
    this.#working ??= Promise.resolve(
      vscode.window.withProgress({ location: { viewId: VIEW } }, () => this.#corpus.refresh()),
    ).finally(() => {
      this.#working = null;
    });
    await this.#working;
  }

  /** Another grouping or filter. */
  refresh(): void {
    this.#shownAt = Date.now();
    this.#say();
    this.#changed.fire(undefined);
  }

  /** The rows as they were last shown, for tests. */
  get roots(): readonly SourceRow[] {
    return this.#roots;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  async getChildren(row?: SourceRow): Promise<SourceRow[]> {
    const { engine } = this.#corpus;
    if (!row) {
      this.#roots = engine.state.phase === 'closed' ? [] : await this.#build();
      return [...this.#roots];
    }
    const { below } = row;
    if (!below) return [];
    if ('entitiesOf' in below) {
      const digest = await engine.ask('digest', below.entitiesOf);
      return digest ? entitiesOfArticle(below.entitiesOf, digest) : [];
    }
    if (!('articlesWith' in below)) return [...below.rows];
    const { name, type } = below.articlesWith;
    const hits = (await engine.ask('named', name)).filter((hit) => hit.type === type && hit.name === name);
    const articles = hits.map(({ uri, entity, mentions }) =>
      passageRow({
        uri,
        entity,
        label: pathOf(uri),
        facts: [`${mentions} ${mentions === 1 ? 'mention' : 'mentions'}`],
      }),
    );
    return [...below.rows, ...articles];
  }

  getTreeItem({ id, label, description, icon, context, spoken, target, below }: SourceRow): vscode.TreeItem {
    const { None, Collapsed } = vscode.TreeItemCollapsibleState;
    const item = new vscode.TreeItem(label, below ? Collapsed : None);
    item.id = id;
    item.description = description;
    item.iconPath = new vscode.ThemeIcon(icon);
    item.contextValue = context;
    item.accessibilityInformation = { label: spoken };
    item.tooltip = target ? pathOf(target.uri) : label;
    if (target) item.command = { command: 'dossier.openSource', title: 'Show in Text', arguments: [target] };
    return item;
  }

  async #build(): Promise<SourceRow[]> {
    const { engine } = this.#corpus;
    const words = this.#state.sourceFilter.toLowerCase().split(/\s+/).filter(Boolean);
    if (this.#state.sourceGrouping === 'entity') {
      const resting = engine.state.phase !== 'analyzing' && engine.state.phase !== 'opening';
      const totals = resting
        ? await engine.ask('comparedEntities')
        : (await engine.ask('entities')).map((total) => ({ ...total, perhaps: -1 }));
      return entityTotals(totals, words, this.#registries.identities);
    }
    return articlesByFolder(await engine.ask('articles'), words, pathOf);
  }

  /** Asked for in an earlier window: the cache has it, and only what changed is read. */
  #seen(): void {
    const wanted = this.#memory.get(WANTED) === true && this.#corpus.engine.state.phase === 'closed';
    if (wanted && this.#view.visible) void this.analyze();
  }

  #follow(): void {
    this.#say();
    const { phase } = this.#corpus.engine.state;
    const resting = phase !== 'analyzing' && phase !== 'opening';
    if (resting || Date.now() - this.#shownAt > PAUSE) this.refresh();
  }

  #say(): void {
    const { phase, done, total } = this.#corpus.engine.state;
    const folders = vscode.workspace.workspaceFolders?.length ?? 0;
    setContext('corpus', folders === 0 ? 'none' : phase);
    setContext('sourcesFiltered', this.#state.sourceFilter !== '');
    this.#view.message = this.#message(phase === 'analyzing' ? `${done} of ${total}` : '');
  }

  #message(progress: string): string {
    const { engine, tooLarge } = this.#corpus;
    const { sourceFilter, sourceGrouping } = this.#state;
    const failed = engine.failures.size;
    const most = sourceGrouping === 'entity' && this.#roots.length === MOST_ENTITY_ROWS;
    return [
      ...(progress ? [`Analyzing: ${progress}.`] : []),
      ...(engine.state.phase === 'cancelled' ? ['Cancelled: some articles are not analyzed.'] : []),
      ...(engine.state.problem ? [`${engine.state.problem}.`] : []),
      ...(sourceFilter ? [`Filter: ${sourceFilter}.`] : []),
      ...(most ? [`The first ${MOST_ENTITY_ROWS.toLocaleString('en-US')}; the filter finds the others.`] : []),
      ...(tooLarge > 0 ? [`${tooLarge} left out for their size.`] : []),
      ...(failed > 0 ? [`${failed} could not be analyzed.`] : []),
    ].join(' ');
  }
}

function setContext(key: string, value: unknown): void {
  void vscode.commands.executeCommand('setContext', `dossier.${key}`, value);
}

/** The path from the workspace folder, which is named where there are several. */
function pathOf(uri: string): string {
  const path = vscode.workspace.asRelativePath(vscode.Uri.parse(uri));
  return path || fileName(vscode.Uri.parse(uri));
}
