import * as vscode from 'vscode';
import type { RecordRef } from '../../core/model/records.ts';
import type { TreeNode } from '../../core/present/treeNode.ts';
import { recordsUnder } from '../../core/present/treeNode.ts';

const KIND = 'application/vnd.code.tree.dossier.entities';

/** Told when rows were dropped on an entity: entities are to be merged into it, mentions moved to it. */
export type OnDrop = (dropped: readonly RecordRef[], entity: string) => void;

/** Dragging rows of the entity tree onto an entity. */
export class MergeByDrag implements vscode.TreeDragAndDropController<TreeNode> {
  readonly dragMimeTypes = [KIND];
  readonly dropMimeTypes = [KIND];
  readonly #onDrop: OnDrop;

  constructor(onDrop: OnDrop) {
    this.#onDrop = onDrop;
  }

  handleDrag(nodes: readonly TreeNode[], data: vscode.DataTransfer): void {
    data.set(KIND, new vscode.DataTransferItem(nodes.flatMap(recordsUnder)));
  }

  handleDrop(target: TreeNode | undefined, data: vscode.DataTransfer): void {
    let row = target ?? null;
    while (row && row.record?.kind !== 'entities') row = row.parent;
    const dropped = data.get(KIND)?.value as readonly RecordRef[] | undefined;
    if (row?.record && dropped && dropped.length > 0) this.#onDrop(dropped, row.record.id);
  }
}
