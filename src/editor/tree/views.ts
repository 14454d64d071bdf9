import * as vscode from 'vscode';
import type { RecordRef } from '../../core/model/records.ts';
import { buildClaimTree } from '../../core/present/claimTree.ts';
import { buildEntityTree } from '../../core/present/entityTree.ts';
import { parseFilter, wantsRejected } from '../../core/present/filter.ts';
import type { Tree, TreeNode } from '../../core/present/treeNode.ts';
import { hull } from '../../core/text/span.ts';
import type { AcrossSources } from '../across/acrossSources.ts';
import type { Articles } from '../articles/articles.ts';
import { fileName } from '../articles/fileName.ts';
import { toOffset } from '../articles/positions.ts';
import { onDidChangeSettings } from '../config/settings.ts';
import { messageOf } from '../messages.ts';
import { emptinessOf, isAllRejected } from './emptiness.ts';
import { MergeByDrag, type OnDrop } from './mergeByDrag.ts';
import { revealRow } from './revealRow.ts';
import { TreeProvider } from './treeProvider.ts';
import type { ViewState } from './viewState.ts';

interface View {
  readonly id: 'entities' | 'claims';
  readonly provider: TreeProvider;
  readonly view: vscode.TreeView<TreeNode>;
  readonly filter: () => string;
  /** How the person wants its rows. */
  readonly order: () => string;
}

interface ViewsOptions {
  readonly articles: Articles;
  readonly across: AcrossSources;
  readonly state: ViewState;
  readonly onDrop: OnDrop;
}

/** The two trees of the Dossier container, kept up with the current article and the cursor. */
export class Views implements vscode.Disposable {
  readonly state: ViewState;
  readonly #articles: Articles;
  readonly #views: readonly View[];
  /** Counts what came from other sources: rows that show it are made anew. */
  #told = 0;
  readonly #subscriptions: vscode.Disposable[];
  #pending = false;
  #following = false;

