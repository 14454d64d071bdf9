import type { AnyRecord, RecordRef } from '../model/records.ts';
import { recordsOf } from '../store/recordTable.ts';
import type { Span } from '../text/span.ts';
import type { ArticleIndex } from './articleIndex.ts';

/**
 * One row of a tree, as data with lazy children. `id` is stable over re-analysis and unique in its tree. The row stays
 * the same object while its record changes, see {@link Tree.follow}.
 */
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
  /**
   * Makes the rows of changed records anew, in place, where the next index of the same text has the same shape.
   * @returns the rows to be shown anew, their children with them; null when the tree has to be built anew.
   */
  follow(next: ArticleIndex): readonly TreeNode[] | null;
  /** Number of records that the filter keeps, and of all that stand. */
  readonly shown: number;
  readonly total: number;
}

type NodeFields = Pick<TreeNode, 'id' | 'label' | 'icon' | 'context' | 'spoken'> & Partial<TreeNode>;

/** Makes a row; children are made once, when first asked for. */
export function treeNode(fields: NodeFields, children?: (self: TreeNode) => readonly TreeNode[]): TreeNode {
  return rowOf(() => fields, children).node;
}

/** A row with the way to make it anew in place; its children are then made anew too. */
interface Row {
  readonly node: TreeNode;
  readonly remake: () => void;
}

function rowOf(fields: () => NodeFields, children?: (self: TreeNode) => readonly TreeNode[]): Row {
  let made: readonly TreeNode[] | null = null;
  const node: TreeNode = {
    parent: null,
    description: '',
    record: null,
    item: null,
    spans: [],
    expanded: false,
    leaf: !children,
    ...fields(),
    children: () => {
      made ??= children?.(node) ?? [];
      return made;
    },
  };
  const remake = () => {
    made = null;
    Object.assign(node, fields());
  };
  return { node, remake };
}

/** The rows of records that a tree has made so far. */
export class RecordRows {
  readonly #rows = new Map<string, Row & { shown: AnyRecord }>();

  /** Makes the row of `record`; `fields` and `children` are asked again, for the record as it is then, when it changed. */
  make<R extends AnyRecord>(
    record: R,
    fields: (record: R) => NodeFields,
    children?: (self: TreeNode, record: R) => readonly TreeNode[],
  ): TreeNode {
    const now = () => entry.shown as R;
    const entry: { shown: AnyRecord } = { shown: record };
    const row = rowOf(() => fields(now()), children && ((self) => children(self, now())));
    this.#rows.set(record.id, Object.assign(entry, row));
    return row.node;
  }

  get(id: string): TreeNode | null {
    return this.#rows.get(id)?.node ?? null;
  }

  /** Makes the rows of changed records anew. @returns them, but for those below others of them. */
  follow({ annotations }: ArticleIndex): TreeNode[] {
    const changed = new Set<TreeNode>();
    for (const row of this.#rows.values()) {
      const { record } = row.node;
      const now = record && recordsOf(annotations, record.kind).get(record.id);
      if (!now || now === row.shown) continue;
      row.shown = now;
      row.remake();
      changed.add(row.node);
    }
    if (changed.size === 0) return [];
    const isBelow = ({ parent }: TreeNode): boolean => parent !== null && (changed.has(parent) || isBelow(parent));
    for (const [id, { node }] of this.#rows) if (isBelow(node)) this.#rows.delete(id);
    return [...changed].filter((node) => !isBelow(node));
  }
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
