import * as vscode from 'vscode';
import type { Tree, TreeNode } from '../../core/present/treeNode.ts';
import type { LineIndex } from '../../core/text/lines.ts';
import type { ArticleSession } from '../articles/articleSession.ts';

/** What activating a row hands to `dossier.revealAnnotation`. */
export interface RevealArguments {
  readonly uri: vscode.Uri;
  readonly spans: TreeNode['spans'];
}

/**
 * Shows a tree of plain nodes. The tree is built when the view asks, and follows decisions from then on.
 */
export class TreeProvider implements vscode.TreeDataProvider<TreeNode> {
  readonly #build: (session: ArticleSession) => Tree;
  readonly #changed = new vscode.EventEmitter<TreeNode[] | undefined>();
  #session: ArticleSession | null = null;
  #tree: Tree | null = null;
  #lines: LineIndex | null = null;
  #arrangement = '';

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(build: (session: ArticleSession) => Tree) {
    this.#build = build;
  }

  get tree(): Tree | null {
    if (!this.#tree && this.#session) {
      this.#tree = this.#build(this.#session);
      this.#lines = this.#session.lines;
    }
    return this.#tree;
  }

  /** @param arrangement what else the tree is built by: another one, another tree. */
  refresh(session: ArticleSession | null, arrangement: string): void {
    const same = session === this.#session && session?.lines === this.#lines && arrangement === this.#arrangement;
    if (same && session && this.#tree) {
      const rows = this.#tree.follow(session.index);
      if (rows === null) this.#changed.fire(undefined);
      else if (rows.length > 0) this.#changed.fire([...rows]);
      return;
    }
    this.#session = session;
    this.#arrangement = arrangement;
    this.#tree = null;
    this.#changed.fire(undefined);
  }

  getChildren(node?: TreeNode): TreeNode[] {
    return [...(node ? node.children() : (this.tree?.roots ?? []))];
  }

  getParent(node: TreeNode): TreeNode | null {
    return node.parent;
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
    const item = new vscode.TreeItem(node.label, node.leaf ? None : node.expanded ? Expanded : Collapsed);
    item.id = node.id;
    item.description = node.description;
    item.iconPath = new vscode.ThemeIcon(node.icon);
    item.contextValue = node.context;
    item.accessibilityInformation = { label: node.spoken };
    item.tooltip = node.label;
    if (node.spans.length > 0 && this.#session) {
      const target: RevealArguments = { uri: this.#session.uri, spans: node.spans };
      item.command = { command: 'dossier.revealAnnotation', title: 'Show in Text', arguments: [target] };
    }
    if (node.item?.list === 'evidence') {
      item.command = { command: 'dossier.openEvidence', title: 'Open Evidence', arguments: [node] };
    }
    return item;
  }
}
