import { normaliseName } from '../../model/ids.ts';
import type { AnyRecord, EntityRecord, MovedFields, RecordKind } from '../../model/records.ts';
import { RECORD_KINDS } from '../../model/records.ts';
import type { ArticleState } from '../../store/articleState.ts';
import type { Edit } from '../../store/edit.ts';
import { combineEdits } from '../../store/edits/combineEdits.ts';
import { ChangeList, type Stamp } from '../../store/edits/editContext.ts';
import { mergeEntities } from '../../store/edits/mergeEntities.ts';
import { mergeTarget } from '../../store/mergeTarget.ts';
import { recordsOf } from '../../store/recordTable.ts';
import { sameValue } from '../../store/sameValue.ts';
import type { Json } from './json.ts';
import { mapEntityIds } from './mapEntityIds.ts';
import { flatten, unflatten } from './units.ts';

interface TakenMerge {
  /** As the side that is taken has it, merged into another entity or not. */
  readonly entity: EntityRecord;
  readonly label: string;
  /** What referred to the entity before it was merged. */
  readonly moved: MovedFields;
}

/**
 * Undoes what an entity was merged into and does what the taken side has instead: the references that moved with the one
 * merge move back, unless somebody moved them on since, and all go along with the other.
 * @throws RangeError in words when the other entity was itself merged into this one.
 */
export function settleMerge(state: ArticleState, { entity, label, moved }: TakenMerge, stamp: Stamp): Edit {
  const { mergedInto: into, ...alone } = entity;
  const separate = (now: ArticleState) => separateEntity(now, alone, moved, stamp);
  if (into === undefined) return { label, changes: separate(state).changes };
  const merge = (now: ArticleState) => {
    const edit = mergeEntities(now, [entity.id], into, stamp);
    if (edit.changes.length > 0) return edit;
    throw new RangeError('The other entity was itself merged into this one; split that off first.');
  };
  return combineEdits(state, label, [separate, merge]);
}

function separateEntity(state: ArticleState, alone: EntityRecord, moved: MovedFields, stamp: Stamp): Edit {
  const { annotations } = state;
  const target = mergeTarget(annotations.entities, alone.id);
  const list = new ChangeList(state, stamp);
  list.set('entities', alone);
  if (target === alone.id) return { label: '', changes: list.changes };
  for (const kind of RECORD_KINDS) {
    for (const [id, fields] of Object.entries(moved[kind] ?? {})) {
      const record = recordsOf(annotations, kind).get(id);
      if (!record || id === alone.id) continue;
      const back =
        kind === 'entities'
          ? withoutNames(record as EntityRecord, alone, fields)
          : Object.entries(fields).reduce((now, field) => withReference(kind, now, field, alone.id, target), record);
      list.follow(kind, back as never);
    }
  }
  return { label: '', changes: list.changes };
}

/** The record with the former value of one field, where that and the present value differ by the merge alone. */
function withReference(
  kind: RecordKind,
  record: AnyRecord,
  [field, before]: readonly [string, unknown],
  from: string,
  into: string,
): AnyRecord {
  const present = record as unknown as Json;
  const flat = flatten(present);
  const former = unflatten({ ...flat, [field]: before });
  const merged = (raw: Json) => mapEntityIds(kind, raw, (id) => (id === from ? into : id));
  return isAlike(before, flat[field]) && sameValue(merged(former), merged(present))
    ? (former as unknown as AnyRecord)
    : record;
}

const isAlike = (before: unknown, present: unknown) =>
  typeof before === 'string'
    ? typeof present === 'string'
    : Array.isArray(before) && Array.isArray(present) && before.every((one) => typeof one === 'string');

/** The target without the names that only the merge brought. */
function withoutNames(target: EntityRecord, alone: EntityRecord, { aliases: before }: Json): EntityRecord {
  const names = (list: unknown): string[] =>
    Array.isArray(list) ? list.map((alias) => normaliseName(String((alias as Json | null)?.name))) : [];
  const own = new Set(names(before));
  const brought = new Set([normaliseName(alone.name), ...names(alone.aliases)].filter((name) => !own.has(name)));
  const aliases = target.aliases.filter(({ name }) => !brought.has(normaliseName(name)));
  return aliases.length === target.aliases.length ? target : { ...target, aliases };
}
