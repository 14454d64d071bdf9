import type { RecordKind, RecordOf } from '../model/records.ts';
import type { DisputedCard } from '../model/sourceCard.ts';

/** One record before and after; null where it does not exist. */
export type Change = {
  [K in RecordKind]: {
    readonly kind: K;
    readonly id: string;
    readonly before: RecordOf[K] | null;
    readonly after: RecordOf[K] | null;
  };
}[RecordKind];

/** One field of the source card, or its conflicts, before and after; null where there is none. */
export interface CardChange<F extends keyof DisputedCard = keyof DisputedCard> {
  readonly field: F;
  readonly before: NonNullable<DisputedCard[F]> | null;
  readonly after: NonNullable<DisputedCard[F]> | null;
}

/**
 * A decision as a value: what it is called in menus ("Accept 3 mentions") and what it changes, each record and each field
 * of the source card once.
 */
export interface Edit {
  readonly label: string;
  readonly changes: readonly Change[];
  readonly card?: readonly CardChange[];
}

/** The edit that takes `edit` back. */
export function invertEdit(edit: Edit): Edit {
  return {
    label: edit.label,
    changes: edit.changes.map((c) => ({ ...c, before: c.after, after: c.before }) as Change),
    ...(edit.card ? { card: edit.card.map((c) => ({ ...c, before: c.after, after: c.before })) } : {}),
  };
}

/** `source` with the fields of its card as the changes leave them. */
export function changeCard<T extends DisputedCard>(source: T, changes: readonly CardChange[]): T {
  const next: Record<string, unknown> = Object.fromEntries(Object.entries(source));
  for (const { field, after } of changes) {
    if (after === null) delete next[field];
    else next[field] = after;
  }
  return next as T;
}
