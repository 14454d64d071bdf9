import { RECORD_KINDS, type RecordRef } from '../model/records.ts';
import { conflictSide } from '../sidecar/merge/conflictList.ts';
import type { Json } from '../sidecar/merge/json.ts';
import { flatten, unitsOf, unitValue } from '../sidecar/merge/units.ts';
import type { SidecarFile } from '../sidecar/schema.ts';
import { sameValue } from '../store/sameValue.ts';

/** One field with the value on each side; absent where a side has none. */
export interface FieldDifference {
  readonly field: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

export interface Difference {
  /** The record; null for what the files say of the article. */
  readonly record: RecordRef | null;
  readonly change: 'added' | 'removed' | 'changed';
  /** The fields that differ; empty where only one side has the record. */
  readonly fields: readonly FieldDifference[];
  /** Who decided on the second side, and when. */
  readonly by?: string;
  readonly on?: string;
}

/** Written by every decision; said with it, not as a difference of its own. */
const SIGNATURE = 'by';

/** What the second sidecar has that the first has not, and the opposite, by id and field; the article first. */
export function differences(first: SidecarFile, second: SidecarFile): Difference[] {
  const found: Difference[] = [];
  const head = fieldDifferences(headOf(first), headOf(second));
  if (head.length > 0) found.push({ record: null, change: 'changed', fields: head });
  for (const kind of RECORD_KINDS) {
    const [a, b] = [first, second].map((file) => (file[kind] ?? {}) as Record<string, Json>) as [object, object];
    for (const id of [...new Set([...Object.keys(a), ...Object.keys(b)])].sort()) {
      const [before, after] = [a, b].map((table) => (Object.hasOwn(table, id) ? table[id as never] : undefined)) as [
        Json | undefined,
        Json | undefined,
      ];
      if (before && after) {
        const fields = fieldDifferences(before, after);
        if (fields.length > 0) found.push({ record: { kind, id }, change: 'changed', fields, ...signature(after) });
      } else {
        const change = after ? 'added' : 'removed';
        found.push({ record: { kind, id }, change, fields: [], ...(after ? signature(after) : {}) });
      }
    }
  }
  return found;
}

function headOf(file: SidecarFile): Json {
  const known: readonly string[] = [...RECORD_KINDS, 'source', '$schema', 'format'];
  const rest = Object.entries(file).filter(([key]) => !known.includes(key));
  return { ...Object.fromEntries(rest), ...file.source };
}

function fieldDifferences(before: Json, after: Json): FieldDifference[] {
  const [a, b] = [flatten(before), flatten(after)];
  const own = ['state', 'conflict'].map((key) => ({ field: key, keys: [key], how: 'value' as const }));
  return [...own, ...unitsOf([a, b])].flatMap((unit): FieldDifference[] => {
    const [x, y] = [unitValue(unit, a), unitValue(unit, b)];
    if (unit.field === SIGNATURE || sameValue(x, y)) return [];
    const held = (value: Json) => conflictSide(value, unit.keys, {});
    const [from, to] = [held(x), held(y)];
    const sides = { ...('value' in from ? { before: from.value } : {}), ...('value' in to ? { after: to.value } : {}) };
    return [{ field: unit.field, ...sides }];
  });
}

function signature({ by, on }: Json): Pick<Difference, 'by' | 'on'> {
  return { ...(typeof by === 'string' ? { by } : {}), ...(typeof on === 'string' ? { on } : {}) };
}
