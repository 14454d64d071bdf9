import { CARD_FIELDS, type CardField } from '../../model/sourceCard.ts';
import type { CardChange, Edit } from '../../store/edit.ts';
import { setCard } from '../../store/edits/cardEdits.ts';
import { shorten } from '../../store/edits/label.ts';
import type { SourceInfo } from '../dossier.ts';
import { type SidecarFile, sidecarSchema } from '../schema.ts';

/**
 * Ends a kept conflict on what the sidecar says of the article: the field gets the value of one side, or stays as it is.
 * @param at number of the conflict; one that is not there makes an empty edit.
 * @throws RangeError in words when the value of the side cannot be used here.
 */
export function settleSourceConflict(
  source: SourceInfo,
  { at, take }: { readonly at: number; readonly take: 'ours' | 'theirs' | 'neither' },
): Edit {
  const label = 'Settle conflict on the article';
  const before = source.conflict;
  const conflict = before?.[at];
  if (!before || !conflict) return { label, changes: [] };
  const left = before.filter((_, i) => i !== at);
  const settled: CardChange = { field: 'conflict', before, after: left.length > 0 ? left : null };
  if (take === 'neither') return { label, changes: [], card: [settled] };
  const field = CARD_FIELDS.find((known) => `source.${known}` === conflict.field);
  if (!field) {
    throw new RangeError(
      `This version of Dossier does not know "${shorten(conflict.field)}". Write the value that you want into the sidecar, then keep it as it is.`,
    );
  }
  const { card = [] } = setCard(source, { [field]: checkedValue(field, conflict[take].value) }, label);
  return { label, changes: [], card: [...card, settled] };
}

function checkedValue(field: CardField, value: unknown): SidecarFile['source'][CardField] | null {
  if (value === undefined || value === null) return null;
  const checked = sidecarSchema.shape.source.shape[field].safeParse(value);
  if (!checked.success) throw new RangeError(`This value cannot be the ${field} of an article.`);
  return checked.data;
}
