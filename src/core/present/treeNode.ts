import { placeOf } from '../model/recordSpans.ts';
import type { AnyRecord, RecordRef } from '../model/records.ts';
import type { Span } from '../text/span.ts';
import type { ArticleIndex } from './articleIndex.ts';

/**
 * One row of a tree, as data with lazy children. `id` is stable over re-analysis and unique in its tree. The row stays
 * the same object while the tree follows decisions, see {@link Tree.follow}.
 */
export interface TreeNode {
  readonly id: string;
  readonly parent: TreeNode | null;
  readonly label: string;
  readonly description: string;
  /** Name of a codicon. */
  readonly icon: string;
  /** Dotted flags for menus: `entity.suggested`, `claim.accepted.conflict`, `group`, `part` (of a long list). */
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
   * Becomes the tree of the next index of the same text; rows that stay are the same objects.
   * @returns the rows to be shown anew, their children with them; null when all of them have to be.
   */
  follow(next: ArticleIndex): readonly TreeNode[] | null;
  /** Number of records that the filter keeps, and of all that stand. */
  readonly shown: number;
  readonly total: number;
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

/** What menus ask about the row of a record: `claim.accepted`, `mention.edited.lost`, `entity.suggested.conflict`. */
export function contextOf(
  name: 'entity' | 'mention' | 'claim' | 'note' | 'quotation' | 'relation',
  record: AnyRecord,
): string {
  const place = placeOf(record);
  const lost = place && place.anchor !== 'anchored' ? '.lost' : '';
  return `${name}.${record.state}${record.conflict ? '.conflict' : ''}${lost}`;
}

/** The records that a row stands for: its own, the one that its item belongs to, or those below the name of an entity. */
export function recordsUnder(node: TreeNode): RecordRef[] {
  if (node.record) return [node.record];
  if (node.item) return [node.item.record];
  return node.context === 'alias' ? recordsBelow(node) : [];
}

const recordsBelow = (node: TreeNode): RecordRef[] =>
  node.children().flatMap((child) => (child.record ? [child.record] : recordsBelow(child)));
