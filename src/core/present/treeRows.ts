import type { AnyRecord } from '../model/records.ts';
import { recordsOf } from '../store/recordTable.ts';
import { sameValue } from '../store/sameValue.ts';
import type { ArticleIndex } from './articleIndex.ts';
import type { TreeNode } from './treeNode.ts';

type NodeFields = Pick<TreeNode, 'id' | 'label' | 'icon' | 'context' | 'spoken'> & Partial<TreeNode>;
type MakeChildren = (self: TreeNode) => readonly TreeNode[];

/** What a row is made from. */
interface Source {
  /** The record as the row shows it; null for rows that show none. */
  shown: AnyRecord | null;
  readonly fields: () => NodeFields;
  readonly children: MakeChildren | undefined;
}

interface Row {
  readonly node: TreeNode;
  source: Source;
  made: readonly TreeNode[] | null;
}

const DEFAULTS = { parent: null, description: '', record: null, item: null, spans: [], expanded: false } as const;

/** The rows that a tree has made so far. A row made again under its id is the same object, with what it shows brought up to date. */
export class TreeRows {
  readonly #rows = new Map<string, Row>();
  readonly #byRecord = new Map<string, Row>();
  readonly #parts = new WeakMap<TreeNode, readonly AnyRecord[]>();
  readonly #changed = new Set<TreeNode>();
  #moved = false;

  /** Makes a row of no record; children are made once, when first asked for. */
  make(fields: NodeFields, children?: MakeChildren): TreeNode {
    return this.#put({ shown: null, fields: () => fields, children }).node;
  }

  /** Makes the row of `record`; `fields` and `children` are asked again, for the record as it is then, when it changed. */
  ofRecord<R extends AnyRecord>(
    record: R,
    fields: (record: R) => NodeFields,
    children?: (self: TreeNode, record: R) => readonly TreeNode[],
  ): TreeNode {
    const now = () => source.shown as R;
    const source: Source = {
      shown: record,
      fields: () => fields(now()),
      children: children && ((self) => children(self, now())),
    };
    const row = this.#put(source);
    this.#byRecord.set(record.id, row);
    return row.node;
  }

  /** Makes a row for a part of a long list of records. */
  part(fields: NodeFields, records: readonly AnyRecord[], children: MakeChildren): TreeNode {
    const node = this.make(fields, children);
    this.#parts.set(node, records);
    return node;
  }

  /** The row of a record among `nodes` or in a part among them; null where there is none. */
  find(nodes: readonly TreeNode[], id: string): TreeNode | null {
    for (const node of nodes) if (this.#parts.get(node)?.some((record) => record.id === id)) node.children();
    return this.#byRecord.get(id)?.node ?? null;
  }

  /** Makes the rows of changed records anew where no row comes, goes or moves. @returns them, but for those below others of them. */
  follow({ annotations }: ArticleIndex): readonly TreeNode[] {
    this.#changed.clear();
    for (const row of this.#rows.values()) {
      const { record } = row.node;
      const now = record && recordsOf(annotations, record.kind).get(record.id);
      if (!now || now === row.source.shown) continue;
      row.source.shown = now;
      row.made = null;
      this.#update(row);
      this.#changed.add(row.node);
    }
    return this.#highest();
  }

  /**
   * Arranges the tree anew, with the rows below it that were made before; those below a row that changed are made when
   * they are asked for again.
   * @returns the rows that changed, or whose children did, but for those below others of them; null where a row of the
   * top came, went or moved, several changed, or one went to another parent: VS Code takes the same id in two places for
   * an error.
   */
  rearrange(before: readonly TreeNode[], arrange: () => readonly TreeNode[]): readonly TreeNode[] | null {
    this.#changed.clear();
    this.#moved = false;
    const roots = arrange();
    const kept = new Set<Row>();
    const renew = (nodes: readonly TreeNode[]) => {
      for (const node of nodes) {
        const row = this.#rows.get(node.id);
        if (!row) continue;
        kept.add(row);
        const earlier = row.made;
        row.made = null;
        if (!earlier || this.#changed.has(node)) continue;
        const now = node.children();
        if (!sameRows(earlier, now)) this.#changed.add(node);
        renew(now);
      }
    };
    renew(roots);
    for (const [id, row] of this.#rows) if (!kept.has(row)) this.#rows.delete(id);
    this.#byRecord.clear();
    for (const row of kept) if (row.node.record) this.#byRecord.set(row.node.record.id, row);
    const several = roots.filter((node) => this.#changed.has(node)).length > 1;
    return this.#moved || several || !sameRows(before, roots) ? null : this.#highest();
  }

  #put(source: Source): Row {
    const { id } = source.fields();
    const known = this.#rows.get(id);
    if (known) {
      known.source = source;
      this.#update(known);
      return known;
    }
    const row: Row = {
      node: {
        ...DEFAULTS,
        ...source.fields(),
        leaf: !source.children,
        children: () => {
          row.made ??= row.source.children?.(row.node) ?? [];
          return row.made;
        },
      },
      source,
      made: null,
    };
    this.#rows.set(id, row);
    return row;
  }

  #update({ node, source }: Row): void {
    const { children, ...before } = node;
    const now = { ...DEFAULTS, ...source.fields(), leaf: !source.children };
    if (before.parent !== now.parent) this.#moved = true;
    // The parent is a row too, and is compared by itself.
    else if (sameValue({ ...before, parent: null }, { ...now, parent: null })) return;
    Object.assign(node, now);
    this.#changed.add(node);
  }

  #highest(): readonly TreeNode[] {
    const isBelow = ({ parent }: TreeNode): boolean =>
      parent !== null && (this.#changed.has(parent) || isBelow(parent));
    return [...this.#changed].filter((node) => !isBelow(node));
  }
}

const sameRows = (a: readonly TreeNode[], b: readonly TreeNode[]) =>
  a.length === b.length && a.every((node, i) => node === b[i]);