  constructor({ articles, across, state, onDrop }: ViewsOptions) {
    this.#articles = articles;
    this.state = state;
    const entities = new TreeProvider((session) =>
      buildEntityTree({
        index: session.index,
        lines: session.lines,
        sort: state.entitySort,
        filter: parseFilter(state.entityFilter),
        privateNotes: session.privateNotes,
      }),
    );
    const claims = new TreeProvider((session) =>
      buildClaimTree({
        index: session.index,
        text: session.text,
        lines: session.lines,
        group: state.claimGrouping,
        filter: parseFilter(state.claimFilter),
        privateNotes: session.privateNotes,
        across: (spans) => (spans.length > 0 ? (across.within(session, hull(spans))[0]?.summary ?? '') : ''),
      }),
    );
    this.#views = [
      {
        id: 'entities',
        provider: entities,
        view: createView('dossier.entities', entities, new MergeByDrag(onDrop)),
        filter: () => state.entityFilter,
        order: () => state.entitySort,
      },
      {
        id: 'claims',
        provider: claims,
        view: createView('dossier.claims', claims),
        filter: () => state.claimFilter,
        order: () => state.claimGrouping,
      },
    ];
    this.#subscriptions = [
      ...this.#views.map(({ view }) => view),
      articles.onDidChangeCurrent(() => this.refreshSoon()),
      articles.onDidChange((session) => {
        if (session === articles.current) this.refreshSoon();
      }),
      across.onDidChange((session) => {
        this.#told++;
        if (session === articles.current) this.refreshSoon();
      }),
      // Without an article the views say why, by the active editor.
      vscode.window.onDidChangeActiveTextEditor(() => this.#articles.current ?? this.refreshSoon()),
      onDidChangeSettings(() => this.refreshSoon()),
      ...this.#views.map(({ view }) =>
        view.onDidChangeVisibility(({ visible }) => {
          if (visible) this.#followSoon();
        }),
      ),
      vscode.window.onDidChangeTextEditorSelection(({ kind }) => {
        if (kind !== undefined) this.#followSoon();
      }),
    ];
    this.refreshSoon();
  }

  /** The trees as they stand, for commands and tests. */
  tree(id: View['id']): Tree | null {
    return this.#views.find((view) => view.id === id)?.provider.tree ?? null;
  }

  selection(id: View['id']): readonly TreeNode[] {
    return this.#views.find((view) => view.id === id)?.view.selection ?? [];
  }

  visible(id: View['id']): boolean {
    return this.#views.find((view) => view.id === id)?.view.visible ?? false;
  }

  /** What is typed into the filter of a view. */
  filter(id: View['id']): string {
    return this.#views.find((view) => view.id === id)?.filter() ?? '';
  }

  /** Shows a record in its tree and gives the tree the focus. */
  async reveal(record: RecordRef): Promise<void> {
    for (const { provider, view } of this.#views) {
      const node = provider.tree?.find(record);
      if (node) await revealRow(view, node, { focus: true });
    }
  }

  /** Several changes in one turn of the event loop make one refresh. */
  refreshSoon(): void {
    if (this.#pending) return;
    this.#pending = true;
    queueMicrotask(() => {
      this.#pending = false;
      this.#refresh();
    });
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #refresh(): void {
    const session = this.#articles.current;
    setContext('hasArticle', session !== null);
    setContext('canUndo', session?.store.canUndo ?? false);
    setContext('canRedo', session?.store.canRedo ?? false);
    setContext('emptiness', emptinessOf(session));
    const notes = [...(session?.privateNotes ?? [])].join('\n');
    for (const { id, provider, view, filter, order } of this.#views) {
      provider.refresh(session, `${order()} ${filter()} ${this.#told} ${notes}`);
      setContext(`${id}Filtered`, filter() !== '');
      const tree = filter() ? provider.tree : null;
      const name = session ? fileName(session.uri) : '';
      view.description = name;
      setContext(`${id}Rejected`, isAllRejected(id, session));
      view.message = tree ? `Filter: ${filter()} (${countWords(tree, filter())})` : '';
    }
    const [entities] = this.#views;
    const open = (kind: 'entities' | 'claims') =>
      [...(session?.store.annotations[kind].values() ?? [])].filter(({ state }) => state === 'suggested').length;
    const waiting = open('entities') + open('claims');
    if (entities) {
      const tooltip = `${waiting} unreviewed entities and claims`;
      entities.view.badge = waiting > 0 ? { value: waiting, tooltip } : undefined;
    }
  }

  /** The cursor moved, or a tree came to be seen. What happens at once is followed once. */
  #followSoon(): void {
    if (this.#following) return;
    this.#following = true;
    queueMicrotask(() => {
      this.#following = false;
      void this.#follow();
    });
  }

  /** The trees select what is at the cursor, without taking the focus. */
  async #follow(): Promise<void> {
    const session = this.#articles.current;
    const editor = vscode.window.activeTextEditor;
    if (!session || editor?.document.uri.toString() !== session.uri.toString()) return;
    // While a person types, the rows are of the text before; no key waits for an index of every state between.
    if (session.phase === 'analyzing') return;
    const { revision } = session.store;
    const found = session.index.spans.at(toOffset(session.lines, editor.selection.active)).map(({ value }) => value);
    for (const { id, provider, view } of this.#views) {
      const record = found.find(({ kind }) => (kind === 'mentions') === (id === 'entities'));
      if (!record || !view.visible) continue;
      const node = provider.tree?.find(record);
      if (!node || view.selection[0]?.id === node.id) continue;
      try {
        await revealRow(view, node, { focus: false });
      } catch (error) {
        // The rows changed while the view looked for this one; the next move of the cursor finds the new ones.
        console.warn(`Dossier: a row could not be shown: ${messageOf(error)}`);
      }
      if (session !== this.#articles.current || session.store.revision !== revision) return;
    }
  }
}

function createView(id: string, provider: TreeProvider, drag?: MergeByDrag): vscode.TreeView<TreeNode> {
  return vscode.window.createTreeView(id, {
    treeDataProvider: provider,
    canSelectMany: true,
    showCollapseAll: true,
    ...(drag ? { dragAndDropController: drag } : {}),
  });
}

function setContext(key: string, value: unknown): void {
  void vscode.commands.executeCommand('setContext', `dossier.${key}`, value);
}

/** Rejected records are not among the total of those that stand. */
function countWords({ shown, total }: Tree, filter: string): string {
  return wantsRejected(parseFilter(filter)) ? `${shown} shown` : `${shown} of ${total}`;
}
