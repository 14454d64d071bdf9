import type { AnyRecord, RecordRef } from '../model/records.ts';
import type { KeptHistory } from './keptHistory.ts';
import type { FormerRecord } from './storeEvent.ts';

/**
 * What was changed in records since a history was kept, as far as it tells: those that its edits did not touch count as
 * new, the others were as these left them.
 * @param loaded what is in the store now that was not before.
 */
export function changesSince(
  { done, undone }: KeptHistory,
  { added, updated }: { readonly added: readonly RecordRef[]; readonly updated: readonly RecordRef[] },
): { readonly added: readonly RecordRef[]; readonly updated: readonly FormerRecord[] } {
  const left = new Map<string, FormerRecord>();
  const leave = (ref: RecordRef, before: AnyRecord | null) => {
    const key = `${ref.kind} ${ref.id}`;
    if (before && !left.has(key)) left.set(key, { kind: ref.kind, id: ref.id, before });
  };
  for (const { changes } of done) for (const change of changes) leave(change, change.after);
  for (const { changes } of undone) for (const change of changes) leave(change, change.before);
  return { added: [...added, ...updated], updated: [...left.values()] };
}
