import type { NoteRecord, Place, QuotationRecord, RelationRecord } from '../model/records.ts';
import { isFree, isPrivate } from '../store/privateNotes.ts';
import type { LineIndex } from '../text/lines.ts';
import type { ArticleIndex } from './articleIndex.ts';
import { type Filter, passes, wantsRejected } from './filter.ts';
import { partRows, rankParts } from './listParts.ts';
import { commentNodes, remarksOf } from './remarks.ts';
import { contextOf, idStep, ordinals, type TreeNode } from './treeNode.ts';
import type { TreeRows } from './treeRows.ts';
import { relationWords, STATE_WORDS } from './words.ts';

interface GroupOptions {
  readonly rows: TreeRows;
  readonly index: ArticleIndex;
  readonly lines: LineIndex;
  readonly filter: Filter | null;
  readonly privateNotes: ReadonlyMap<string, string>;
}

/** How the records of one kind are shown. */
interface Look<R> {
  readonly kind: 'notes' | 'quotations' | 'relations';
  readonly one: 'note' | 'quotation' | 'relation';
  readonly icon: string;
  readonly expanded: boolean;
  readonly label: (record: R) => string;
  /** What is known of it besides its place: who wrote or says it, its state. */
  readonly facts: (record: R) => readonly (string | undefined)[];
  /** Where it stands; null for what is of the article as a whole. */
  readonly place: (record: R) => Place | null;
}

/**
 * The rows over free notes, quotations and relations, with the kind as id: what is of the article as a whole first, then
 * what stands on passages in document order. A kind of which the filter keeps nothing has none.
 */
export function remarkableGroups(options: GroupOptions): TreeNode[] {
  const { annotations } = options.index;
  const { entities, claims, notes, quotations, relations } = annotations;
  const stateOf = ({ state }: QuotationRecord | RelationRecord) =>
    state === 'suggested' ? undefined : STATE_WORDS[state];
  return [
    ...groupOf(options, notes, {
      ...{ kind: 'notes', one: 'note', icon: 'note', expanded: true },
      label: ({ text }) => text,
      facts: ({ id, by }) => [isPrivate(id) ? 'private' : undefined, by],
      place: ({ place }) => place,
    }),
    ...groupOf(options, quotations, {
      ...{ kind: 'quotations', one: 'quotation', icon: 'quote', expanded: false },
      label: ({ place }) => place.exact,
      facts: (quotation) => [entities.get(quotation.speaker ?? '')?.name, stateOf(quotation)],
      place: ({ place }) => place,
    }),
    ...groupOf(options, relations, {
      ...{ kind: 'relations', one: 'relation', icon: 'arrow-both', expanded: false },
      label: (relation) => relationWords(annotations, relation),
      facts: (relation) => [stateOf(relation)],
      place: ({ claim }) => (claim === null ? null : (claims.get(claim)?.place ?? null)),
    }),
  ];
}

function groupOf<R extends NoteRecord | QuotationRecord | RelationRecord>(
  { rows, lines, filter, privateNotes }: GroupOptions,
  table: ReadonlyMap<string, R>,
  { kind, one, icon, expanded, label, facts, place }: Look<R>,
): TreeNode[] {
  const startOf = (record: R) => {
    const at = place(record);
    return at ? (at.spans[0]?.start ?? Number.MAX_SAFE_INTEGER) : -1;
  };
  const words = (record: R) => [label(record), ...facts(record), ...remarksOf(record, privateNotes, kind)];
  const kept = [...table.values()]
    .filter(({ id, state }) => isFree(id) && (state !== 'rejected' || wantsRejected(filter)))
    .filter((record) => passes(filter, record.state, () => words(record).join('\n')))
    .sort((a, b) => startOf(a) - startOf(b));
  if (kept.length === 0) return [];
  const rowOf = (parent: TreeNode, shown: R, id: string) =>
    rows.ofRecord<R>(
      // A list may be of before a comment on it.
      table.get(shown.id) ?? shown,
      (record) => {
        const at = place(record);
        const start = at?.spans[0]?.start;
        const line = start === undefined ? 'not found in the text' : `line ${lines.lineAt(start) + 1}`;
        const where = at ? line : 'on the article';
        const said = label(record).replace(/\s+/g, ' ');
        return {
          id,
          parent,
          label: said,
          description: [...facts(record), record.conflict && 'conflict', where].filter(Boolean).join(' · '),
          icon: record.conflict ? 'git-merge' : !at || at.anchor === 'anchored' ? icon : 'warning',
          context: contextOf(one, record),
          spoken: `${titled(one)}, ${where}: ${said}`,
          record: { kind, id: record.id },
          spans: at?.spans ?? [],
        };
      },
      shown.comments && ((self, record) => commentNodes(rows, self, { kind, id: record.id }, record.comments)),
    );
  const group = rows.make(
    {
      id: kind,
      label: titled(kind),
      description: String(kept.length),
      icon,
      context: 'group',
      spoken: `${titled(kind)}, ${kept.length}`,
      expanded,
    },
    (self) =>
      partRows({ rows, parent: self, records: kept, parts: rankParts(kept) }, (part, records) => {
        const parent = part ?? self;
        const unique = ordinals();
        return records.map((record) => rowOf(parent, record, unique(`${parent.id}/${idStep(label(record))}`)));
      }),
  );
  return [group];
}

const titled = (words: string) => words.slice(0, 1).toUpperCase() + words.slice(1);
