import type { RecordRef } from '../model/records.ts';
import type { Span } from '../text/span.ts';

/** One row of a tree, as plain data with lazy children. `id` is stable over re-analysis and unique in its tree. */
export interface TreeNode {
  readonly id: string;
  readonly parent: TreeNode | null;
  readonly label: string;
  readonly description: string;
  /** Name of a codicon. */
  readonly icon: string;
  /** Dotted flags for menus: `entity.suggested`, `claim.accepted`, `group`. */
  readonly context: string;
  /** What a screen reader says. */
  readonly spoken: string;
  readonly record: RecordRef | null;
  /** The record and the number of the item (evidence, comment) that the row shows, or null. */
  readonly item: { readonly record: RecordRef; readonly list: 'evidence' | 'comments'; readonly at: number } | null;
  /** What is selected in the text when the row is activated; empty for groups and orphans. */
  readonly spans: readonly Span[];
  readonly expanded: boolean;
  readonly leaf: boolean;
  children(): readonly TreeNode[];
}

export interface Tree {
  readonly roots: readonly TreeNode[];
  /** The row of a record, its parents made as needed; null where the tree does not show it. */
  find(record: RecordRef): TreeNode | null;
  /** The entities or claims that the filter keeps, for acts on all of them. */
  records(): readonly RecordRef[];
  /** Number of records that the filter keeps, and of all that stand. */
  readonly shown: number;
  readonly total: number;
}

type NodeFields = Pick<TreeNode, 'id' | 'label' | 'icon' | 'context' | 'spoken'> & Partial<TreeNode>;

/** Makes a row; children are made once, when first asked for. */
export function treeNode(fields: NodeFields, children?: (self: TreeNode) => readonly TreeNode[]): TreeNode {
  let made: readonly TreeNode[] | null = null;
  const node: TreeNode = {
    parent: null,
    description: '',
    record: null,
    item: null,
    spans: [],
    expanded: false,
    leaf: !children,
    ...fields,
    children: () => {
      made ??= children?.(node) ?? [];
      return made;
    },
  };
  return node;
}

/** Foreign text as one step of an id: it holds no slash and no number sign that could be taken for one of the id's own. */
export const idStep = (text: string): string => text.replace(/[\\/#]/g, '\\$&');

/** Gives equal labels below one parent different ids, in order of appearance. */
export function ordinals(): (key: string) => string {
  const seen = new Map<string, number>();
  return (key) => {
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    return count === 0 ? key : `${key}#${count}`;
  };
}

/** The records that a row stands for: its own, the one that its item belongs to, or those below the name of an entity. */
export function recordsUnder(node: TreeNode): RecordRef[] {
  if (node.record) return [node.record];
  if (node.item) return [node.item.record];
  return node.context === 'alias' ? node.children().flatMap(recordsUnder) : [];
}
