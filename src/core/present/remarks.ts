import type { AnyRecord, Comment, RecordRef } from '../model/records.ts';
import { type TreeNode, treeNode } from './treeNode.ts';
import { commentWords } from './words.ts';

/** What people wrote on a record (note, tags, comments, private note), for filters. */
export function remarksOf(
  { id, note, tags = [], comments = [] }: AnyRecord,
  privateNotes: ReadonlyMap<string, string>,
  kind: RecordRef['kind'],
): string[] {
  const all = [note, privateNotes.get(`${kind} ${id}`), ...tags, ...comments.map(commentWords)];
  return all.filter((words) => words !== undefined);
}

/** One row for each comment on a record. */
export function commentNodes(parent: TreeNode, record: RecordRef, comments: readonly Comment[] = []): TreeNode[] {
  return comments.map((comment, at) =>
    treeNode({
      id: `${parent.id}/comment#${at}`,
      parent,
      label: comment.text.replace(/\s+/g, ' '),
      description: ['comment', comment.by, comment.on?.slice(0, 10)].filter(Boolean).join(' · '),
      icon: 'comment',
      context: 'comment',
      spoken: `Comment ${commentWords(comment)}`,
      item: { record, list: 'comments', at },
    }),
  );
}
