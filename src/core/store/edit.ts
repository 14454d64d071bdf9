import type { RecordKind, RecordOf } from '../model/records.ts';

/** One record before and after; null where it does not exist. */
export type Change = {
  [K in RecordKind]: {
    readonly kind: K;
    readonly id: string;
    readonly before: RecordOf[K] | null;
    readonly after: RecordOf[K] | null;
  };
}[RecordKind];

/** A decision as a value: what it is called in menus ("Accept 3 mentions") and what it changes, each record once. */
export interface Edit {
  readonly label: string;
  readonly changes: readonly Change[];
}

/** The edit that takes `edit` back. */
export function invertEdit(edit: Edit): Edit {
  return {
    label: edit.label,
    changes: edit.changes.map((c) => ({ ...c, before: c.after, after: c.before }) as Change),
  };
}
