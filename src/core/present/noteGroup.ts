import type { NoteRecord } from '../model/records.ts';
import type { LineIndex } from '../text/lines.ts';
import type { ArticleIndex } from './articleIndex.ts';
import { type Filter, passes, wantsRejected } from './filter.ts';
import { partRows, rankParts } from './listParts.ts';
import { commentNodes, remarksOf } from './remarks.ts';
import { contextOf, idStep, type TreeNode } from './treeNode.ts';
import type { TreeRows } from './treeRows.ts';

interface NoteGroupOptions {
  readonly rows: TreeRows;
  readonly index: ArticleIndex;
  readonly lines: LineIndex;
  readonly filter: Filter | null;
  readonly privateNotes: ReadonlyMap<string, string>;
}

/**
 * The row over the free notes, with the id `notes`: those on the article first, then those on passages in document order.
 * Null where the filter keeps none.
 */
export function noteGroup({ rows, index, lines, filter, privateNotes }: NoteGroupOptions): TreeNode | null {
  const startOf = ({ place }: NoteRecord) => (place ? (place.spans[0]?.start ?? Number.MAX_SAFE_INTEGER) : -1);
  const kept = [...index.annotations.notes.values()]
    .filter(({ state }) => state !== 'rejected' || wantsRejected(filter))
    .filter((note) =>
      passes(filter, note.state, () => [note.text, ...remarksOf(note, privateNotes, 'notes')].join('\n')),
    )
    .sort((a, b) => startOf(a) - startOf(b));
  if (kept.length === 0) return null;
  const noteNode = (parent: TreeNode, shown: NoteRecord) =>
    rows.ofRecord(
      // A list may be of before a comment on it.
      index.annotations.notes.get(shown.id) ?? shown,
      (note) => {
        const at = note.place?.spans[0]?.start;
        const where = !note.place
          ? 'on the article'
          : at === undefined
            ? 'not found in the text'
            : `line ${lines.lineAt(at) + 1}`;
        const label = note.text.replace(/\s+/g, ' ');
        return {
          id: `note/${idStep(note.id)}`,
          parent,
          label,
          description: [note.by, note.conflict && 'conflict', where].filter(Boolean).join(' · '),
          icon: note.conflict ? 'git-merge' : !note.place || note.place.anchor === 'anchored' ? 'note' : 'warning',
          context: contextOf('note', note),
          spoken: `Note, ${where}: ${label}`,
          record: { kind: 'notes', id: note.id },
          spans: note.place?.spans ?? [],
        };
      },
      (self, note) => commentNodes(rows, self, { kind: 'notes', id: note.id }, note.comments),
    );
  return rows.make(
    {
      id: 'notes',
      label: 'Notes',
      description: String(kept.length),
      icon: 'note',
      context: 'group',
      spoken: `Notes, ${kept.length}`,
      expanded: true,
    },
    (self) => {
      return partRows({ rows, parent: self, records: kept, parts: rankParts(kept) }, (below, notes) =>
        notes.map((note) => noteNode(below ?? self, note)),
      );
    },
  );
}
