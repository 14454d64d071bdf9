import type { AnyRecord, ClaimRecord, MentionRecord } from '../model/records.ts';
import type { LineIndex } from '../text/lines.ts';
import { groupBy } from '../util/groupBy.ts';
import type { TreeNode } from './treeNode.ts';
import type { TreeRows } from './treeRows.ts';

/** The most records whose rows stand below one row; more are split. */
export const MOST_ROWS = 200;

/** A piece of a long list, and what a person calls it. */
interface ListPart<T> {
  readonly name: string;
  readonly records: readonly T[];
}

/**
 * A long list in document order by ranges of lines; null where it is short. The ranges are round, so that a record that
 * comes or goes leaves the others where they are. A range with too many records is cut by their number.
 */
export function lineParts<T extends MentionRecord | ClaimRecord>(
  records: readonly T[],
  lines: LineIndex,
): readonly ListPart<T>[] | null {
  if (records.length <= MOST_ROWS) return null;
  const lineOf = ({ place: { spans } }: T) => (spans[0] ? lines.lineAt(spans[0].start) : null);
  const last = records.findLast(({ place }) => place.spans.length > 0);
  const extent = last && records[0] ? (lineOf(last) ?? 0) - (lineOf(records[0]) ?? 0) + 1 : 1;
  const step = roundStep((extent * MOST_ROWS) / 2 / records.length);
  const byRange = groupBy(records, (record) => {
    const line = lineOf(record);
    return line === null ? null : Math.floor(line / step);
  });
  return [...byRange].flatMap(([range, group]) => {
    const first = (range ?? 0) * step + 1;
    const where = step === 1 ? `Line ${first}` : `Lines ${first}–${first + step - 1}`;
    const name = range === null ? 'Not found in the text' : where;
    return cut(group).map((part, at) => ({ name: at === 0 ? name : `${name}, part ${at + 1}`, records: part }));
  });
}

/** A long list in any other order by the place in it; null where it is short. */
export function rankParts<T>(records: readonly T[]): readonly ListPart<T>[] | null {
  if (records.length <= MOST_ROWS) return null;
  return cut(records).map((part, at) => {
    const first = at * MOST_ROWS;
    return { name: `${first + 1}–${first + part.length}`, records: part };
  });
}

/** @param make the rows of some of the records below the row of their part, or below `parent` where the list is not split. */
export function partRows<T extends AnyRecord>(
  { rows, parent, records, parts }: PartRowsOptions<T>,
  make: (below: TreeNode | null, records: readonly T[]) => readonly TreeNode[],
): readonly TreeNode[] {
  if (!parts) return make(parent, records);
  return parts.map((part) =>
    rows.part(
      {
        id: `${parent?.id ?? ''}/part/${part.name}`,
        parent,
        label: part.name,
        description: String(part.records.length),
        icon: 'list-selection',
        context: 'part',
        spoken: `${part.name}, ${part.records.length} rows`,
      },
      part.records,
      (self) => make(self, part.records),
    ),
  );
}

interface PartRowsOptions<T> {
  readonly rows: TreeRows;
  readonly parent: TreeNode | null;
  readonly records: readonly T[];
  readonly parts: readonly ListPart<T>[] | null;
}

/** The greatest of 1, 2, 5, 10, 20, 50 ... that is not above `size`; at least 1. */
function roundStep(size: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, size)));
  return power * (size >= 5 * power ? 5 : size >= 2 * power ? 2 : 1);
}

function cut<T>(records: readonly T[]): (readonly T[])[] {
  const parts: (readonly T[])[] = [];
  for (let at = 0; at < records.length; at += MOST_ROWS) parts.push(records.slice(at, at + MOST_ROWS));
  return parts;
}
