import type { AnyRecord, Comment, RecordRef } from '../model/records.ts';
import type { TreeNode } from './treeNode.ts';
import type { TreeRows } from './treeRows.ts';
import { commentWords, evidenceWords } from './words.ts';

/** What people wrote on a record (note, tags, comments, evidence, private note), for filters and the search. */
export function remarksOf(
  record: AnyRecord,
  privateNotes: ReadonlyMap<string, string>,
  kind: RecordRef['kind'],
): string[] {
  const { id, note, tags = [], comments = [] } = record;
  const evidence = ('evidence' in record && record.evidence) || [];
  const all = [
    ...[note, privateNotes.get(`${kind} ${id}`), ...tags, ...comments.map(commentWords)],
    ...evidence.map(evidenceWords),
  ];
  return all.filter((words) => words !== undefined);
}

/** One row for each comment on a record. */
export function commentNodes(
  rows: TreeRows,
  parent: TreeNode,
  record: RecordRef,
  comments: readonly Comment[] = [],
): TreeNode[] {
  return comments.map((comment, at) =>
    rows.make({
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
