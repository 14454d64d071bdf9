import { CARD_FIELDS, type CardField, type SourceCard } from '../../model/sourceCard.ts';
import type { CardChange, Edit } from '../edit.ts';
import { sameValue } from '../sameValue.ts';

/** New values for fields of a source card; null takes one away. */
export type CardValues = { readonly [F in CardField]?: SourceCard[F] | null };

/** Fills or empties fields of the source card; empty words and lists take a field away. */
export function setCard(now: SourceCard, values: CardValues, label: string): Edit {
  const card = CARD_FIELDS.flatMap((field): CardChange[] => {
    if (!(field in values)) return [];
    const before = now[field] ?? null;
    const after = tidy(values[field]);
    return sameValue(before, after) ? [] : [{ field, before, after }];
  });
  return { label, changes: [], card };
}

function tidy(value: string | readonly string[] | null | undefined): string | readonly string[] | null {
  if (typeof value === 'string') return value.trim() || null;
  return value && value.length > 0 ? value : null;
}
