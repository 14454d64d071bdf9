import type { TextBlocks } from '../anchor/textBlocks.ts';
import type { AnyRecord, RecordRef } from '../model/records.ts';
import type { Json } from '../sidecar/merge/json.ts';
import { entityIdsIn } from '../sidecar/merge/mapEntityIds.ts';
import { readRecord } from '../sidecar/readRecord.ts';
import type { SidecarFile } from '../sidecar/schema.ts';
import type { ArticleState } from '../store/articleState.ts';
import type { Edit } from '../store/edit.ts';
import { reject } from '../store/edits/decide.ts';
import { ChangeList, recordOf } from '../store/edits/editContext.ts';
import { labelFor } from '../store/edits/label.ts';
import { removeAdded } from '../store/edits/removeAdded.ts';

/**
 * Makes a record here what it is in another sidecar, with the other's signature, and brings along entities that it
 * needs. What the other does not have is removed here, or rejected when the machine suggested it.
 * @param other its ids aligned with those here.
 * @throws RangeError in words when the record cannot be read.
 */
export function adoptRecord(
  state: ArticleState & { readonly blocks: TextBlocks },
  ref: RecordRef,
  other: SidecarFile,
): Edit {
  const list = new ChangeList(state, {});
  const entities = new Map(state.annotations.entities);
  const rawOf = ({ kind, id }: RecordRef) => (other[kind] as Record<string, Json> | undefined)?.[id];
  const adopt = (one: RecordRef, raw: Json): AnyRecord => {
    for (const id of entityIdsIn(one.kind, raw)) {
      const entity = rawOf({ kind: 'entities', id });
      if (entities.has(id) || !entity || id === one.id) continue;
      // A shell of the entity first: two entities may name each other.
      entities.set(id, { id, name: String(entity.name) } as never);
      list.set('entities', adopt({ kind: 'entities', id }, entity) as never);
    }
    return readRecord(one, raw, other, state.blocks, entities);
  };
  const raw = rawOf(ref);
  if (!raw) {
    const added = recordOf(state, ref)?.state === 'added';
    return added ? removeAdded(state, [ref], {}) : reject(state, [ref], {});
  }
  list.set(ref.kind, adopt(ref, raw) as never);
  return { label: labelFor('Adopt', state, [ref]), changes: list.changes };
}
